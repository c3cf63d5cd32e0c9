using SocietyParty.Schema;

namespace SocietyParty.Etl.Import;

/// <summary>Lists that come with the program.</summary>
public static class Samples
{
    /// <summary>The 109 branches that Chongqing published in 2022 (000, annex).</summary>
    public static RosterReading Chongqing2022() => Read("chongqing-2022.roster.txt");

    private static RosterReading Read(string fileName)
    {
        using var stream = SchemaAssembly.Open($"samples/{fileName}");
        return RosterReader.Read(stream, fileName);
    }
}
