using System.Text;
using SocietyParty.Etl.Import;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import;

/// <summary>A row for everything that a file can have wrong in itself.</summary>
public class RosterProblemTests
{
    private const string A = "A类党支部（1个）：\n";
    private const string Columns = "category,branch,status,status_since,form\n";

    // What is wrong, the file's name, its text after the header block, the code, the line in that text.
    public static TheoryData<string, string, string, string, int> Bodies =>
        new()
        {
            { "neither format", "list.txt", "各科技社团党支部\n", "SP-IMPORT-010", 1 },
            { "a header line inside a text", "list.txt", A + "# region: 410000\n甲学会党支部\n", "SP-IMPORT-015", 2 },
            { "a header line inside a CSV", "list.csv", Columns + "# region: 410000\nA,甲学会党支部,,,\n", "SP-IMPORT-015", 2 },
            { "an unknown category in a heading", "list.txt", A + "甲学会党支部\nD 类党支部 (1 个):\n乙学会党支部\n", "SP-IMPORT-021", 3 },
            { "an unknown category in a row", "list.csv", Columns + "A,甲学会党支部,,,\nD,乙学会党支部,,,\n", "SP-IMPORT-021", 3 },
            { "an empty category", "list.csv", Columns + ",甲学会党支部,,,\n", "SP-IMPORT-021", 2 },
            { "a heading twice", "list.txt", A + "甲学会党支部\n" + A + "乙学会党支部\n", "SP-IMPORT-022", 3 },
            { "an entry before the first heading", "list.txt", "甲学会党支部\n" + A + "乙学会党支部\n", "SP-IMPORT-023", 1 },
            { "a name without ending", "list.txt", A + "甲学会\n", "SP-IMPORT-024", 2 },
            { "an unknown mark", "list.txt", A + "甲学会党支部(筹备中)\n", "SP-IMPORT-024", 2 },
            { "a mark and another status", "list.csv", Columns + "A,甲学会党支部（筹）,已成立,,\n", "SP-IMPORT-024", 2 },
            { "a name without ending in a row", "list.csv", Columns + "A,甲学会,,,\n", "SP-IMPORT-024", 2 },
            { "a name that is only an ending", "list.txt", A + "党支部\n", "SP-IMPORT-025", 2 },
            { "a branch twice", "list.txt", A + "甲学会党支部\n乙学会党支部\n甲学会党支部\n", "SP-IMPORT-026", 4 },
            { "a branch twice, in two categories", "list.csv", Columns + "A,甲学会党支部,,,\nB,甲学会党支部,,,\n", "SP-IMPORT-026", 3 },
            { "two names with a comma between", "list.txt", A + "甲学会党支部、乙学会党支部\n", "SP-IMPORT-027", 2 },
            { "two names with nothing between", "list.txt", A + "甲学会党支部乙学会党支部\n", "SP-IMPORT-027", 2 },
            { "a mark without a name", "list.txt", A + "(推进中) 甲学会党支部\n", "SP-IMPORT-028", 2 },
            { "two marks after a name", "list.txt", A + "甲学会党支部(推进中)(已撤销)\n", "SP-IMPORT-028", 2 },
            { "a control character in a name", "list.txt", A + "甲\u0007学会党支部\n", "SP-IMPORT-029", 2 },
            { "a heading without entries", "list.txt", A, "SP-IMPORT-030", 0 },
            { "a header row without rows", "list.csv", Columns, "SP-IMPORT-030", 0 },
            { "a column missing", "list.csv", "category,status\nA,\n", "SP-IMPORT-031", 1 },
            { "semicolons instead of commas", "list.csv", "category;branch\nA;甲学会党支部\n", "SP-IMPORT-031", 1 },
            { "an unknown column", "list.csv", "category,branch,stauts\nA,甲学会党支部,\n", "SP-IMPORT-032", 1 },
            { "a column twice", "list.csv", "category,branch,分类\nA,甲学会党支部,A\n", "SP-IMPORT-032", 1 },
            { "a quotation mark that is not closed", "list.csv", Columns + "A,\"甲学会党支部,,,\nB,乙学会党支部,,,\n", "SP-IMPORT-033", 2 },
            { "a quotation mark inside a value", "list.csv", Columns + "A,甲\"学会党支部,,,\n", "SP-IMPORT-033", 2 },
            { "text after a closing quotation mark", "list.csv", Columns + "A,\"甲\"学会党支部,,,\n", "SP-IMPORT-033", 2 },
            { "a field too few", "list.csv", Columns + "A,甲学会党支部\n", "SP-IMPORT-034", 2 },
            { "a field too many", "list.csv", Columns + "A,甲学会党支部,,,,x\n", "SP-IMPORT-034", 2 },
            { "a bad status", "list.csv", Columns + "A,甲学会党支部,筹备中,,\n", "SP-IMPORT-035", 2 },
            { "a bad date", "list.csv", Columns + "A,甲学会党支部,,2022-02-30,\n", "SP-IMPORT-036", 2 },
            { "a bad form", "list.csv", Columns + "A,甲学会党支部,,,小组\n", "SP-IMPORT-037", 2 },
            { "a row without a branch", "list.csv", Columns + "A,,,,\n", "SP-IMPORT-038", 2 },
            { "a lost character in a text", "list.txt", A + "甲\uFFFD学会党支部\n", "SP-IMPORT-009", 2 },
            { "a lost character in a CSV", "list.csv", Columns + "A,甲\uFFFD学会党支部,,,\n", "SP-IMPORT-009", 2 },
        };

    [Theory, MemberData(nameof(Bodies))]
    public void A_wrong_list_is_refused_with_its_place(string what, string fileName, string body, string code, int line)
    {
        var reading = Rosters.Read(Rosters.Header + body, fileName);
        reading.File.ShouldBeNull(what);
        var problem = reading.Problems.ShouldHaveSingleItemOr(code);
        (problem.Code, problem.Line).ShouldBe((code, line == 0 ? null : line + Rosters.HeaderLines), what);
        problem.Expected(Language.English).ShouldNotBeEmpty();
        problem.Hint(Language.English).ShouldNotBeEmpty();
    }

    // What is wrong, the header block, the code, the line, a text that the hint must have.
    public static TheoryData<string, string, string, int, string> Headers =>
        new()
        {
            { "no committee", "# region: 500000\n# document-title: 甲\n# title: 乙\n", "SP-IMPORT-011", 0, "--committee" },
            { "no region", "# committee: 甲\n# document-title: 甲\n# title: 乙\n", "SP-IMPORT-011", 0, "--region" },
            { "no document", "# committee: 甲\n# region: 500000\n# title: 乙\n", "SP-IMPORT-011", 0, "--document-title" },
            { "no title", "# committee: 甲\n# region: 500000\n# document-title: 甲\n", "SP-IMPORT-011", 0, "# title: " },
            { "an empty title", "# committee: 甲\n# region: 500000\n# document-title: 甲\n# title:\n", "SP-IMPORT-011", 0, "# title: " },
            { "an unknown key", Rosters.Header + "# isued-on: 2022-01-01\n", "SP-IMPORT-012", 5, "key" },
            { "a key twice", Rosters.Header + "# region: 500000\n", "SP-IMPORT-013", 5, "Delete" },
            { "a region that is none", Rosters.Header.Replace("500000", "重庆", StringComparison.Ordinal), "SP-IMPORT-014", 2, "--region" },
            { "a date that is none", Rosters.Header + "# issued-on: 2022-13-01\n", "SP-IMPORT-014", 5, "--issued-on" },
            { "numbers that are none", Rosters.Header + "# stated: A=many\n", "SP-IMPORT-014", 5, "stated" },
            { "a number stated twice", Rosters.Header + "# stated: A=1\n", "SP-IMPORT-039", 6, "stated" },
        };

    [Theory, MemberData(nameof(Headers))]
    public void A_wrong_header_is_refused_and_says_what_to_write(string what, string header, string code, int line, string hint)
    {
        var problem = Rosters.Read(header + A + "甲学会党支部\n").Problems.ShouldHaveSingleItemOr(code);
        (problem.Code, problem.Line).ShouldBe((code, line == 0 ? null : line), what);
        problem.Hint(Language.English).ShouldContain(hint);
    }

    public static TheoryData<string, byte[], string, int, string> Bytes =>
        new()
        {
            { "empty", [], "SP-IMPORT-005", 0, "README" },
            { "a byte order mark only", [0xEF, 0xBB, 0xBF], "SP-IMPORT-005", 0, "README" },
            { "white space only", " \n\t\n"u8.ToArray(), "SP-IMPORT-005", 0, "README" },
            { "UTF-16 with a mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("# committee: 甲")], "SP-IMPORT-006", 0, "UTF-16LE" },
            { "big-endian UTF-16", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("# committee: 甲")], "SP-IMPORT-006", 0, "UTF-16BE" },
            { "UTF-16 without a mark", Encoding.Unicode.GetBytes("# committee: 甲"), "SP-IMPORT-006", 0, "UTF-16LE" },
            { "UTF-32", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("# committee")], "SP-IMPORT-006", 0, "UTF-32LE" },
            { "a workbook", [.. "PK\u0003\u0004"u8, 1, 2, 0, 0], "SP-IMPORT-007", 0, "CSV UTF-8" },
            { "a PDF", "%PDF-1.7 x"u8.ToArray(), "SP-IMPORT-007", 0, "Copy" },
            { "NUL bytes", [.. "# committee: x\nab"u8, 0, 1], "SP-IMPORT-007", 2, "Export" },
            { "a broken UTF-8 byte", [.. "# region: 500000\n\n# t"u8, 0xFF, (byte)'x'], "SP-IMPORT-008", 3, "UTF-8" },
        };

    [Theory, MemberData(nameof(Bytes))]
    public void Bytes_that_are_no_UTF8_text_are_refused(string what, byte[] bytes, string code, int line, string said)
    {
        var problem = Rosters.Read(bytes).Problems.ShouldHaveSingleItemOr(code);
        (problem.Code, problem.Line).ShouldBe((code, line == 0 ? null : line), what);
        $"{problem.Message(Language.English)} {problem.Hint(Language.English)}".ShouldContain(said);
    }

    [Fact]
    public void A_wrong_byte_is_counted_from_one()
    {
        Rosters.Read([.. "ab"u8, 0xFF]).Problems[0].Message(Language.English).ShouldContain("Byte 3 (0xFF)");
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_problem()
    {
        RosterReader.ReadFile(Path.Combine(Path.GetTempPath(), "no-such-list.txt")).Problems[0].Code.ShouldBe("SP-IMPORT-001");
        RosterReader.ReadFile(Path.GetTempPath()).Problems[0].Code.ShouldBe("SP-IMPORT-002");
    }

    [Fact]
    public void Limits_have_names()
    {
        var body = Rosters.Header + "A类党支部：\n甲学会党支部\n乙学会党支部\n丙学会党支部\n";
        Rosters.Read(body, limits: new ImportLimits(FileBytesMax: 100)).Problems[0].Code.ShouldBe("SP-IMPORT-004");
        Rosters.Read(body, limits: new ImportLimits(NameCharactersMax: 3)).Problems[0].Code.ShouldBe("SP-IMPORT-029");
        var tooMany = Rosters.Read(body, limits: new ImportLimits(EntriesMax: 2)).Problems.ShouldHaveSingleItem();
        (tooMany.Code, tooMany.Line).ShouldBe(("SP-IMPORT-020", 8));
        var wrong = string.Concat(Enumerable.Range(0, 9).Select(n => $"甲{n}\n"));
        Rosters
            .Read(Rosters.Header + A + wrong, limits: new ImportLimits(ProblemsMax: 3))
            .Problems.Select(p => p.Code)
            .ShouldBe(["SP-IMPORT-040", "SP-IMPORT-024", "SP-IMPORT-024", "SP-IMPORT-024"]);
    }

    [Fact]
    public void Every_problem_is_given_not_the_first_only()
    {
        var reading = Rosters.Read(
            Rosters.Header + "category,branch,status\nD,甲学会,筹备中\nA,乙学会党支部,\nA,乙学会党支部,\n",
            "list.csv"
        );
        reading
            .Problems.Select(p => (p.Code, p.Line))
            .ShouldBe([("SP-IMPORT-021", 6), ("SP-IMPORT-035", 6), ("SP-IMPORT-024", 6), ("SP-IMPORT-026", 8)]);
        reading.Problems[^1].Message(Language.English).ShouldContain("line 7");
    }

    // Wrong rows, the code, and the column's number and header.
    public static TheoryData<string, string, int?, string?> Fields =>
        new()
        {
            { "D,甲学会党支部,,,", "SP-IMPORT-021", 1, "category" },
            { "A,,,,", "SP-IMPORT-038", 2, "branch" },
            { "A,甲学会,,,", "SP-IMPORT-024", 2, "branch" },
            { "A,甲学会党支部,,,\nB,甲学会党支部,,,", "SP-IMPORT-026", 2, "branch" },
            { "A,甲学会党支部,筹备中,,", "SP-IMPORT-035", 3, "status" },
            { "A,甲学会党支部,,2022-02-30,", "SP-IMPORT-036", 4, "status_since" },
            { "A,甲学会党支部,,,小组", "SP-IMPORT-037", 5, "form" },
            { "A,甲学会党支部,,\uFFFD,", "SP-IMPORT-009", 4, "status_since" },
            { "A,甲学会党支部,已\"成立,,", "SP-IMPORT-033", 3, "status" },
            { "A,甲学会党支部,,,,,\"x", "SP-IMPORT-033", 7, null },
            { "A,甲学会党支部", "SP-IMPORT-034", null, null },
        };

    [Theory, MemberData(nameof(Fields))]
    public void A_wrong_field_is_named_by_its_column(string rows, string code, int? column, string? header)
    {
        var problem = Rosters.Read(Rosters.Header + Columns + rows + "\n", "list.csv").Problems.ShouldHaveSingleItemOr(code);
        (problem.Code, problem.Column, problem.Field).ShouldBe((code, column, header));
    }

    private static byte[] Gb(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
}

internal static class ProblemAssertions
{
    /// <summary>The only problem; the message lists all where there are several.</summary>
    public static ImportProblem ShouldHaveSingleItemOr(this IReadOnlyList<ImportProblem> problems, string code)
    {
        problems.Count.ShouldBe(1, $"expected {code}, found: {string.Join("; ", problems.Select(p => $"{p.Code}:{p.Line} {p.Message}"))}");
        return problems[0];
    }
}
