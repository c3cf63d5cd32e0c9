using SocietyParty.Etl.Report.Charts;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Packages;
using SpreadCheetah;

namespace SocietyParty.Etl.Report.Xlsx;

/// <summary>The workbook within a document's chart: what opens when a person edits its data.</summary>
internal static class ChartWorkbook
{
    /// <summary>Writes the data of one chart.</summary>
    /// <param name="chart">Whose data.</param>
    /// <param name="cells">Where it is to stand: in the first row.</param>
    /// <param name="output">The workbook.</param>
    /// <param name="ct">Ends the writing.</param>
    public static async Task WriteAsync(ReportChart chart, ChartRanges cells, Stream output, CancellationToken ct)
    {
        using var package = new MemoryStream();
        await using (var workbook = await Spreadsheet.CreateNewAsync(package, XlsxWriter.Options, ct))
        {
            await ChartSheet.StartAsync(workbook, cells.Sheet, ct);
            await ChartSheet.WriteDataAsync(workbook, chart, new SheetStyles(workbook), ct);
            await workbook.FinishAsync(ct);
        }

        FixedPackage.Write(package, output);
    }
}
