using System.Text;

namespace SocietyParty.Etl.Run;

/// <summary>One SQL file under etl/Transforms.</summary>
/// <param name="Name">Its path without the ending, such as <c>facts/fct_coverage_monthly</c>.</param>
/// <param name="Sql">Its text.</param>
public sealed record TransformFile(string Name, string Sql)
{
    private const string Folder = "Transforms/";
    private const string Ending = ".sql";

    /// <summary>All files that the program carries, by name.</summary>
    public static IReadOnlyDictionary<string, TransformFile> All { get; } = Load();

    private static Dictionary<string, TransformFile> Load()
    {
        var assembly = typeof(TransformFile).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(entry =>
                entry.Path.StartsWith(Folder, StringComparison.Ordinal) && entry.Path.EndsWith(Ending, StringComparison.Ordinal)
            )
            .Select(entry =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(entry.Resource)!, Encoding.UTF8);
                return new TransformFile(entry.Path[Folder.Length..^Ending.Length], reader.ReadToEnd());
            })
            .ToDictionary(file => file.Name);
    }
}
