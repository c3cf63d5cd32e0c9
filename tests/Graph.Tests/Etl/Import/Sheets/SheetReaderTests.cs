using System.Text;
using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>What spreadsheets really write, and what a reading makes of it.</summary>
public class SheetReaderTests
{
    private static readonly SheetKind Societies = SheetKind.Find("societies")!;
    private static readonly SheetKind Branches = SheetKind.Find("branches")!;
    private static readonly SheetKind Appointments = SheetKind.Find("appointments")!;

    // What a cell is about, the cell's XML in a column of days, the day.
    public static TheoryData<string, string, string> Days =>
        new()
        {
            { "a number in a built-in format", "<c s=\"1\"><v>44712</v></c>", "2022-05-31" },
            { "a number in a Chinese format", "<c s=\"2\"><v>44712</v></c>", "2022-05-31" },
            { "a number in no format", "<c><v>44712</v></c>", "2022-05-31" },
            { "a text", "2022-05-31", "2022-05-31" },
            { "a text with slashes", "2022/5/31", "2022-05-31" },
            { "a text in Chinese", "２０２２年５月３１日", "2022-05-31" },
            { "a text without separators", "20220531", "2022-05-31" },
            { "a number without separators", "<c><v>20220531</v></c>", "2022-05-31" },
            { "an ISO day", "<c t=\"d\"><v>2022-05-31</v></c>", "2022-05-31" },
            { "a formula's saved value", "<c s=\"1\"><f>TODAY()</f><v>44712</v></c>", "2022-05-31" },
        };

    [Theory, MemberData(nameof(Days))]
    public void A_day_is_read_however_it_is_stored(string what, string cell, string day)
    {
        var reading = Workbooks.Read(Branches, Workbooks.OfRows(["党组织名称", "状态起始日期"], ["合成学会党支部", cell]));
        reading.Problems.ShouldBeEmpty(what);
        reading
            .Records[0]
            .Values[Branches.IndexOf("status_since")]
            .ShouldBe(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), what);
    }

    // Header, cell, value.
    public static TheoryData<string, string, object> Values =>
        new()
        {
            {
                "社团名称",
                "<c t=\"inlineStr\"><is><r><t>合成</t></r><r><t>学会</t></r><rPh sb=\"0\" eb=\"1\"><t>hecheng</t></rPh></is></c>",
                "合成学会"
            },
            { "社团名称", "<c t=\"s\"><v>0</v></c>", "合成 甲" },
            { "社团名称", "<c t=\"str\"><f>A1</f><v>合成乙</v></c>", "合成乙" },
            { "社团名称", "　合成学会　", "合成学会" },
            { "社团名称", "<c><v>2035</v></c>", "2035" },
            { " 学会 名称 *", "合成学会", "合成学会" },
            { "名称（必填）", "合成学会", "合成学会" },
            { "ＮＡＭＥ", "合成学会", "合成学会" },
            { "社团名称", "<c t=\"b\"><v>1</v></c>", "true" },
        };

    [Theory, MemberData(nameof(Values))]
    public void A_text_is_read_however_it_is_stored(string header, string cell, object value)
    {
        var file = Workbooks.Of(
            [
                (
                    "表",
                    "",
                    Workbooks.Data([
                        [header],
                        [cell],
                    ])
                ),
            ],
            shared: "<si><r><t>合成 </t></r><r><t>甲</t></r><phoneticPr fontId=\"1\"/></si>"
        );
        var reading = Workbooks.Read(Societies, file);
        reading.Problems.ShouldBeEmpty();
        reading.Records.ShouldHaveSingleItem().Values[0].ShouldBe(value);
    }

    [Fact]
    public void A_workbook_of_an_old_Macintosh_counts_from_1904()
    {
        var file = Workbooks.Of(
            [
                (
                    "表",
                    "",
                    Workbooks.Data([
                        ["党组织名称", "状态起始日期"],
                        ["合成学会党支部", "<c s=\"1\"><v>43250</v></c>"],
                    ])
                ),
            ],
            properties: "date1904=\"1\""
        );
        Workbooks.Read(Branches, file).Records[0].Values[Branches.IndexOf("status_since")].ShouldBe(new DateOnly(2022, 5, 31));
    }

    [Fact]
    public void Numbers_choices_and_lists_become_what_the_graph_has()
    {
        var reading = Workbooks.Read(
            Appointments,
            Workbooks.OfRows(
                ["人员编号", "职务", "学会", "届次", "任职起始日期"],
                ["<c><v>7</v></c>", "会长", "合成学会", "３", "2022-05-31"],
                ["8", "council_chair", "合成学会", "<c><v>3.0</v></c>", "2022-05-31"]
            )
        );
        reading.Problems.ShouldBeEmpty();
        reading
            .Records.Select(record => (record.Values[0], record.Values[2], record.Values[5]))
            // The rules may mean a post of their own by another word.
            .ShouldBe([("7", "COUNCIL_CHAIR\u001F会长", 3), ("8", "COUNCIL_CHAIR", 3)]);
        var listed = Workbooks.Read(Societies, Workbooks.OfRows(["名称", "别名", "学科"], ["合成学会", "甲；乙、 丙\n丁", "航天"]));
        listed.Records[0].Values[Societies.IndexOf("aliases")].ShouldBe((string[])["甲", "乙", "丙", "丁"]);
        listed
            .Records[0]
            .Values[Societies.IndexOf("discipline")]
            .ShouldBe("航天", "The graph may know more disciplines than the template offers.");
    }

    [Fact]
    public void Empty_rows_and_formatted_cells_without_a_value_are_nothing()
    {
        var far = "<row r=\"9\"><c r=\"A9\" s=\"4\"/><c r=\"XFD9\" s=\"4\"/></row><row r=\"1048576\"/></sheetData>";
        var data = Workbooks
            .Data([
                ["社团名称"],
                ["合成学会甲"],
                [""],
                ["合成学会乙"],
            ])
            .Replace("</sheetData>", far, StringComparison.Ordinal);
        var reading = Workbooks.Read(Societies, Workbooks.Of([("表", "", data), ("Sheet2", "", "<sheetData/>")]));
        reading.Problems.ShouldBeEmpty();
        reading.Records.Select(record => record.Line).ShouldBe([2, 4]);
    }

    [Fact]
    public void Every_visible_sheet_is_read_and_the_help_sheet_is_not()
    {
        string One(string name) =>
            Workbooks.Data([
                ["社团名称"],
                [name],
            ]);
        var reading = Workbooks.Read(
            Societies,
            Workbooks.Of([
                ("甲区", "", One("合成甲")),
                ("乙区", "", One("合成乙")),
                ("旧", "hidden", One("合成丙")),
                ("更旧", "veryHidden", "<sheetData/>"),
                (
                    SheetTemplate.HelpSheet,
                    "",
                    Workbooks.Data([
                        ["随便"],
                        ["写写"],
                    ])
                ),
            ])
        );
        reading.Problems.ShouldBeEmpty();
        reading
            .Records.Select(record => (record.Position, record.Sheet, record.Values[0]))
            .ShouldBe([(1, "甲区", "合成甲"), (2, "乙区", "合成乙")]);
        reading.Notices.Select(notice => (notice.Code, notice.Subject)).ShouldBe([("SHEET_HIDDEN", "旧"), ("SHEET_HIDDEN", "更旧")]);
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "gb18030"];

    [Theory, MemberData(nameof(Encodings))]
    public void A_text_is_read_in_every_encoding_that_spreadsheets_write(string encoding)
    {
        const string text = "社团名称,别名\r\n合成学会,\"甲；\r\n乙\"\r\n,\r\n\"合成\"\"协会\"\"\",'=1+1\r\n";
        var file = encoding switch
        {
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        };
        var reading = Workbooks.Read(Societies, file, "list.csv");
        reading.Problems.ShouldBeEmpty();
        reading.Records.Select(record => (record.Line, record.Values[0])).ShouldBe([(2, "合成学会"), (5, "合成\"协会\"")]);
        reading.Records[0].Values[Societies.IndexOf("aliases")].ShouldBe((string[])["甲", "乙"]);
        reading.Records[1].Values[Societies.IndexOf("aliases")].ShouldBe((string[])["=1+1"]);
    }

    [Fact]
    public void A_problem_names_its_place_as_a_spreadsheet_or_an_editor_does()
    {
        var inWorkbook = Workbooks
            .Read(Societies, Workbooks.OfRows(["社团名称", "类型"], ["合成学会", "学院"]))
            .Problems.ShouldHaveSingleItem();
        (inWorkbook.Place("list.xlsx"), inWorkbook.Field).ShouldBe(("list.xlsx 表!B2", "类型"));
        var inText = Workbooks
            .Read(Societies, Encoding.UTF8.GetBytes("社团名称,类型\n\"合成\n学会\",学院\n合成协会, 学院\n"), "list.csv")
            .Problems;
        inText
            .Select(problem => (problem.Code, problem.Place("list.csv")))
            .ShouldBe([("SP-IMPORT-126", "list.csv:2:1"), ("SP-IMPORT-125", "list.csv:3:2"), ("SP-IMPORT-125", "list.csv:4:2")]);
    }
}
