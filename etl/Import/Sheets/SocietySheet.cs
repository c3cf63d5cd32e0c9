using SocietyParty.Rules.Days;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>学会名单: the societies of a committee.</summary>
internal static class SocietySheet
{
    public static SheetKind Kind { get; } =
        new(
            "societies",
            "学会",
            "SOCIETIES",
            "一行一个科技社团。按名称或别名查找；没有则新增。One society a row, found by its name or an alias; added where there is none. An empty cell "
                + "changes nothing.",
            ["name"],
            [
                new("name", "社团名称", ColumnType.Text, "登记的全称，不加简称。The registered name in full (002 §2).", "合成某市示范学会")
                {
                    Names = NamedThing.Society,
                    IsRequired = true,
                    Aliases = ["名称", "学会名称", "协会名称", "单位名称"],
                },
                new("kind", "类型", ColumnType.Choice, "空着则按名称结尾判断。Empty: as the end of the name says.", "学会")
                {
                    Choices = SheetWords.SocietyKinds,
                    Aliases = ["社团类型", "学会类型"],
                    Derived = new("name", RosterWords.Kind),
                },
                new(
                    "level",
                    "层级",
                    ColumnType.Choice,
                    "空着则按党委所在地。Empty: the level of the committee's region (002 §2 sets deadlines by level).",
                    "市级"
                )
                {
                    Choices = SheetWords.Levels,
                    Aliases = ["级别"],
                },
                new("discipline", "学科", ColumnType.Choice, "空着表示不详。Empty: not known.", "工")
                {
                    Choices = SheetWords.Disciplines,
                    IsOpen = true,
                    Aliases = ["学科类别", "学科分类", "所属学科"],
                },
                new(
                    "credit_code",
                    "统一社会信用代码",
                    ColumnType.CreditCode,
                    "18 位，列设为文本格式。18 characters (GB 32100-2015); format the column as text.",
                    "Y1500000000000001J"
                )
                {
                    Aliases = ["信用代码", "社会信用代码"],
                },
                new(
                    "credit_code_override",
                    "代码校验例外说明",
                    ColumnType.Text,
                    "校验位不符但确属合法旧码时说明原因。Why a code is right although its check character is not: some legal legacy codes are so.",
                    ""
                ),
                new(
                    "operating_state",
                    "运行状态",
                    ColumnType.Choice,
                    "五个清之一：运行情况。One of the five clarities (002 §2).",
                    "正常运行"
                )
                {
                    Choices = SheetWords.OperatingStates,
                    Aliases = ["运行情况", "状态"],
                },
                new(
                    "founded_on",
                    "成立日期",
                    ColumnType.Date,
                    "空着表示不清楚。First day of the society; it counts from then on. Empty: not known.",
                    "1985-06-01"
                )
                {
                    Day = DayMeaning.HappenedToSociety,
                    Aliases = ["成立时间"],
                },
                new(
                    "cancelled_on",
                    "注销日期",
                    ColumnType.Date,
                    "已注销的必填。First day without the society, which counts until the day before; needed of a cancelled one.",
                    ""
                )
                {
                    Day = DayMeaning.HappenedToSociety,
                    Aliases = ["注销时间"],
                },
                new(
                    "aliases",
                    "别名",
                    ColumnType.List,
                    "曾用名、简称，用“；”隔开。Other names under which lists have it, separated by ；.",
                    "合成示范学会"
                )
                {
                    Names = NamedThing.Society,
                    Aliases = ["曾用名", "简称"],
                },
            ]
        )
        {
            Rules = [SheetRules.SocietyDaysAsync, SheetRules.ElsewhereAsync],
        };
}
