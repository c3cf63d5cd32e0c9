using System.Text.RegularExpressions;
using SocietyParty.Etl.Refusals;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Import;

/// <summary>A list of regions as a file: CSV with a code and a name in the first two columns, with or without a header.</summary>
public static partial class RegionListFile
{
    /// <summary>Groupings that lists have between provinces and counties; no region.</summary>
    [GeneratedRegex("^(市辖区|县|市|.*直辖.*)$")]
    private static partial Regex Grouping();

    [GeneratedRegex("^[1-9][0-9]{5}$")]
    private static partial Regex Code();

    /// <summary>Codes and names, without groupings.</summary>
    /// <exception cref="DatabaseSetupException">The file is missing, no list, or has a code twice.</exception>
    public static IReadOnlyList<(string Code, string Name)> Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new Refusal("SP-REGIONS-001.NoFile", [("path", full)]);
        }

        using var stream = File.OpenRead(full);
        var (text, problem) = SourceText.Read(stream, Path.GetFileName(full), new ImportLimits());
        if (text is null)
        {
            throw new Refusal("SP-REGIONS-001.NoText", [("path", full), ("reason", new Sentence(problem!.Key, problem.Arguments))]);
        }

        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in CsvRecord.Read(string.Join('\n', text.Lines), linesInQuotes: false))
        {
            var (code, name) = (Cell(record, 0), Cell(record, 1));
            if (!Code().IsMatch(code) || name.Length == 0)
            {
                if (rows.Count == 0)
                {
                    // The header, or a title above it.
                    continue;
                }

                throw new Refusal("SP-REGIONS-001.NoRegion", [("line", record.Line), ("code", code), ("name", name)]);
            }

            if (!rows.TryAdd(code, name))
            {
                throw new Refusal("SP-REGIONS-001.Twice", [("line", record.Line), ("code", code)]);
            }
        }

        return [.. rows.Where(row => !Grouping().IsMatch(row.Value)).Select(row => (row.Key, row.Value))];
    }

    private static string Cell(CsvRecord record, int index) => index < record.Fields.Count ? record.Fields[index].Text : "";
}
