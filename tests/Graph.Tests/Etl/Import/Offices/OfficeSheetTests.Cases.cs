using SocietyParty.Graph.Tests.Etl.Import.Sheets;

namespace SocietyParty.Graph.Tests.Etl.Import.Offices;

/// <content>Lists of societies.</content>
public sealed partial class OfficeSheetTests
{
    private const string Title = "虚构市科学技术协会所属社团情况表（2024年度）";

    public static TheoryData<string, string, string, byte[], string> OfSocieties =>
        new()
        {
            {
                "a title, numbers, remarks, a sum and who filled it in",
                "societies",
                "社团.xlsx",
                OfficeFiles.Sheet(
                    [
                        [Title],
                        ["填报单位：虚构市科协", "", "", "单位：个"],
                        ["序号", "学会名称（全称）", "学科", "联系电话", "备注"],
                        ["<c><v>1</v></c>", "虚构市丙学会", "理科", "0400-1", ""],
                        ["<c><v>2</v></c>", "虚构市丁研究会", "工", "", "新"],
                        ["<c><v>3</v></c>"],
                        ["合　计", "", "2"],
                        ["填表人：虚某", "", "审核人：虚乙"],
                        ["注：数据截至2024年底"],
                    ],
                    "<mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"A7:B7\"/></mergeCells>"
                ),
                """
                    2 read, 2 new, 0 changed
                    · “Sheet1”第1行：表头之上的“虚构市科学技术协会所属社团情况表（2024年度）”没有导入
                    · “Sheet1”第2行：表头之上的“填报单位：虚构市科协”没有导入
                    · “Sheet1”第3行：列“联系电话”不在模板中，没有导入
                    · “Sheet1”第3行：列“备注”不在模板中，没有导入
                    · “Sheet1”第7行：“合　计”一行不是名单内容，没有导入
                    · “Sheet1”第8行：“填表人：虚某”一行不是名单内容，没有导入
                    · “Sheet1”第9行：“注：数据截至2024年底”一行不是名单内容，没有导入
                    """
            },
            {
                "merged cells among the rows",
                "societies",
                "社团.xlsx",
                OfficeFiles.Sheet(
                    [
                        ["社团名称", "学科"],
                        ["虚构市丙学会", "理"],
                        ["虚构市丁学会"],
                    ],
                    "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>"
                ),
                """
                    2 read, 0 new, 0 changed
                    ! Sheet1 B2: 单元格 B2:B3 是合并的。请取消合并，每格都填写。
                    """
            },
            {
                "names that differ in writing from those known",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8("社团名称,学科\n虚构市甲学会,理\n虚构市乙(东区)协会,工\n"),
                """
                    2 read, 0 new, 2 changed
                    · 第3行：“虚构市乙(东区)协会”与“虚构市乙（东区）协会”只是写法不同，按“虚构市乙（东区）协会”导入；如果不是同一个，请改正名称
                    """
            },
            {
                "radicals out of a PDF file, twice in a list",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8(
                    "学会名称\n虚构市文学学会\n虚构市⽂学学会\n虚构市⻰舟协会\n虚构市龙舟协会\n虚构市ＩＴ·学会\n虚构市IT•学会\n"
                ),
                """
                    6 read, 0 new, 0 changed
                    !  3:1: 按别名、代码，或者只差写法（全角半角、空格、部首字形、括号、间隔号），这一行与 第2行 是同一个对象。请删除其中一行。
                    !  5:1: 按别名、代码，或者只差写法（全角半角、空格、部首字形、括号、间隔号），这一行与 第4行 是同一个对象。请删除其中一行。
                    !  7:1: 按别名、代码，或者只差写法（全角半角、空格、部首字形、括号、间隔号），这一行与 第6行 是同一个对象。请删除其中一行。
                    """
            },
            {
                "invisible characters",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8("社团名称\n虚构市\u200B丙学会\n虚构市\uE863丁学会\n"),
                """
                    2 read, 0 new, 0 changed
                    !  2:1: 内容的第 4 个字符是 U+200B，看不见或者没有通用的含义。请删除这个字符；如果是丢失的字符（U+FFFD），请用原文件。
                    !  3:1: 内容的第 4 个字符是 U+E863，看不见或者没有通用的含义。请删除这个字符；如果是丢失的字符（U+FFFD），请用原文件。
                    """
            },
            {
                "codes in lower case, full width and groups",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8("社团名称,统一社会信用代码（18位）\n虚构市丙学会,ｙ1500000000000001j\n虚构市丁学会,y150000000000001\n"),
                """
                    2 read, 0 new, 0 changed
                    !  3:2: “y150000000000001”不是统一社会信用代码。请改正代码，或者不填。
                    """
            },
            {
                "a nonsense discipline beside another error",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8("社团名称,层级,学科\n虚构市丙学会,乡级,玄学\n虚构市丁学会,市级,玄学\n"),
                """
                    2 read, 0 new, 0 changed
                    !  2:2: “乡级”不是可选的值。请从中选择一个，模板中有下拉列表。
                    !  2:3: 没有“玄学”这一学科。请改正学科，或者不填。
                    !  3:3: 没有“玄学”这一学科。请改正学科，或者不填。
                    """
            },
            {
                "Excel's Unicode text: UTF-16 with tabs",
                "societies",
                "社团.txt",
                OfficeFiles.Utf16("社团名称\t学科\r\n虚构市丙学会\t医\r\n"),
                """
                    1 read, 1 new, 0 changed
                    """
            },
            {
                "sep= and texts that are kept",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8("sep=;\r\n社团名称;信用代码\r\n虚构市丙学会;=\"Y1500000000000001J\"\r\n"),
                """
                    1 read, 1 new, 0 changed
                    """
            },
            {
                "GB18030 with a mark, and a character that was private use",
                "societies",
                "社团.csv",
                OfficeFiles.Gb18030("社团名称,备注\r\n虚构市丙\uE864学会,无\r\n", hasMark: true),
                """
                    1 read, 1 new, 0 changed
                    · 第1行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "a text that is named a workbook",
                "societies",
                "社团.xlsx",
                OfficeFiles.Utf8("虚构市丙学会\n虚构市丁学会\n"),
                """
                    0 read, 0 new, 0 changed
                    !  : 文件是名为工作簿、内容却不是工作簿的文件。请在表格软件中另存为 .xlsx 或者 CSV UTF-8；有密码的先取消密码。
                    """
            },
            {
                "a web page that a system exported",
                "societies",
                "社团.xls",
                OfficeFiles.Utf8("<html><table><tr><td>社团名称</td></tr></table></html>"),
                """
                    0 read, 0 new, 0 changed
                    !  : 文件是网页文件（有的系统导出的 .xls 其实是网页）。请在表格软件中另存为 .xlsx 或者 CSV UTF-8；有密码的先取消密码。
                    """
            },
            {
                "a workbook with parts and links that are broken",
                "societies",
                "社团.xlsx",
                OfficeFiles.With(
                    OfficeFiles.Sheet(
                        [
                            ["社团名称"],
                            ["虚构市丙学会"],
                        ],
                        "<hyperlinks><hyperlink ref=\"A2\" r:id=\"rId1\" "
                            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"/></hyperlinks>"
                    ),
                    (
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                            + "Type=\"x/hyperlink\" Target=\"mailto:甲@@[乙]\" TargetMode=\"External\"/><Relationship Id=\"rId2\" "
                            + "Type=\"x/printerSettings\" Target=\"../printerSettings/none.bin\"/></Relationships>"
                    ),
                    ("xl/calcChain.xml", "<<<")
                ),
                """
                    1 read, 1 new, 0 changed
                    """
            },
            {
                "rows that a filter hides, a header once more and a sheet of explanations",
                "societies",
                "社团.xlsx",
                Workbooks.Of([
                    ("填报说明", "", "<sheetData><row><c t=\"inlineStr\"><is><t>一、填写全称</t></is></c></row></sheetData>"),
                    (
                        "名单",
                        "",
                        Workbooks
                            .Data([
                                ["社团名称", "学科"],
                                ["虚构市丙学会", "理"],
                                ["社团名称", "学科"],
                                ["虚构市丁学会", "工"],
                            ])
                            .Replace("<row r=\"4\">", "<row r=\"4\" hidden=\"1\">", StringComparison.Ordinal)
                    ),
                ]),
                """
                    2 read, 2 new, 0 changed
                    · 工作表“填报说明”是说明，没有导入
                    · “名单”第3行：“社团名称”一行不是名单内容，没有导入
                    · 工作表“名单”有 1 行被筛选或者隐藏，也已导入
                    """
            },
            {
                "empty texts of formulas",
                "societies",
                "社团.xlsx",
                OfficeFiles.Sheet([
                    ["社团名称", "学科"],
                    ["虚构市丙学会", "<c t=\"str\"><f>IF(1,\"\")</f><v/></c>"],
                    ["<c t=\"str\"><f>B9</f><v></v></c>", "<c t=\"str\"><f>B9</f><v/></c>"],
                ]),
                """
                    1 read, 1 new, 0 changed
                    """
            },
            {
                "no header at all",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8("虚构市丙学会,理\n虚构市丁学会,工\n"),
                """
                    0 read, 0 new, 0 changed
                    !  1: 表头缺少列“社团名称”。请补上这一列的表头，或者使用导入页上的模板。
                    """
            },
        };
}
