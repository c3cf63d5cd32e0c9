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
                    "空着则按名称结尾判断。Empty: as the end of the name says (001 §7, 002 §2).",
                    "党支部"
                )
                {
                    Choices = SheetWords.Forms,
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
                    Aliases = ["成立日期", "状态日期"],
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
            ]
        )
        {
            Rules =
            [
                SheetRules.BranchStepsAsync,
                SheetRules.SocietiesAsync,
                SheetRules.DissolutionsAsync,
                SheetRules.FormsAsync,
                SheetRules.UpperFormsAsync,
                SheetRules.CategoriesAsync,
            ],
        };
}
