using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Packages;
using SocietyParty.Etl.Report.Wording;
using SpreadCheetah;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>A report's workbook: what it is, a sheet a table, and the charts with their data.</summary>
public static class XlsxWriter
{
    // No properties of the document: they would say when it was written.
    internal static SpreadCheetahOptions Options =>
        new()
        {
            DocumentProperties = null,
            PreserveStringWhitespace = true,
            WriteCellReferenceAttributes = true,
        };

    /// <summary>Writes the workbook: the same bytes for the same report.</summary>
    /// <exception cref="ReportException">The report contradicts itself.</exception>
    public static async Task WriteAsync(ReportDocument document, Stream output, CancellationToken ct = default)
    {
        var outline = ReportOutline.Of(document);
        var words = ReportWords.Of(document.Language);
        using var package = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(package, Options, ct))
        {
            var styles = new SheetStyles(workbook);
            await ExplanationSheet.WriteAsync(workbook, document, outline, styles, ct);
            foreach (var table in document.Tables)
            {
                await new TableSheet(table, words, styles).WriteAsync(workbook, outline.SheetOf(table), ct);
            }

            var places = document.Charts.Any() ? await ChartSheet.WriteAsync(workbook, document, outline, styles, ct) : [];
            await workbook.FinishAsync(ct);
            if (places.Count > 0)
            {
                SheetDrawing.Add(package, words.ChartSheet, places, outline);
            }
        }

        FixedPackage.Write(package, output, SheetPage.Copy);
    }
}
