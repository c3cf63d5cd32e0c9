using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>The first sheet: what the cover says, and what each of the others is, with unit and note.</summary>
internal static class ExplanationSheet
{
    private static readonly double[] Widths = [14, 44, 34, 18, 100];

    public static async Task WriteAsync(
        Spreadsheet workbook,
        ReportDocument document,
        ReportOutline outline,
        SheetStyles styles,
        CancellationToken ct
    )
    {
        var words = ReportWords.Of(document.Language);
        var options = new WorksheetOptions();
        foreach (var (place, width) in Widths.Index())
        {
            options.Column(place + 1).Width = width;
        }

        await workbook.StartWorksheetAsync(words.AboutSheet, options, ct);
        await workbook.AddRowAsync([SheetCells.Text(document.Cover.Title, styles.Title)], ct);
        foreach (var line in Lines(document.Cover, words))
        {
            await workbook.AddRowAsync([SheetCells.Text(line)], ct);
        }

        await workbook.AddRowAsync(Array.Empty<Cell>(), ct);
        await workbook.AddRowAsync([.. words.SheetHeads.Select(head => SheetCells.Text(head, styles.Head))], ct);
        foreach (var row in Rows(document, outline, words))
        {
            await workbook.AddRowAsync([.. row.Select(text => SheetCells.Text(text))], ct);
        }
    }

    private static IEnumerable<string> Lines(ReportCover cover, ReportWords words)
    {
        yield return cover.Number;
        if (cover.IsDraft)
        {
            yield return words.Draft;
        }

        yield return cover.Office;
        foreach (var line in cover.Lines)
        {
            yield return line;
        }

        yield return words.FormulaWarning;
    }

    private static IEnumerable<string[]> Rows(ReportDocument document, ReportOutline outline, ReportWords words)
    {
        foreach (var table in document.Tables)
        {
            yield return [outline.CaptionOf(table.Id).Label, table.Title, outline.SheetOf(table), table.Unit, table.Note.Text];
        }

        foreach (var chart in document.Charts)
        {
            yield return [outline.CaptionOf(chart.Id).Label, chart.Title, words.ChartSheet, chart.Unit, chart.Note.Text];
        }
    }
}
