using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Import;

/// <summary>Lists that come with the program.</summary>
public static class Samples
{
    private const string Chongqing = "chongqing-2022.roster.txt";

    /// <summary>The 109 branches that Chongqing published in 2022 (000, annex).</summary>
    public static RosterFile Chongqing2022()
    {
        using var stream = Open(Chongqing);
        var reading = RosterReader.Read(stream, Chongqing);
        return reading.File ?? throw new InvalidOperationException($"{Chongqing}: {reading.Problems[0].Message(Language.English)}");
    }

    internal static Stream Open(string fileName)
    {
        var assembly = typeof(MigrationRunner).Assembly;
        // A build on Windows names resources with backslashes.
        var resource = assembly.GetManifestResourceNames().Single(name => name.Replace('\\', '/') == $"samples/{fileName}");
        return assembly.GetManifestResourceStream(resource)!;
    }
}
