using System.Globalization;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Wording;

/// <summary>The numbers of a report's headings, tables and charts, which all its files share.</summary>
public sealed class ReportOutline
{
    // What Excel takes for the name of a sheet.
    private const int SheetNameMax = 31;

    private readonly Dictionary<int, string> headings = [];
    private readonly Dictionary<string, CaptionNumber> captions = new(StringComparer.Ordinal);
    private readonly ReportWords words;
    private readonly HeadingNumbers numbers;
    private bool isAppendix;
    private int tables;
    private int charts;

    private ReportOutline(ReportDocument document)
    {
        words = ReportWords.Of(document.Language);
        numbers = new HeadingNumbers(document.Language != "en");
        foreach (var (place, block) in document.Blocks.Index())
        {
            Count(place, block);
        }

        foreach (var reference in document.Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Content).OfType<ReferenceInline>())
        {
            _ = CaptionOf(reference.Id);
        }
    }

    /// <summary>Numbers a report.</summary>
    /// <exception cref="ReportException">An id is there twice, a reference leads nowhere, or a cell is missing.</exception>
    public static ReportOutline Of(ReportDocument document) => new(document);

    /// <summary>What stands before a heading's title, such as 一、.</summary>
    /// <param name="place">Of the block in <see cref="ReportDocument.Blocks"/>.</param>
    public string HeadingOf(int place) => headings[place];

    /// <summary>The number of a table or chart.</summary>
    public CaptionNumber CaptionOf(string id) =>
        captions.TryGetValue(id, out var number) ? number : throw new ReportException("SP-REPORT-304", [("id", id)]);

    /// <summary>The workbook's sheet of a table: its number and as much of its title as fits.</summary>
    public string SheetOf(ReportTable table)
    {
        var text = $"{CaptionOf(table.Id).Label} {table.Title}";
        var kept = new string([.. text.Where(letter => !char.IsControl(letter) && !"[]:*?/\\".Contains(letter))]);
        return (kept.Length <= SheetNameMax ? kept : kept[..SheetNameMax]).TrimEnd('\'', ' ');
    }

    private void Count(int place, ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                if (heading.Level == 1)
                {
                    isAppendix = heading.IsAppendix;
                    (tables, charts) = (0, 0);
                }

                headings[place] = heading is { Level: 1, IsAppendix: true } ? numbers.NextAppendix() : numbers.Next(heading.Level);
                break;
            case TableBlock table:
                Fits(table.Table.Id, table.Table.Rows.All(row => row.Cells.Count == table.Table.Columns.Count));
                Add(table.Table.Id, ++tables, isTable: true);
                break;
            case ChartBlock chart:
                Fits(chart.Chart.Id, chart.Chart.Series.All(series => series.Values.Count == chart.Chart.Categories.Count));
                Add(chart.Chart.Id, ++charts, isTable: false);
                break;
        }
    }

    private static void Fits(string id, bool fits)
    {
        if (!fits)
        {
            throw new ReportException("SP-REPORT-305", [("id", id)]);
        }
    }

    private void Add(string id, int ordinal, bool isTable)
    {
        var chapterOrdinal = isAppendix ? numbers.Appendices : numbers.Chapters;
        var chapter = (isAppendix, chapterOrdinal) switch
        {
            (true, _) => HeadingNumbers.LetterOf(chapterOrdinal),
            (_, 0) => "",
            _ => chapterOrdinal.ToString(CultureInfo.InvariantCulture),
        };
        var label =
            (isTable ? words.Table : words.Figure)
            + words.LabelGap
            + (chapter.Length == 0 ? "" : chapter + "-")
            + ordinal.ToString(CultureInfo.InvariantCulture);
        var number = new CaptionNumber(label, chapter, ordinal, isTable, isAppendix, chapterOrdinal, tables + charts == 1);
        if (!captions.TryAdd(id, number))
        {
            throw new ReportException("SP-REPORT-303", [("id", id)]);
        }
    }
}
