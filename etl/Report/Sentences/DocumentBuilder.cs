using System.Text.RegularExpressions;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Sentences;

/// <summary>Puts headings, sentences, tables and charts in the order of the sentences.</summary>
internal static partial class DocumentBuilder
{
    /// <param name="snapshot">The figures.</param>
    /// <param name="sentences">The words.</param>
    /// <param name="edition">Number, issuer and month of an issued edition; null: a draft.</param>
    /// <param name="changes">What differs from the edition before, for an appendix of its own; null where there is none.</param>
    /// <exception cref="ReportException">A table or chart is named that there is not.</exception>
    public static ReportDocument Build(ReportSnapshot snapshot, SentenceFile sentences, EditionMark? edition, ReportTable? changes)
    {
        var blocks = Blocks(sentences.Write(snapshot, isDraft: edition is null), sentences, snapshot).ToList();
        if (changes is not null)
        {
            blocks.Add(new HeadingBlock(1, changes.Title, IsAppendix: true));
            blocks.Add(new TableBlock(changes));
        }

        return new ReportDocument(Cover(snapshot.Scope, edition), blocks, snapshot.Scope.Language);
    }

    private static IEnumerable<ReportBlock> Blocks(string text, SentenceFile sentences, ReportSnapshot snapshot)
    {
        var tables = snapshot.Tables.ToDictionary(table => table.Id);
        var charts = snapshot.Charts.ToDictionary(chart => chart.Id);
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                yield return new HeadingBlock(
                    heading.Groups["level"].Length,
                    heading.Groups["text"].Value,
                    heading.Groups["appendix"].Success
                );
            }
            else if (Reference().Match(line) is { Success: true } alone && alone.Length == line.Length)
            {
                var id = alone.Groups["id"].Value;
                yield return tables.TryGetValue(id, out var table) ? new TableBlock(table)
                : charts.TryGetValue(id, out var chart) ? new ChartBlock(chart)
                : throw Unknown(id, sentences, snapshot);
            }
            else
            {
                yield return new ParagraphBlock([
                    .. Inlines(line, id => tables.ContainsKey(id) || charts.ContainsKey(id), id => Unknown(id, sentences, snapshot)),
                ]);
            }
        }
    }

    private static IEnumerable<ReportInline> Inlines(string line, Func<string, bool> isKnown, Func<string, ReportException> unknown)
    {
        var from = 0;
        foreach (Match reference in Reference().Matches(line))
        {
            if (reference.Index > from)
            {
                yield return new TextInline(line[from..reference.Index]);
            }

            var id = reference.Groups["id"].Value;
            yield return isKnown(id) ? new ReferenceInline(id) : throw unknown(id);
            from = reference.Index + reference.Length;
        }

        if (from < line.Length)
        {
            yield return new TextInline(line[from..]);
        }
    }

    private static ReportCover Cover(ReportScope scope, EditionMark? edition)
    {
        var isChinese = scope.Language == ReportLanguage.Chinese;
        var number = edition switch
        {
            null => "",
            _ when isChinese => $"〔{scope.Year}〕第{edition.Number}版",
            _ => $"{scope.Year}, edition {edition.Number}",
        };
        List<string> lines =
        [
            isChinese ? $"（{scope.Year}年）" : scope.Year.ToString(FigureText.Culture),
            isChinese ? $"数据截至{Collect.Notes.Day(scope)}" : $"Figures as of {scope.Day.ToString("yyyy-MM-dd", FigureText.Culture)}",
        ];
        if (edition is not null)
        {
            lines.Add(
                isChinese
                    ? $"{edition.IssuedOn.Year}年{edition.IssuedOn.Month}月"
                    : edition.IssuedOn.ToString("yyyy-MM", FigureText.Culture)
            );
        }

        return new ReportCover(scope.Title, number, scope.CommitteeName, lines, edition is null);
    }

    private static ReportException Unknown(string id, SentenceFile sentences, ReportSnapshot snapshot)
    {
        var line = sentences.LineOf(id);
        return new ReportException(
            line > 0 ? "SP-REPORT-204.AtLine" : "SP-REPORT-204.Somewhere",
            [
                ("file", sentences.Name),
                ("line", line),
                ("id", id),
                ("known", snapshot.Tables.Select(table => table.Id).Concat(snapshot.Charts.Select(chart => chart.Id))),
            ]
        );
    }

    [GeneratedRegex(@"^(?<level>#{1,3}) (?<appendix>附录 |Appendix )?(?<text>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\[\[(?<id>[A-Z0-9-]+)\]\]")]
    private static partial Regex Reference();
}

/// <summary>What the cover of an issued edition says.</summary>
/// <param name="Number">From 1, for one committee, year and language.</param>
/// <param name="IssuedOn">Day of issue.</param>
public sealed record EditionMark(int Number, DateOnly IssuedOn);
