using System.Xml.Linq;
using SocietyParty.Tests.Support;

namespace SocietyParty.House.Tests;

/// <summary>The files of this repository, as they stand in the working tree; what is built or fetched is left out.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Built = ["bin", "obj", "node_modules", "wwwroot", ".git", ".vs", ".idea", "TestResults"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(), "..", ".."));

    /// <summary>Paths from the root with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Walk(Root).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> CSharp => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Names of the projects that a project refers to.</summary>
    public static IReadOnlyList<string> References(string project) =>
        [
            .. XDocument
                .Parse(Text(project))
                .Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
        ];

    private static IEnumerable<string> Walk(string folder)
    {
        // A linked working tree has a file where a clone has the folder .git.
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !Built.Contains(Path.GetFileName(file))))
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Where(child => !Built.Contains(Path.GetFileName(child))))
        {
            foreach (var file in Walk(child))
            {
                yield return file;
            }
        }
    }
}
