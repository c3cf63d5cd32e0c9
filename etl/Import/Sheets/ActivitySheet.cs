using SocietyParty.Rules.Days;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>活动: what branches planned and held.</summary>
internal static class ActivitySheet
{
    public static SheetKind Kind { get; } =
        new(
            "activities",
            "活动",
            "ACTIVITIES",
            "一行一次活动。按党组织、类型、主题和计划日期（没有则举办日期）查找；已举办的不再改动。One activity a row, found by branch, kind, title and planned day, else "
                + "the day it was held. What was recorded as held stays (004 组织建设-2).",
            ["branch", "kind", "title", "planned_on", "held_on"],
            [
                new(
                    "branch",
                    "党组织",
                    ColumnType.Text,
                    "举办活动的党组织全称，须已成立。The party organization; an established one.",
                    "合成某市示范学会党支部"
                )
                {
                    Names = NamedThing.Branch,
                    IsRequired = true,
                    Aliases = ["党组织名称", "支部名称", "党支部名称", "党支部", "所在党支部"],
                },
                new(
                    "kind",
                    "活动类型",
                    ColumnType.Choice,
                    "规则集自设的类型填名称或代码。Of a kind that the rule set names itself, its name or code (004 组织建设-2).",
                    "主题党日"
                )
                {
                    IsRequired = true,
                    Choices = SheetWords.ActivityKinds,
                    IsByRules = true,
                    Aliases = ["类型"],
                },
                new("title", "标题", ColumnType.Text, "活动内容一句话。What it is about.", "合成主题党日活动")
                {
                    IsRequired = true,
                    Aliases = ["活动主题", "主题", "活动名称", "名称", "活动内容", "活动题目"],
                },
                new(
                    "planned_on",
                    "计划日期",
                    ColumnType.Date,
                    "计划日期与举办日期至少填一个。The planned day; one of the two days is needed.",
                    "2023-05-01"
                )
                {
                    Day = DayMeaning.Holds,
                    Aliases = ["计划时间"],
                },
                new("held_on", "举办日期", ColumnType.Date, "空着表示尚未举办。The day it was held; empty: not yet.", "2023-05-04")
                {
                    Aliases = ["活动日期", "举办时间", "活动时间", "时间", "日期"],
                },
                new(
                    "is_collective",
                    "集中开展",
                    ColumnType.Boolean,
                    "是否计入每年集体活动次数（A、B 类不少于 6 次，C 类不少于 4 次）；空着为是。Whether it counts for the yearly minimum (004 组织建设-2); empty: yes.",
                    "是"
                )
                {
                    Choices = SheetWords.YesAndNo,
                    Aliases = ["集体活动", "是否集体活动"],
                },
                new(
                    "has_plan",
                    "有方案",
                    ColumnType.Boolean,
                    "空着：只有计划日期的为是。Whether there is a plan; empty: yes where it is only planned.",
                    "是"
                )
                {
                    Choices = SheetWords.YesAndNo,
                    Aliases = ["是否有方案", "方案"],
                },
                new(
                    "has_record",
                    "有详细记录",
                    ColumnType.Boolean,
                    "是否有会议或活动记录；空着为否。Whether there is a record; empty: no.",
                    "是"
                )
                {
                    Choices = SheetWords.YesAndNo,
                    Aliases = ["有记录", "是否有记录", "记录"],
                },
                new(
                    "expected_count",
                    "应到人数",
                    ColumnType.Integer,
                    "有签到时与实到人数一起填。With the number that came, or neither.",
                    "12"
                )
                {
                    Max = 100_000,
                    Units = ["人", "名"],
                    Aliases = ["应到"],
                },
                new("attended_count", "实到人数", ColumnType.Integer, "不大于应到人数。Not more than were expected.", "10")
                {
                    Max = 100_000,
                    Units = ["人", "名"],
                    Aliases = ["实到", "参加人数"],
                },
            ]
        )
        {
            Rules = [SheetRules.ActivityKindsAsync, SheetRules.ActivitiesAsync, SheetRules.HeldAsync],
        };
}
