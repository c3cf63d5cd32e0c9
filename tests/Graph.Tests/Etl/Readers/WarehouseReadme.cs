using System.Text.RegularExpressions;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Readers;

/// <summary>The README for people with BI tools, whose examples the tests run.</summary>
internal static partial class WarehouseReadme
{
    public static readonly string File = Path.GetFullPath(
        Path.Combine(Golden.ProjectFolder(), "..", "..", "schema", "warehouse", "README.md")
    );

    /// <summary>The block of a language in a tool's page.</summary>
    public static string Block(string page, string language)
    {
        var text = System.IO.File.ReadAllText(File);
        var begin = text.IndexOf($"\n## {page}\n", StringComparison.Ordinal);
        begin.ShouldBeGreaterThan(0, page);
        var end = text.IndexOf("\n## ", begin + 1, StringComparison.Ordinal);
        var block = Blocks().Matches(text[begin..(end < 0 ? text.Length : end)]).Single(block => block.Groups[1].Value == language);
        return block.Groups[2].Value + "\n";
    }

    /// <summary>Every query that stands there.</summary>
    public static IEnumerable<string> Queries() =>
        Blocks()
            .Matches(System.IO.File.ReadAllText(File))
            .Where(block => block.Groups[1].Value == "sql")
            .Select(block => block.Groups[2].Value);

    [GeneratedRegex("^```([a-z]+)\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
