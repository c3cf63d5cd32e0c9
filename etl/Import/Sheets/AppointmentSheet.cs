using SocietyParty.Rules.Days;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>任职: who holds which post, where and since when.</summary>
internal static class AppointmentSheet
{
    public static SheetKind Kind { get; } =
        new(
            "appointments",
            "任职",
            "APPOINTMENTS",
            "一行一人一职。One post of one person a row. The place is a party organization, a society (a council post: with its term) "
                + "or the committee itself.",
            ["person_ref", "post", "branch", "society", "term_number", "valid_from"],
            [
                new(
                    "person_ref",
                    "人员编号",
                    ColumnType.Text,
                    "本系统或本单位的编号，不是身份证号。A reference, never an identity number.",
                    "合成-0001"
                )
                {
                    IsRequired = true,
                    Aliases = ["编号", "党员编号"],
                    CharactersMax = 60,
                },
                new(
                    "name",
                    "姓名",
                    ColumnType.Text,
                    "编号未登记过的人必填；其他人空着。Needed for a person who is not known yet; else left empty.",
                    "合成甲"
                )
                {
                    CharactersMax = 60,
                },
                new(
                    "post",
                    "职务",
                    ColumnType.Choice,
                    "党组织、理事会、党委或工作职务；规则集自设的职务填名称或代码。A post of a party organization, a council, the "
                        + "committee, or an officer's; of one that the rule set names itself, its name or code.",
                    "支部书记"
                )
                {
                    IsRequired = true,
                    Choices = SheetWords.Posts,
                    IsByRules = true,
                    Aliases = ["职位", "党内职务"],
                },
                new(
                    "branch",
                    "党组织",
                    ColumnType.Text,
                    "支部职务必填。Needed for a post in a party organization.",
                    "合成某市示范学会党支部"
                )
                {
                    Names = NamedThing.Branch,
                    Aliases = ["党组织名称", "支部名称", "党支部名称", "党支部", "所在党支部"],
                },
                new(
                    "society",
                    "科技社团",
                    ColumnType.Text,
                    "理事会职务、联络员、专职工作人员必填。Needed for a council's post and for an officer: name, alias or credit code.",
                    ""
                )
                {
                    Names = NamedThing.Society,
                    Aliases = ["学会", "学会名称", "社团名称", "所属学会"],
                },
                new(
                    "term_number",
                    "理事会届次",
                    ColumnType.Integer,
                    "理事会职务的届次；空着为任职起始日所在的届。The council's term by number; empty: the one on the first day.",
                    ""
                )
                {
                    Min = 1,
                    Max = 99,
                    Units = ["届"],
                    Aliases = ["届次"],
                },
                new("valid_from", "起始日期", ColumnType.Date, "任职第一天。First day in the post.", "2023-01-01")
                {
                    Day = DayMeaning.Holds,
                    IsRequired = true,
                    Aliases = ["任职起始日期", "任职日期", "任职时间", "起始时间", "任职起始时间"],
                },
                new(
                    "valid_to",
                    "终止日期",
                    ColumnType.Date,
                    "不再任职的第一天；空着表示仍在任。First day no longer in the post; empty: still in it.",
                    ""
                )
                {
                    Day = DayMeaning.Holds,
                    Aliases = ["任职终止日期", "免职日期", "免职时间", "终止时间", "任职终止时间"],
                },
                new(
                    "sent_from_above",
                    "上级选派",
                    ColumnType.Boolean,
                    "书记不是本党组织党员、由上级党组织选派的填是；空着为否。Whether the party organization above sends a secretary who is no member "
                        + "of the branch (002 §3); empty: no.",
                    "否"
                )
                {
                    Choices = SheetWords.YesAndNo,
                    Aliases = ["是否上级选派"],
                },
            ]
        )
        {
            Rules = [SheetRules.PostWordsAsync, SheetRules.PlacesAsync, SheetRules.PostsAsync, SheetRules.HoldersAsync],
            Periods = [("valid_from", "valid_to")],
        };
}
