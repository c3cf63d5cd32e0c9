using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocietyParty.Graph.Tests.Service.Http.Exports;

namespace SocietyParty.Graph.Tests.Etl.Report;

public sealed class XlsxWriterTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_workbook_is_valid(string language)
    {
        using var file = Open(await WrittenReport.XlsxAsync(SampleReport.Chinese with { Language = language }));
        WrittenReport.Problems(file).ShouldBeEmpty();
        file.WorkbookPart!.WorksheetParts.Sum(part => part.DrawingsPart?.ChartParts.Count() ?? 0).ShouldBe(6);
    }

    [Fact]
    public async Task The_same_report_has_the_same_bytes_in_another_culture()
    {
        var first = await WrittenReport.XlsxAsync(SampleReport.Chinese);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Cultures.Comma;
            (await WrittenReport.XlsxAsync(SampleReport.Chinese)).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public async Task Every_cell_has_its_reference() =>
        ExportFile.CellsWithoutReference(await WrittenReport.XlsxAsync(SampleReport.Chinese)).ShouldBe(0);

    [Fact]
    public async Task Every_sheet_prints_as_wide_as_a_page()
    {
        using var file = Open(await WrittenReport.XlsxAsync(SampleReport.Chinese));
        foreach (var sheet in file.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet))
        {
            sheet.GetFirstChild<SheetProperties>()!.PageSetupProperties!.FitToPage!.Value.ShouldBeTrue();
            var paper = sheet.GetFirstChild<PageSetup>()!;
            (paper.PaperSize!.Value, paper.FitToHeight!.Value).ShouldBe((9u, 0u));
        }
    }

    [Fact]
    public async Task There_is_a_sheet_for_each_table_one_for_charts_and_one_that_explains()
    {
        using var file = Open(await WrittenReport.XlsxAsync(SampleReport.Chinese));
        file.WorkbookPart!.Workbook.Descendants<Sheet>()
            .Select(sheet => sheet.Name!.Value)
            .ShouldBe([
                "说明",
                "表1-1 各级党委的覆盖情况",
                "表2-1 党组织按党员人数分档",
                "表2-2 没有一行的表",
                "表A-1 未建党组织的科技社团名册",
                "表B-1 指标的定义",
                "图数据",
            ]);
    }

    [Fact]
    public async Task Cells_have_their_types_and_are_not_rounded()
    {
        using var file = Open(await WrittenReport.XlsxAsync(SampleReport.Chinese));
        var coverage = Rows(file, "表1-1 各级党委的覆盖情况");
        coverage[0].ShouldBe(["党委", "社团数", "有组织", "组织覆盖率", "组织覆盖率（分子）", "组织覆盖率（分母）", "比上年增减"]);
        // As many digits as a spreadsheet has.
        coverage[1][3].ShouldBe(0.8709677419354839m);
        coverage[1][4].ShouldBe(54m);
        coverage[1][5].ShouldBe(62m);
        coverage[5][3].ShouldBeNull();
        coverage[6][6].ShouldBe(-0.355m);

        var list = Rows(file, "表A-1 未建党组织的科技社团名册");
        list[3][1].ShouldBe("=1+1");
        list[3][2].ShouldBe("000003");
        // Days since the end of 1899.
        list[1][6].ShouldBe((decimal)new DateTime(2025, 12, 31).ToOADate());

        var sheet = SheetOf(file, "表A-1 未建党组织的科技社团名册");
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        sheet.Descendants<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:G41");
        sheet.Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_hidden_is_in_no_part()
    {
        var file = await WrittenReport.XlsxAsync(SampleReport.Chinese);
        WrittenReport.Parts(file).ShouldAllBe(part => !part.Text.Contains("471123"));
        using var workbook = Open(file);
        Rows(workbook, "表2-1 党组织按党员人数分档")[4].ShouldBe(["30至49人", 25m, 1_002m, 41m, null, "*", "*", "*"]);
    }

    [Fact]
    public async Task A_long_table_is_there_whole()
    {
        using var file = Open(await WrittenReport.XlsxAsync(WrittenReport.Of(SampleReport.Uncovered("T9", 5_000))));
        Rows(file, "表1-1 未建党组织的科技社团名册").Count.ShouldBe(5_001);
    }

    [Fact]
    public async Task A_long_title_and_one_with_signs_that_no_sheet_may_have_are_cut()
    {
        var table = SampleReport.Bands() with { Title = "甲/乙[丙]:丁*戊?" + new string('长', 40) };
        using var file = Open(await WrittenReport.XlsxAsync(WrittenReport.Of(table)));
        WrittenReport.Problems(file).ShouldBeEmpty();
        file.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(1).Name!.Value.ShouldBe("表1-1 甲乙丙丁戊" + new string('长', 21));
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);

    private static Worksheet SheetOf(SpreadsheetDocument file, string name)
    {
        var sheet = file.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name);
        return ((WorksheetPart)file.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet;
    }

    /// <summary>Numbers as decimals, texts as texts, null for what is empty.</summary>
    private static List<object?[]> Rows(SpreadsheetDocument file, string name) =>
        [.. SheetOf(file, name).Descendants<Row>().Select(row => row.Elements<Cell>().Select(Value).ToArray())];

    private static object? Value(Cell cell) =>
        cell.DataType?.Value == CellValues.InlineString ? cell.InnerText
        : cell.CellValue is { } value ? decimal.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture)
        : null;
}
