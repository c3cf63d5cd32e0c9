using System.Text;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Each problem that a file itself can show, once, with its place.</summary>
public class SheetProblemTests
{
    private const string Long = "合成";

    // What is wrong, the CSV, code, line and column; no line: the whole file.
    public static TheoryData<string, string, string, int?, int?> Texts =>
        new()
        {
            { "a quotation mark never closed", "社团名称\n合成甲\n\"合成乙\n合成丙\n", "SP-IMPORT-105", 3, 1 },
            { "a quotation mark inside a value", "社团名称\n合\"成甲\n", "SP-IMPORT-105", 2, 1 },
            { "a quotation mark in the header row", "社团名称,\"类型\n合成甲,学会\n", "SP-IMPORT-105", 1, 2 },
            { "a name missing in a short row", "类型,社团名称\n学会\n", "SP-IMPORT-120", 2, 2 },
            { "no rows", "社团名称\n,\n", "SP-IMPORT-106", null, null },
            { "a column twice", "社团名称,名称\n合成甲,合成甲\n", "SP-IMPORT-112", 1, 2 },
            { "a column missing", "类型\n学会\n", "SP-IMPORT-113", 1, null },
            { "a value without a header", "社团名称\n合成甲,乙\n", "SP-IMPORT-114", 2, 2 },
            { "a name missing", "社团名称,类型\n,学会\n", "SP-IMPORT-120", 2, 1 },
            { "a name too long", $"社团名称\n{Long}{new string('长', 199)}\n", "SP-IMPORT-121", 2, 1 },
            { "an unknown choice", "社团名称,层级\n合成甲,乡级\n", "SP-IMPORT-125", 2, 2 },
            { "an unknown choice behind a value of two lines", "别名,层级,社团名称\n\"乙\n丙\",乡级,合成甲\n", "SP-IMPORT-125", 3, 2 },
            { "a sign that nobody sees", "社团名称\n合成\u200B甲\n", "SP-IMPORT-126", 2, 1 },
            { "a lost character", "社团名称\n合成\uFFFD甲\n", "SP-IMPORT-126", 2, 1 },
            { "a code that is none", "社团名称,信用代码\n合成甲,9111000060003734\n", "SP-IMPORT-130", 2, 2 },
            { "a row twice", "社团名称\n合成甲\n合成乙\n合成甲\n", "SP-IMPORT-132", 4, 1 },
            { "an item twice", "社团名称,别名\n合成甲,乙；乙\n", "SP-IMPORT-133", 2, 2 },
        };

    [Theory, MemberData(nameof(Texts))]
    public void A_text_is_refused_with_its_place(string what, string text, string code, int? line, int? column)
    {
        var problem = Workbooks
            .Read(SheetKind.Find("societies")!, Encoding.UTF8.GetBytes(text), "list.csv")
            .Problems.ShouldHaveSingleItem(what);
        (problem.Code, problem.Line, problem.Column, problem.Sheet).ShouldBe((code, line, column, null), what);
    }

    [Fact]
    public void A_wrong_quotation_mark_hides_nothing_of_what_stands_below_it()
    {
        var reading = Workbooks.Read(
            SheetKind.Find("societies")!,
            Encoding.UTF8.GetBytes("社团名称,类型\n合成甲,\"学会\n合成乙,学院\n\"合成\"丙,学会\n合成丁,学会\n合成戊,\"学院\"\n"),
            "list.csv"
        );
        reading
            .Problems.Select(problem => (problem.Code, problem.Address, problem.Field))
            .ShouldBe([
                ("SP-IMPORT-105", "2:2", "类型"),
                ("SP-IMPORT-125", "3:2", "类型"),
                ("SP-IMPORT-105", "4:1", "社团名称"),
                ("SP-IMPORT-125", "6:2", "类型"),
            ]);
        (reading.ReadCount, reading.Records.Single().Line).ShouldBe((5, 5));
    }

    // What is wrong, kind, header, cell (text or XML), code.
    public static TheoryData<string, string, string, string, string> Cells =>
        new()
        {
            { "no day", "branches", "状态起始日期", "2022-02-30", "SP-IMPORT-122" },
            { "a year instead of a day", "branches", "状态起始日期", "<c><v>2022</v></c>", "SP-IMPORT-122" },
            { "a day with a time", "branches", "状态起始日期", "<c s=\"1\"><v>44712.5</v></c>", "SP-IMPORT-122" },
            { "a time", "branches", "状态起始日期", "<c s=\"3\"><v>0.5</v></c>", "SP-IMPORT-122" },
            { "a number that is none", "appointments", "届次", "三", "SP-IMPORT-123" },
            { "two numbers in one cell", "appointments", "届次", "1 2", "SP-IMPORT-123" },
            { "half a term", "appointments", "届次", "<c><v>2.5</v></c>", "SP-IMPORT-123" },
            { "a day instead of a number", "appointments", "届次", "<c s=\"1\"><v>44712</v></c>", "SP-IMPORT-123" },
            { "a number out of range", "appointments", "届次", "0", "SP-IMPORT-124" },
            { "a number that lost digits", "societies", "信用代码", "<c><v>9.1110000600037299E+17</v></c>", "SP-IMPORT-127" },
            { "an error", "societies", "别名", "<c t=\"e\"><v>#REF!</v></c>", "SP-IMPORT-128" },
            { "a formula without a value", "societies", "别名", "<c><f>A1</f></c>", "SP-IMPORT-129" },
            { "no region", "supporting-units", "所在地代码", "重庆", "SP-IMPORT-135" },
        };

    [Theory, MemberData(nameof(Cells))]
    public void A_cell_is_refused_with_its_address(string what, string kind, string header, string cell, string code)
    {
        string[] names = kind switch
        {
            "appointments" => ["人员编号", "职务", "任职起始日期"],
            _ => [SheetKind.Find(kind)!.Columns[0].Header],
        };
        string[] values = kind == "appointments" ? ["合成-1", "理事长", "2022-05-31"] : ["合成甲党支部"];
        var problem = Workbooks
            .Read(SheetKind.Find(kind)!, Workbooks.OfRows([.. names, header], [.. values, cell]))
            .Problems.ShouldHaveSingleItem(what);
        (problem.Code, problem.Sheet, problem.Address).ShouldBe((code, "表", $"{ImportProblem.ColumnName(names.Length + 1)}2"), what);
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Workbooks
            .Read(
                SheetKind.Find("supporting-units")!,
                Encoding.UTF8.GetBytes("支撑单位名称,支撑的学会,起始日期,终止日期\n合成院,合成学会,2022-05-31,2022-05-31\n"),
                "list.csv"
            )
            .Problems.ShouldHaveSingleItem()
            .Code.ShouldBe("SP-IMPORT-134");

    [Fact]
    public void Merged_cells_are_refused_with_their_range()
    {
        var data =
            Workbooks.Data([
                ["社团名称", "类型"],
                ["合成甲", "学会"],
            ]) + "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>";
        var problem = Workbooks.Read(SheetKind.Find("societies")!, Workbooks.Of([("表", "", data)])).Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Address).ShouldBe(("SP-IMPORT-110", "A1"));
        problem.Message(Language.English).ShouldContain("A1:B1");
    }

    [Fact]
    public void All_problems_are_told_up_to_a_number_and_the_rest_is_counted()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(n => $"合成{n},学院{n}\n"));
        var reading = Workbooks.Read(
            SheetKind.Find("societies")!,
            Encoding.UTF8.GetBytes("社团名称,类型\n" + rows),
            "list.csv",
            new SheetLimits(ProblemsMax: 10)
        );
        reading.Problems.Take(10).Select(problem => problem.Line).ShouldBe(Enumerable.Range(2, 10).Cast<int?>());
        (reading.Problems[10].Code, reading.Problems.Count).ShouldBe(("SP-IMPORT-199", 11));
        reading.Problems[10].Message(Language.English).ShouldContain("20 more");
    }

    public static TheoryData<string, byte[], string> OtherFiles =>
        new()
        {
            { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 1], "SP-IMPORT-101" },
            { "a PDF", "%PDF-1.7"u8.ToArray(), "SP-IMPORT-101" },
            { "nothing", [], "SP-IMPORT-101" },
            { "a web page", "<html><table>"u8.ToArray(), "SP-IMPORT-101" },
            { "a text that is named a workbook", [0x41, 0x0A], "SP-IMPORT-101" },
            { "a ZIP container that is none", "PK\u0003\u0004xxxxxxxxxx"u8.ToArray(), "SP-IMPORT-102" },
            { "binary", [0x41, 0, 0x42], "SP-IMPORT-104" },
            { "no encoding's bytes", [0x41, 0x0A, 0xFF, 0xFF], "SP-IMPORT-104" },
        };

    [Theory, MemberData(nameof(OtherFiles))]
    public void Another_file_is_refused(string what, byte[] file, string code) =>
        Workbooks
            .Read(SheetKind.Find("societies")!, file, code == "SP-IMPORT-104" ? "list.csv" : "list.xlsx")
            .Problems.ShouldHaveSingleItem(what)
            .Code.ShouldBe(code, what);
}
