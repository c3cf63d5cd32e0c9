namespace SocietyParty.Etl.Import.Sheets;

/// <summary>考核自评: the scores that branches give themselves.</summary>
internal static class ScoreSheet
{
    public static SheetKind Kind { get; } =
        new(
            "scores",
            "考核自评分",
            "SCORES",
            "一行一个党组织的一个考核项目。年度考核须已启动，党组织处于自评阶段；每个党组织的项目要填全（述职测评项除外）。One item of one branch a row. The year's round is open and "
                + "the branch at its self-assessment (004 第六条（一）); all items of a branch but the debrief's. Later stages are "
                + "decisions, made one by one.",
            ["branch", "year", "item"],
            [
                new("branch", "党组织", ColumnType.Text, "党组织全称。The party organization.", "合成某市示范学会党支部")
                {
                    Names = NamedThing.Branch,
                    IsRequired = true,
                    Aliases = ["党组织名称", "支部名称", "党支部名称", "党支部"],
                },
                new("year", "考核年度", ColumnType.Integer, "The year that is assessed.", "2023")
                {
                    IsRequired = true,
                    Min = 1949,
                    Max = 2099,
                    Units = ["年度", "年"],
                    Aliases = ["年度"],
                },
                new(
                    "item",
                    "考核项目",
                    ColumnType.Text,
                    "项目代码或考核办法中的项目原文。The item's code or its text in the scheme (004 第五条).",
                    "POLITICAL_1"
                )
                {
                    IsRequired = true,
                    Aliases = ["项目", "项目代码"],
                    CharactersMax = 1_000,
                },
                new(
                    "score",
                    "得分",
                    ColumnType.Decimal,
                    "0 到该项满分，最多两位小数。From 0 to the item's maximum (004 第五条), in hundredths.",
                    "4.5"
                )
                {
                    IsRequired = true,
                    Max = 999,
                    Units = ["分"],
                    Aliases = ["自评分", "分数"],
                },
                new(
                    "submitted_on",
                    "提交日期",
                    ColumnType.Date,
                    "一个党组织的自评日期相同。The day on which the branch handed them in, the same for all its items.",
                    "2023-12-01"
                )
                {
                    IsRequired = true,
                    Aliases = ["自评日期"],
                },
            ]
        )
        {
            Wide = ("item", "score"),
            Rules = [SheetRules.ScoresAsync],
        };
}
