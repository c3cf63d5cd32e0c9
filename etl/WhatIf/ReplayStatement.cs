using System.Text;

namespace SocietyParty.Etl.WhatIf;

/// <summary>The statements under etl/WhatIf/Sql, by their file's name.</summary>
internal static class ReplayStatement
{
    private const string Folder = "WhatIf/Sql/";
    private const string Ending = ".sql";

    public static IReadOnlyDictionary<string, string> All { get; } = Load();

    private static Dictionary<string, string> Load()
    {
        var assembly = typeof(ReplayStatement).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(entry => entry.Path.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(
                entry => entry.Path[Folder.Length..^Ending.Length],
                entry =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(entry.Resource)!, Encoding.UTF8);
                    return reader.ReadToEnd();
                }
            );
    }
}
