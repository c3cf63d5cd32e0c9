using SocietyParty.Etl.Import;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Offices;

/// <summary>Published lists from offices that nobody here has seen: as text, tables, documents and workbooks.</summary>
public sealed partial class OfficeRosterTests
{
    private static readonly Dictionary<string, string> Header = new()
    {
        [HeaderKeys.Committee] = "合成科技社团党委",
        [HeaderKeys.Region] = "410400",
        [HeaderKeys.DocumentTitle] = "关于虚构的通知",
        [HeaderKeys.Title] = "虚构名单",
        [HeaderKeys.IssuedOn] = "2022-05-31",
    };

    private static readonly string[][] Table =
    [
        ["序号", "党组织名称", "类别", "备注"],
        ["1", "虚构市甲学会党支部", "A类", ""],
        ["2", "虚构市乙学会、虚构市丙学会联合党支部", "B", "新建"],
    ];

    public static TheoryData<string, string, byte[], string> Lists =>
        new()
        {
            {
                "numbers and bullets",
                "名单.txt",
                OfficeFiles.Utf8(
                    "附件\n虚构市科技社团党组织分类名单\n\n一、A类党组织（共三个）\n1.虚构市甲学会党支部\n（2）虚构市乙学会党支部\n③虚构市丙学会党支部\n"
                        + "二、B类党支部（2个）：\n1、虚构市丁学会党支部 ★虚构市戊学会党支部（筹）\n（三）C类党支部（12 个）\n- 虚构市3D打印学会党支部\n合计：6个\n"
                ),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    A ESTABLISHED BRANCH 虚构市乙学会党支部 = 虚构市乙学会
                    A ESTABLISHED BRANCH 虚构市丙学会党支部 = 虚构市丙学会
                    B ESTABLISHED BRANCH 虚构市丁学会党支部 = 虚构市丁学会
                    B PROPOSED BRANCH 虚构市戊学会党支部 = 虚构市戊学会
                    C ESTABLISHED FUNCTIONAL_BRANCH 虚构市3D打印学会党支部 = 虚构市3D打印学会
                    A: 3
                    B: 2
                    C: 12
                    · 第1行：“附件”不是名单内容，没有导入
                    · 第2行：“虚构市科技社团党组织分类名单”不是名单内容，没有导入
                    · 第12行：“合计：6个”不是名单内容，没有导入
                    · 6 个名称前面的序号或者符号不属于名称，已去掉
                    """
            },
            {
                "unclassified ones",
                "名单.txt",
                OfficeFiles.Utf8("A 类党支部 (1 个):\n虚构市甲学会党支部\n未分类党支部（2个）：\n虚构市丁学会党支部\n虚构市戊学会党支部\n"),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    UNCLASSIFIED ESTABLISHED BRANCH 虚构市丁学会党支部 = 虚构市丁学会
                    UNCLASSIFIED ESTABLISHED BRANCH 虚构市戊学会党支部 = 虚构市戊学会
                    A: 1
                    UNCLASSIFIED: 2
                    """
            },
            {
                "ordinals",
                "名单.txt",
                OfficeFiles.Utf8("A类党支部（2个）：\n虚构市丁学会第一党支部\n虚构市丁学会第二党支部\n"),
                """
                    A ESTABLISHED BRANCH 虚构市丁学会第一党支部 = 虚构市丁学会
                    A ESTABLISHED BRANCH 虚构市丁学会第二党支部 = 虚构市丁学会
                    A: 2
                    """
            },
            {
                "a joint branch of an office",
                "名单.txt",
                OfficeFiles.Utf8("A类党支部：\n中共虚构市科协办事机构第二联合党支部\n"),
                """
                    ! 2:1: 联合党支部“中共虚构市科协办事机构第二联合党支部”没有写明由哪些科技社团组成。请用表格名单，在“社团”一列写明各科技社团，用“；”隔开。
                    """
            },
            {
                "official names",
                "名单.txt",
                OfficeFiles.Utf8(
                    "B类党组织（四个）：\n中共虚构市甲学会支部委员会 中共虚构市乙学会总支部委员会 中共虚构市丙学会委员会\n中国共产党虚构市丁学会支部委员会\n"
                ),
                """
                    B ESTABLISHED BRANCH 中共虚构市甲学会支部委员会 = 虚构市甲学会
                    B ESTABLISHED GENERAL_BRANCH 中共虚构市乙学会总支部委员会 = 虚构市乙学会
                    B ESTABLISHED PARTY_COMMITTEE 中共虚构市丙学会委员会 = 虚构市丙学会
                    B ESTABLISHED BRANCH 中国共产党虚构市丁学会支部委员会 = 虚构市丁学会
                    B: 4
                    """
            },
            {
                "joint branches in the text",
                "名单.txt",
                OfficeFiles.Utf8("A类党支部：\n虚构市甲学会、虚构市乙协会联合党支部\n"),
                """
                    A ESTABLISHED JOINT_BRANCH 虚构市甲学会、虚构市乙协会联合党支部 = 虚构市甲学会 + 虚构市乙协会
                    """
            },
            {
                "names run together",
                "名单.txt",
                OfficeFiles.Utf8("A类党支部：\n虚构市甲学会党支部、虚构市乙协会党支部\n"),
                """
                    ! 2:1: “虚构市甲学会党支部、虚构市乙协会党支部”像是几个名称连在一起。请在名称之间加空格，不要用其他分隔符。
                    """
            },
            {
                "GB18030",
                "名单.txt",
                OfficeFiles.Gb18030("A类党支部（1个）：\r\n虚构市甲学会党支部\r\n"),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    A: 1
                    """
            },
            {
                "what nobody sees in names",
                "名单.csv",
                OfficeFiles.Utf8(
                    "分类,党支部\nA,虚构市\u200B甲学会党支部\nA,虚构市\u00A0乙学会党支部\nA,虚构市 丙学会党支部\nA,虚构市\uE863丁学会党支部\n"
                ),
                """
                    ! 2:2: 名称“虚构市□甲学会党支部”的第 4 个字符是 U+200B，看不见、是空格或者没有通用的含义。请删除这个字符，或者重新输入名称。
                    ! 3:2: 名称“虚构市□乙学会党支部”的第 4 个字符是 U+00A0，看不见、是空格或者没有通用的含义。请删除这个字符，或者重新输入名称。
                    ! 4:2: 名称“虚构市□丙学会党支部”的第 4 个字符是 U+0020，看不见、是空格或者没有通用的含义。请删除这个字符，或者重新输入名称。
                    ! 5:2: 名称“虚构市□丁学会党支部”的第 4 个字符是 U+E863，看不见、是空格或者没有通用的含义。请删除这个字符，或者重新输入名称。
                    """
            },
            {
                "a table with a title, numbers and remarks",
                "名单.csv",
                OfficeFiles.Utf8(
                    "虚构市科技社团党组织名单,,,\n序号,党支部名称,类别,备注\n1,虚构市甲学会党支部,A类,\n2,虚构市乙学会党支部,未分类,\n"
                ),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    UNCLASSIFIED ESTABLISHED BRANCH 虚构市乙学会党支部 = 虚构市乙学会
                    · 第1行：表头之上的“虚构市科技社团党组织名单”没有导入
                    · 第2行：列“序号”不在模板中，没有导入
                    · 第2行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "a document with a table",
                "名单.docx",
                OfficeFiles.Document("附件1", "虚构市科技社团党组织名单", Table),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    B ESTABLISHED JOINT_BRANCH 虚构市乙学会、虚构市丙学会联合党支部 = 虚构市乙学会 + 虚构市丙学会
                    · 第1行：表头之上的“附件1”没有导入
                    · 第2行：表头之上的“虚构市科技社团党组织名单”没有导入
                    · 第3行：列“序号”不在模板中，没有导入
                    · 第3行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "a document whose table has merged cells: a category beside several branches, a title and a heading over two columns",
                "名单.docx",
                OfficeFiles.Document(
                    (object)
                        (string[][])
                            [
                                ["⇥虚构市科技社团党组织名单"],
                                ["类别", "党支部名称", "备注"],
                                ["↧A类", "虚构市甲学会党支部", ""],
                                ["↑", "虚构市乙学会党支部", ""],
                                ["C类", "⇥虚构市丙学会党支部"],
                            ]
                ),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    A ESTABLISHED BRANCH 虚构市乙学会党支部 = 虚构市乙学会
                    C ESTABLISHED FUNCTIONAL_BRANCH 虚构市丙学会党支部 = 虚构市丙学会
                    · 第1行：表头之上的“虚构市科技社团党组织名单”没有导入
                    · 第2行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "a document with headings and a table below each",
                "名单.docx",
                OfficeFiles.Document(
                    "虚构市科技社团党组织名单",
                    "一、A类党支部（1个）",
                    (string[][])
                        [
                            ["序号", "党支部名称"],
                            ["1", "虚构市甲学会党支部"],
                        ],
                    "二、C类党支部（1个）",
                    (string[][])
                        [
                            ["序号", "党支部名称"],
                            ["1", "虚构市乙学会功能型特设党支部"],
                        ]
                ),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    C ESTABLISHED FUNCTIONAL_BRANCH 虚构市乙学会功能型特设党支部 = 虚构市乙学会
                    A: 1
                    C: 1
                    · 第1行：“虚构市科技社团党组织名单”不是名单内容，没有导入
                    · 第3行：“序号 党支部名称”不是名单内容，没有导入
                    · 第6行：“序号 党支部名称”不是名单内容，没有导入
                    · 2 个名称前面的序号或者符号不属于名称，已去掉
                    """
            },
            {
                "a workbook with a table",
                "名单.xlsx",
                OfficeFiles.Sheet([
                    ["虚构市科技社团党组织名单"],
                    .. Table,
                ]),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    B ESTABLISHED JOINT_BRANCH 虚构市乙学会、虚构市丙学会联合党支部 = 虚构市乙学会 + 虚构市丙学会
                    · 第1行：表头之上的“虚构市科技社团党组织名单”没有导入
                    · 第2行：列“序号”不在模板中，没有导入
                    · 第2行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "a workbook whose category reaches over several rows",
                "名单.xlsx",
                Workbooks.Of([
                    (
                        "表",
                        "",
                        Workbooks.Data([
                            ["虚构市科技社团党组织名单"],
                            ["类别", "党支部名称"],
                            ["A类", "虚构市甲学会党支部"],
                            ["", "虚构市乙学会党支部"],
                            ["C类", "虚构市丙学会功能型特设党支部"],
                            ["", "虚构市丁学会功能型特设党支部"],
                            ["", "虚构市戊学会功能型特设党支部"],
                        ]) + "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A5:A7\"/></mergeCells>"
                    ),
                ]),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    A ESTABLISHED BRANCH 虚构市乙学会党支部 = 虚构市乙学会
                    C ESTABLISHED FUNCTIONAL_BRANCH 虚构市丙学会功能型特设党支部 = 虚构市丙学会
                    C ESTABLISHED FUNCTIONAL_BRANCH 虚构市丁学会功能型特设党支部 = 虚构市丁学会
                    C ESTABLISHED FUNCTIONAL_BRANCH 虚构市戊学会功能型特设党支部 = 虚构市戊学会
                    · 第1行：表头之上的“虚构市科技社团党组织名单”没有导入
                    """
            },
            {
                "a workbook as the annex prints it",
                "名单.xlsx",
                OfficeFiles.Sheet([
                    ["A类党支部（2个）："],
                    ["虚构市甲学会党支部", "虚构市乙学会党支部"],
                    ["填表人：虚某"],
                ]),
                """
                    A ESTABLISHED BRANCH 虚构市甲学会党支部 = 虚构市甲学会
                    A ESTABLISHED BRANCH 虚构市乙学会党支部 = 虚构市乙学会
                    A: 2
                    · 第3行：“填表人：虚某”不是名单内容，没有导入
                    """
            },
            {
                "a broken document",
                "名单.docx",
                [.. "PK\u0003\u0004"u8, 1, 2, 3],
                """
                    ! : 文件是压缩文件，或者损坏的 .xlsx、.docx，不是文本。请在表格软件中另存为“CSV UTF-8（逗号分隔）”；在文字处理软件中另存为 UTF-8 纯文本。
                    """
            },
            {
                "a name before any heading",
                "名单.txt",
                OfficeFiles.Utf8("虚构市甲学会党支部\nA类党支部：\n虚构市乙学会党支部\n"),
                """
                    ! 1:1: “虚构市甲学会党支部”出现在第一个标题之前。请补上标题，或者删除不属于名单的内容。
                    """
            },
        };

    [Theory, MemberData(nameof(Lists)), MemberData(nameof(OtherLists))]
    public void A_published_list_is_read_or_refused_with_the_right_words(string what, string fileName, byte[] file, string expected)
    {
        var reading = RosterReader.Read(new MemoryStream(file), fileName, Header);
        var told = string.Join(
            '\n',
            [
                .. (reading.File?.Entries ?? []).Select(entry =>
                    $"{entry.Category} {entry.Status} {entry.Form} {entry.Branch} = {string.Join(" + ", entry.Societies)}"
                ),
                .. (reading.File?.Stated ?? new Dictionary<string, int>()).Select(pair => $"{pair.Key}: {pair.Value}"),
                .. (reading.File?.Notices ?? []).Select(notice => $"· {notice.MessageIn(Language.Chinese)}"),
                .. reading.Problems.Select(problem =>
                    $"! {problem.Address}: {problem.Message(Language.Chinese)}{problem.Hint(Language.Chinese)}"
                ),
            ]
        );
        told.ShouldBe(expected.ReplaceLineEndings("\n").Trim(), what);
    }

    [Fact]
    public async Task A_list_finds_what_is_written_otherwise_and_says_so()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["虚构市甲（东区）学会"], branches: ["虚构市甲（东区）学会党支部"]);
        var file = RosterReader
            .Read(new MemoryStream(OfficeFiles.Utf8("A类党支部：\n虚构市甲(东区)学会党支部\n虚构市⽂学学会党支部\n")), "名单.txt", Header)
            .File!;
        var report = await RosterImporter.ImportAsync(graph.Source, file);
        report.Problems.ShouldBeEmpty();
        report
            .Discrepancies.Where(notice => notice.Code == "NAME_WRITTEN_OTHERWISE")
            .Select(notice => notice.Subject)
            .ShouldBe(["虚构市甲(东区)学会", "虚构市甲(东区)学会党支部"], ignoreOrder: true);
        // As published: the radical stays, and the next list that has the character finds it.
        (await graph.RowsAsync("SELECT name FROM graph.society ORDER BY id")).ShouldBe(["虚构市甲（东区）学会", "虚构市⽂学学会"]);
        var next = RosterReader
            .Read(new MemoryStream(OfficeFiles.Utf8("A类党支部：\n虚构市甲（东区）学会党支部\n虚构市文学学会党支部\n")), "名单.txt", Header)
            .File!;
        (await RosterImporter.ImportAsync(graph.Source, next)).InsertedCount.ShouldBe(0);
    }
}
