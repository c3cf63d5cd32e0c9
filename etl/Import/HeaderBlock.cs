using System.Globalization;
using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Import;

/// <summary>The comment lines <c># key: value</c> at the top of both formats.</summary>
internal sealed partial class HeaderBlock
{
    private readonly Dictionary<string, (string Value, int Line)> values = [];

    /// <summary>Index of the first line after the block.</summary>
    public int EndIndex { get; private set; }

    public static HeaderBlock Read(IReadOnlyList<string> lines, ProblemList problems)
    {
        var block = new HeaderBlock();
        for (; block.EndIndex < lines.Count; block.EndIndex++)
        {
            var text = Unwrap(lines[block.EndIndex]);
            if (text.Length == 0)
            {
                continue;
            }

            if (text[0] != '#')
            {
                break;
            }

            if (KeyOf(text) is not { } pair)
            {
                continue;
            }

            block.Add(pair.Key, pair.Value, block.EndIndex + 1, problems);
        }
        return block;
    }

    /// <summary>The key and value of a comment line; null for a remark.</summary>
    public static (string Key, string Value)? KeyOf(string line)
    {
        var match = HeaderLine().Match(line);
        return match.Success ? (match.Groups["key"].Value.ToLowerInvariant(), match.Groups["value"].Value.Trim()) : null;
    }

    private void Add(string key, string value, int line, ProblemList problems)
    {
        if (!HeaderKeys.All.Contains(key))
        {
            problems.Add(Problems.HeaderUnknown(key).At(line));
        }
        else if (values.TryGetValue(key, out var first))
        {
            problems.Add(Problems.HeaderTwice(key, first.Line).At(line));
        }
        else
        {
            values.Add(key, (value, line));
        }
    }

    /// <summary>The header with the options laid over it; null where a required value is missing or one is not valid.</summary>
    public RosterHeader? Complete(IReadOnlyDictionary<string, string> options, ProblemList problems)
    {
        foreach (var (key, value) in options)
        {
            values[key] = (value.Trim(), 0);
        }

        var missing = HeaderKeys.Required.Where(key => Value(key) is null).ToList();
        foreach (var key in missing)
        {
            problems.Add(Problems.HeaderMissing(key));
        }

        var region = Value(HeaderKeys.Region);
        var regionIsValid = region is null || Region().IsMatch(region);
        if (!regionIsValid)
        {
            Report(HeaderKeys.Region, problems);
        }

        var issuedOn = ParseDate(Value(HeaderKeys.IssuedOn));
        var dateIsValid = issuedOn is not null || Value(HeaderKeys.IssuedOn) is null;
        if (!dateIsValid)
        {
            Report(HeaderKeys.IssuedOn, problems);
        }

        if (missing.Count > 0 || !regionIsValid || !dateIsValid)
        {
            return null;
        }

        return new RosterHeader(
            Value(HeaderKeys.Committee)!,
            region!,
            Value(HeaderKeys.DocumentTitle)!,
            Value(HeaderKeys.DocumentNumber),
            Value(HeaderKeys.Issuer),
            issuedOn,
            Value(HeaderKeys.Title)!
        );
    }

    /// <summary>Numbers of the line <c># stated: A=4, B=58</c>.</summary>
    public Dictionary<string, int> Stated(ProblemList problems)
    {
        var stated = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in (Value(HeaderKeys.Stated) ?? "").Split([',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = RosterWords.Narrow(part).Split('=');
            var category = sides.Length == 2 ? RosterWords.Category(sides[0]) : null;
            if (
                category is null
                || !int.TryParse(
                    sides[1],
                    NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture,
                    out var count
                )
                || !stated.TryAdd(category, count)
            )
            {
                Report(HeaderKeys.Stated, problems);
                return [];
            }
        }
        return stated;
    }

    public static DateOnly? ParseDate(string? text) =>
        DateOnly.TryParseExact(
            text,
            ["yyyy-MM-dd", "yyyy/M/d", "yyyy年M月d日"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    private string? Value(string key) => values.TryGetValue(key, out var entry) && entry.Value.Length > 0 ? entry.Value : null;

    private void Report(string key, ProblemList problems)
    {
        var (value, line) = values[key];
        var problem = Problems.HeaderValue(key, value);
        problems.Add(line > 0 ? problem.At(line) : problem);
    }

    // Spreadsheets put quotation marks around a comment with commas, and pad it with commas to the table's width.
    private static string Unwrap(string line)
    {
        var text = line.Trim().TrimEnd(',').TrimEnd();
        return text is ['"', '#', .., '"'] ? text[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;
    }

    [GeneratedRegex(@"^#\s*(?<key>[A-Za-z][A-Za-z-]*)\s*[:：](?<value>.*)$")]
    private static partial Regex HeaderLine();

    [GeneratedRegex("^[1-9][0-9]{5}$")]
    private static partial Regex Region();
}
