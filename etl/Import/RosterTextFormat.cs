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
            LeaveOut(text, line);
            return;
        }
        if (Remark().IsMatch(text))
        {
            Tell(text, line);
            return;
        }
        if (text.Contains('\uFFFD', StringComparison.Ordinal))
        {
            problems.Add(Problems.LostCharacter().At(line, text.IndexOf('\uFFFD', StringComparison.Ordinal) + 1));
            return;
        }
        ReadNames(text, start, line);
    }

    // Titles and introductions stand above the first heading; a name there has lost its category.
    private void LeaveOut(string text, int line)
    {
        if (
            EndingInside().IsMatch(text)
            && text.Trim() is var name
            && (RosterWords.Split(RosterNumbers.TakeOff(name).Name) is not null || NameOrMark().Count(text) > 1)
        )
        {
            problems.Add(Problems.BeforeHeading(Shorten(name)).At(line, text.Length - text.TrimStart().Length + 1));
        }
        else
        {
            Tell(text, line);
        }
    }

    private void Tell(string text, int line) =>
        draft.Tell("LINE_LEFT_OUT", line, new("Notice.LineLeftOut", [("text", Shorten(text.Trim()))]));

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

        var number = ChineseNumber.Read(count.Value) ?? int.Parse(RosterWords.Narrow(count.Value), CultureInfo.InvariantCulture);
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

    private void ReadName(string text, int line, int column)
    {
        var (name, wasNumbered) = RosterNumbers.IsNumber(text) ? ("", true) : RosterNumbers.TakeOff(text);
        draft.NumberedCount += wasNumbered ? 1 : 0;
        if (name.Length == 0)
        {
            return;
        }

        column += text.Length - name.Length;
        Flush();
        if (!draft.Count(line))
        {
            return;
        }

        if (name.IndexOfAny(Separators) >= 0 && !IsJoint(name) || EndingInside().Count(name) > 1)
        {
            problems.Add(Problems.RunTogether(Shorten(name)).At(line, column));
            return;
        }
        // The status is known once the next name or the end shows whether a mark follows.
        pending = new RawEntry(name, line, column, "ESTABLISHED");
    }

    // 甲学会、乙学会联合党支部 lists its societies.
    private static bool IsJoint(string name) =>
        name.IndexOfAny([';', '；']) < 0
        && RosterWords.Split(name) is (var societies, "JOINT_BRANCH")
        && RosterWords.Societies(societies).Count > 1;

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
        @"^\s*(?:[一二三四五六七八九十]{1,3}\s*、\s*|[(（][一二三四五六七八九十]{1,3}[)）]\s*|[0-9]{1,2}\s*[.、．]\s*)?"
            + @"(?:(?<none>未\s*分类)|(?<letter>[^\s类#,，、]{1,10})\s*类)\s*党(?:支部|组织)(?:名单)?\s*"
            + @"(?:[(（]\s*(?:共|计|共计|合计)?\s*(?<count>\d{1,9}|[零〇一二三四五六七八九十百千两]{1,7})\s*个\s*[)）]\s*[:：]?|[:：])"
    )]
    private static partial Regex Heading();

    [GeneratedRegex(@"[(（]\s*(?<mark>推进中|已成立|已撤销|筹建|筹)\s*[)）]|(?:(?![(（]\s*(?:推进中|已成立|已撤销|筹建|筹)\s*[)）])\S)+")]
    private static partial Regex NameOrMark();

    // What stands below a list: who made it, notes, sums.
    [GeneratedRegex(
        @"^\s*(?:(?:注|备注|说明|合计|总计|填表人|制表人|审核人|联系人)\s*[:：]|[(（]?(?:共计|合计|总计)\s*\d+\s*个|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*$)"
            + @"|^\s*(?:(?:序号|编号|名称|党支部|党支部名称|党组织|党组织名称|社团名称|备注)\s*){2,}$"
    )]
    private static partial Regex Remark();

    [GeneratedRegex("党支部")]
    private static partial Regex EndingInside();
}
