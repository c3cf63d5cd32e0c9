namespace SocietyParty.Etl.Import.Sheets;

/// <summary>党员: the party members of a committee's organizations, without names.</summary>
internal static class MemberSheet
{
    public static SheetKind Kind { get; } =
        new(
            "members",
            "党员",
            "MEMBERS",
            "一行一名党员，不填姓名和身份证号。按编号查找；没有则新增。One party member a row, without names or identity numbers; found by the reference, "
                + "added where there is none. An empty cell changes nothing.",
            ["person_ref"],
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
                    "branch",
                    "党组织",
                    ColumnType.Text,
                    "参加组织生活的党组织全称。The party organization whose life the member shares; a known one moves by a transfer only.",
                    "合成某市示范学会党支部"
                )
                {
                    Names = NamedThing.Branch,
                    IsRequired = true,
                    Aliases = ["所在党组织", "党组织名称", "支部名称", "党支部名称", "所在党支部", "党支部", "所在支部"],
                },
                new(
                    "status",
                    "党员状态",
                    ColumnType.Choice,
                    "预备党员转正须分类允许且预备期满。Becoming full needs a category that allows it (000 §三) and the probation's end (党章第七条).",
                    "正式党员"
                )
                {
                    IsRequired = true,
                    Choices = SheetWords.MemberStatuses,
                    Aliases = ["状态", "党员类别", "政治面貌"],
                },
                new("status_since", "状态起始日期", ColumnType.Date, "转正时必填。First day of the status; needed for a conversion.", "")
                {
                    Aliases = ["转正日期", "状态日期"],
                },
                new("joined_on", "入党日期", ColumnType.Date, "支部大会通过预备党员的日期。The day of joining the party.", "2010-07-01")
                {
                    Aliases = ["入党时间"],
                },
                new("sex", "性别", ColumnType.Choice, "仅用于分段统计。For counts by band only.", "女") { Choices = SheetWords.Sexes },
                new("birth_year", "出生年份", ColumnType.Integer, "只填年份，仅用于分段统计。The year only, for counts by band.", "1980")
                {
                    Min = 1900,
                    Max = 2099,
                    Units = ["年"],
                    Aliases = ["出生年"],
                },
                new(
                    "affiliation_branch",
                    "组织关系所在党支部",
                    ColumnType.Text,
                    "组织关系在本党委某党支部时填。The affiliation is with a branch of the committee; one place only (002 §5).",
                    "合成某市示范学会党支部"
                )
                {
                    Names = NamedThing.Branch,
                },
                new(
                    "affiliation_unit",
                    "组织关系所在支撑单位",
                    ColumnType.Text,
                    "组织关系在支撑单位时填单位名称或信用代码。It is with a supporting unit's party organization.",
                    ""
                )
                {
                    Names = NamedThing.SupportingUnit,
                },
                new("affiliation_place", "组织关系所在单位（其他）", ColumnType.Text, "组织关系在其他单位时填。It is elsewhere.", "")
                {
                    Aliases = ["组织关系所在其他单位", "组织关系所在单位"],
                },
                new(
                    "affiliated_since",
                    "组织关系起始日期",
                    ColumnType.Date,
                    "组织关系变动时必填。First day of the affiliation; needed where it changes.",
                    "2015-01-01"
                )
                {
                    Aliases = ["组织关系转入日期"],
                },
            ]
        )
        {
            Rules = [SheetRules.MemberStepsAsync, SheetRules.PeopleAsync, SheetRules.ConversionsAsync],
        };
}
