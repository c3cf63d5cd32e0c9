using System.Text;
using System.Text.Json;
using SocietyParty.Etl.Report.Data;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Graph.Tests.Etl.Report;

public sealed class ReportDataTests
{
    [Fact]
    public void Csv_has_numbers_as_computed_and_texts_that_no_spreadsheet_runs()
    {
        var table = SampleReport.Uncovered("T9", 3) with
        {
            Columns =
            [
                new("a", "+名称", CellKind.Text),
                new("b", "个数", CellKind.Count),
                new("c", "率", CellKind.Rate),
                new("d", "日", CellKind.Day),
            ],
            Rows =
            [
                new("1", [new(Text: "=1+1"), new(Number: -1.5m), new(Number: 1m / 3, Numerator: 1, Denominator: 3), ReportCell.Empty]),
                new("2", [new(Text: "甲,“乙”\"丙\""), new(Number: 1_000), Hidden(), new(Day: new DateOnly(2026, 11, 8))]),
                new("3", [new(Text: "@丁"), Hidden(), ReportCell.Empty, new(Text: "-戊")]),
            ],
        };
        Text(table, withByteOrderMark: false)
            .ShouldBe(
                "'+名称,个数,率,率（分子）,率（分母）,日\r\n"
                    + "'=1+1,-1.5,0.3333333333333333333333333333,1,3,\r\n"
                    + "\"甲,“乙”\"\"丙\"\"\",1000,*,*,*,2026-11-08\r\n"
                    + "'@丁,*,,,,'-戊\r\n"
            );
        Text(table, withByteOrderMark: true).ShouldStartWith("\ufeff'+名称");
    }

    [Fact]
    public void Json_has_every_figure_with_its_address_and_all_its_digits()
    {
        var text = Json(SampleReport.Chinese);
        text.ShouldNotContain("471123");
        text.ShouldNotContain("\r");
        using var report = JsonDocument.Parse(text);
        var blocks = report.RootElement.GetProperty("blocks").EnumerateArray().ToList();
        blocks.Count.ShouldBe(SampleReport.Chinese.Blocks.Count);

        var coverage = Block(blocks, "T1-1");
        coverage.GetProperty("label").GetString().ShouldBe("表1-1");
        var cell = Cell(coverage, "330100", "I01");
        cell.GetProperty("value").GetDecimal().ShouldBe(54m / 62);
        cell.GetProperty("numerator").GetDecimal().ShouldBe(54);
        cell.GetProperty("denominator").GetDecimal().ShouldBe(62);
        cell.GetProperty("shown").GetString().ShouldBe("87.1");
        Cell(coverage, "330104", "I01").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);

        var hidden = Cell(Block(blocks, "T2-1"), "30-49", "share");
        hidden.GetProperty("isHidden").GetBoolean().ShouldBeTrue();
        hidden.GetProperty("shown").GetString().ShouldBe("*");
        hidden.GetProperty("numerator").ValueKind.ShouldBe(JsonValueKind.Null);

        Block(blocks, "F1-1").GetProperty("series")[2].GetProperty("values")[7].ValueKind.ShouldBe(JsonValueKind.Null);
        blocks[2]
            .GetProperty("text")
            .GetString()
            .ShouldBe("截至2026年11月28日，合成市共有科技社团150个，组织覆盖率为86.7%（130/150），见表1-1，趋势见图1-1。");
        blocks[0].GetProperty("number").GetString().ShouldBe("一、");
    }

    private static string Json(ReportDocument document)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(document, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Text(ReportTable table, bool withByteOrderMark)
    {
        using var stream = new MemoryStream();
        CsvTables.Write(table, "zh", stream, withByteOrderMark);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ReportCell Hidden() =>
        new(Number: SampleReport.Secret, Numerator: SampleReport.Secret, Denominator: SampleReport.Secret, IsHidden: true);

    private static JsonElement Block(IEnumerable<JsonElement> blocks, string id) =>
        blocks.Single(block => block.TryGetProperty("id", out var found) && found.GetString() == id);

    private static JsonElement Cell(JsonElement table, string row, string column) =>
        table
            .GetProperty("rows")
            .EnumerateArray()
            .Single(found => found.GetProperty("key").GetString() == row)
            .GetProperty("cells")
            .EnumerateArray()
            .Single(found => found.GetProperty("column").GetString() == column);
}
