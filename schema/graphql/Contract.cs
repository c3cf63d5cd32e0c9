using System.Reflection;

namespace SocietyParty.Schema;

/// <summary>The hand-written contract: the SDL files of this folder.</summary>
public static class Contract
{
    // In the description of the schema alone, so that a new version changes one line of what is printed.
    private const string VersionMark = "{version}";

    /// <summary>File name and text of every subject, in the order of the names.</summary>
    public static IReadOnlyList<(string Name, string Sdl)> Sources { get; } = Read();

    private static List<(string Name, string Sdl)> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("graphql/", StringComparison.Ordinal) && name.EndsWith(".graphql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => (name["graphql/".Length..], Text(assembly, name))),
        ];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Replace(VersionMark, ProgramVersion.Text, StringComparison.Ordinal);
    }
}
