namespace SocietyParty.Graph.Tests.Etl.Import.Offices;

/// <content>Further lists: names in a row, two halves beside each other, headings among the rows.</content>
public sealed partial class OfficeRosterTests
{
    public static TheoryData<string, string, byte[], string> OtherLists =>
        new()
        {
            {
                "names behind the heading, separated by signs",
                "名单.txt",
                OfficeFiles.Utf8(
                    "A类党支部（2个）：虚构市甲学会党支部、虚构市乙学会党支部\nB类党支部：虚构市丙学会党支部；虚构市丁学会党支部。\n"
                ),
                """
                    ! 1:11: “虚构市甲学会党支部、虚构市乙学会党支部”像是几个名称连在一起。请在名称之间加空格，不要用其他分隔符。
                    ! 2:7: “虚构市丙学会党支部；虚构市丁学会党支部。”像是几个名称连在一起。请在名称之间加空格，不要用其他分隔符。
                    """
            },
            {
                "a table of two halves in a document",
                "名单.docx",
                OfficeFiles.Document(
                    "虚构市科技社团党支部分类名单",
                    (string[][])
                        [
                            ["序号", "党支部名称", "类别", "序号", "党支部名称", "类别"],
                            ["1", "虚构市甲学会党支部", "A", "3", "虚构市丙学会党支部", "B"],
                            ["2", "虚构市乙学会党支部", "A", "4", "虚构市丁学会党支部", "C"],
                        ]
                ),
                """
                    ! 2:5: 列“党支部名称”不认识，或者出现了两次。请改正或者删除这一列。
                    ! 2:6: 列“类别”不认识，或者出现了两次。请改正或者删除这一列。
                    """
            },
            {
                "headings as rows of a table",
                "名单.xlsx",
                OfficeFiles.Sheet([
                    ["序号", "党支部名称", "成立时间"],
                    ["A类党支部（1个）"],
                    ["1", "虚构市甲学会党支部", "2020.5"],
                    ["B类党支部（1个）"],
                    ["1", "虚构市乙学会党支部", ""],
                ]),
                """
                    ! 1:1: “序号 党支部名称 成立时间”出现在第一个标题之前。请补上标题，或者删除不属于名单的内容。
                    ! 3:13: “2020.5”的结尾不像党组织的名称。请补全名称；名称后面可以加（推进中）、（已成立）、（已撤销），名称中间不能有空格。
                    """
            },
        };
}
