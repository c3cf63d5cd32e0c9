using SocietyParty.Rules.Days;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>党组织: the party organizations of a committee with their category.</summary>
internal static class BranchSheet
{
    public static SheetKind Kind { get; } =
        new(
            "branches",
            "党组织",
            "BRANCHES",
            "一行一个党组织。按名称查找；没有则新增。One party organization a row, found by its name; added where there is none. An empty cell "
                + "changes nothing.",
            ["name"],
            [
                new("name", "党组织名称", ColumnType.Text, "批复的全称。The name as approved.", "合成某市示范学会党支部")
                {
                    Names = NamedThing.Branch,
                    MarkStates = "status",
                    IsRequired = true,
                    Aliases = ["名称", "支部名称", "党支部名称", "党支部"],
                },
                new(
                    "form",
                    "组织形式",
                    ColumnType.Choice,
                    "空着则按名称结尾判断；规则集自设的形式填名称或代码。Empty: as the end of the name says (001 §7, 002 §2); of a form that the rule set names "
                        + "itself, its name or code.",
                    "党支部"
                )
                {
                    Choices = SheetWords.Forms,
                    IsByRules = true,
                    Aliases = ["形式", "类型"],
                    Derived = new("name", name => RosterWords.Split(name)?.Form),
                },
                new(
                    "status",
                    "状态",
                    ColumnType.Choice,
                    "空着：新增的为已成立，已有的不变。Empty: a new one is established, a known one stays as it is.",
                    "已成立"
                )
                {
                    Choices = SheetWords.BranchStatuses,
                    Aliases = ["组建状态"],
                },
                new(
                    "status_since",
                    "状态起始日期",
                    ColumnType.Date,
                    "状态变化时必填。First day of the status; needed where it changes.",
                    "2021-07-01"
                )
                {
                    Aliases = ["成立日期", "成立时间", "状态日期"],
                },
                new(
                    "societies",
                    "科技社团",
                    ColumnType.List,
                    "学会名称、别名或信用代码；联合党支部用“；”隔开，第一个为主。Societies by name, alias or credit code; of a joint branch the first leads. "
                        + "Needed for a new one.",
                    "合成某市示范学会"
                )
                {
                    Names = NamedThing.Society,
                    Aliases = ["所属学会", "学会名称", "学会", "社团名称"],
                },
                new("category", "分类", ColumnType.Choice, "A、B、C 或未分类（000 §二）。", "B类")
                {
                    Choices = SheetWords.Categories,
                    Aliases = ["类别", "分类管理类别"],
                },
                new(
                    "category_from",
                    "分类起始日期",
                    ColumnType.Date,
                    "分类变化时必填。First day in the category; needed where it changes.",
                    "2022-06-01"
                )
                {
                    Day = DayMeaning.Holds,
                    Aliases = ["分类日期"],
                },
                new(
                    "parent",
                    "上级党组织",
                    ColumnType.Text,
                    "领导它的学会党委或党总支（002 §3），可以在同一表格中新增；空着不变。The party committee or general branch that leads it, which "
                        + "the same sheet may add.",
                    "合成某市示范学会党总支"
                )
                {
                    Names = NamedThing.Branch,
                    Aliases = ["隶属党组织", "所属党总支"],
                },
                new(
                    "parent_from",
                    "隶属起始日期",
                    ColumnType.Date,
                    "空着：新增的从状态起始日期起，已有的从今天起。First day under it; empty: of a new one that of its status, else today.",
                    "2021-07-01"
                )
                {
                    Day = DayMeaning.Holds,
                    Aliases = ["隶属日期"],
                },
                new(
                    "body",
                    "所属机构",
                    ColumnType.Choice,
                    "空着：新增的属于学会本身，已有的不变。Empty: a new one is the society's own, a known one stays as it is (002 §3).",
                    "办事机构"
                )
                {
                    Choices = SheetWords.Bodies,
                },
                new(
                    "body_name",
                    "机构名称",
                    ColumnType.Text,
                    "办事机构或者分支机构的名称。Name of the office or sub-society; for these only.",
                    "合成秘书处"
                )
                {
                    Aliases = ["办事机构名称", "分支机构名称"],
                },
                new(
                    "ends_on",
                    "终止日期",
                    ColumnType.Date,
                    "只填临时党组织：不再存在的第一天，到这一天自动撤销。First day without a temporary organization, which ends on it by itself.",
                    "2021-12-31"
                )
                {
                    Day = DayMeaning.Holds,
                    Aliases = ["临时党组织终止日期"],
                },
                new(
                    "ends_reason",
                    "临时设立原因",
                    ColumnType.Text,
                    "只填临时党组织：承担的任务，或者为什么延长、提前终止。The task of a temporary organization, or why it takes longer or is over.",
                    "合成某市科技救灾"
                )
                {
                    Aliases = ["设立原因", "终止原因"],
                },
            ]
        )
        {
            Rules =
            [
                SheetRules.BranchStepsAsync,
                SheetRules.SocietiesAsync,
                SheetRules.DissolutionsAsync,
                SheetRules.FormWordsAsync,
                SheetRules.FormsAsync,
                SheetRules.UpperFormsAsync,
                SheetRules.CategoriesAsync,
                SheetRules.TemporaryAsync,
                SheetRules.BodiesAsync,
                SheetRules.UppersAsync,
            ],
        };
}
