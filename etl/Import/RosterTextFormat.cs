using System.Globalization;
using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Import;

/// <summary>The published annex's own text: headings with a category, names separated by white space, marks such as (推进中).</summary>
internal sealed partial class RosterTextFormat(RosterDraft draft, ProblemList problems)
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';'];

    private readonly Dictionary<string, int> lineOfHeading = new(StringComparer.Ordinal);
    private bool underHeading;
    private string? category;
    private RawEntry? pending;
    private bool pendingIsMarked;

    public static bool Matches(IEnumerable<string> lines) => lines.Any(line => Heading().IsMatch(line));

    public void Read(IReadOnlyList<string> lines, int startIndex)
    {
        for (var index = startIndex; index < lines.Count && !draft.IsFull; index++)
        {
            ReadLine(lines[index], index + 1);
        }

        Flush();
    }

    private void ReadLine(string text, int line)
    {
        if (text.TrimStart() is ['#', ..] remark)
        {
            if (HeaderBlock.KeyOf(remark.Trim()) is { } pair && HeaderKeys.All.Contains(pair.Key))
            {
                problems.Add(Problems.HeaderLate(pair.Key).At(line));
            }

            return;
        }
        var start = 0;
        if (Heading().Match(text) is { Success: true } heading)
        {
            Flush();
            ReadHeading(heading, line);
            start = heading.Length;
        }
        if (text.AsSpan(start).IsWhiteSpace())
        {
            return;
        }

        if (!underHeading)
        {
            problems.Add(Problems.BeforeHeading(Shorten(text.Trim())).At(line, text.Length - text.TrimStart().Length + 1));
            return;
        }
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            problems.Add(Problems.LostCharacter().At(line, text.IndexOf('\uFFFD', StringComparison.Ordinal) + 1));
            return;
        }
        ReadNames(text, start, line);
    }

    private void ReadHeading(Match heading, int line)
    {
        var word = heading.Groups["letter"] is { Success: true } letter ? letter.Value : heading.Groups["none"].Value;
        underHeading = true;
        category = RosterWords.Category(word);
        if (category is null)
        {
            problems.Add(Problems.UnknownCategory(word).At(line, heading.Groups["letter"].Index + 1));
            return;
        }
        if (!lineOfHeading.TryAdd(category, line))
        {
            problems.Add(Problems.HeadingTwice(category, lineOfHeading[category]).At(line));
            return;
        }
        if (heading.Groups["count"] is not { Success: true } count)
        {
            return;
        }

        var number = int.Parse(RosterWords.Narrow(count.Value), CultureInfo.InvariantCulture);
        if (!draft.Stated.TryAdd(category, number))
        {
            problems.Add(Problems.StatedTwice(category).At(line));
        }
    }

    private void ReadNames(string text, int start, int line)
    {
        foreach (Match match in NameOrMark().Matches(text, start))
        {
            if (match.Groups["mark"] is { Success: true } mark)
            {
                ReadMark(mark.Value, match.Value, line, match.Index + 1);
            }
            else
            {
                ReadName(match.Value, line, match.Index + 1);
            }
        }
    }

    private void ReadName(string name, int line, int column)
    {
        Flush();
        if (!draft.Count(line))
        {
            return;
        }

        if (name.IndexOfAny(Separators) >= 0 || EndingInside().Count(name) > 1)
        {
            problems.Add(Problems.RunTogether(Shorten(name)).At(line, column));
            return;
        }
        // The status is known once the next name or the end shows whether a mark follows.
        pending = new RawEntry(name, line, column, "ESTABLISHED");
    }

    private void ReadMark(string word, string mark, int line, int column)
    {
        if (pending is null || pendingIsMarked)
        {
            problems.Add(Problems.MarkAlone(mark.Trim()).At(line, column));
        }
        else
        {
            pending = pending with { Status = RosterWords.Status(word) };
            pendingIsMarked = true;
        }
    }

    private void Flush()
    {
        if (pending is not null)
        {
            draft.Add(pending, category);
        }

        pending = null;
        pendingIsMarked = false;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    // A number in brackets or a colon makes it a heading: a name may begin with a letter and 类, too.
    [GeneratedRegex(
        @"^\s*(?:(?<letter>[^\s类#,，]{1,10})\s*类|(?<none>未\s*分类))\s*党支部\s*(?:[(（]\s*(?<count>\d{1,9})\s*个\s*[)）]\s*[:：]?|[:：])"
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"[(（]\s*(?<mark>推进中|已成立|已撤销)\s*[)）]|(?:(?![(（]\s*(?:推进中|已成立|已撤销)\s*[)）])\S)+")]
    private static partial Regex NameOrMark();

    [GeneratedRegex("党支部")]
    private static partial Regex EndingInside();
}
