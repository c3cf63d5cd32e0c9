using System.Collections.Frozen;

namespace SocietyParty.Sql.Mapping;

/// <summary>Registers, row by row and in groups, which functions of <c>mart</c> give.</summary>
internal static class RegistersMap
{
    /// <summary>Gives the rows of <c>Query.register</c>.</summary>
    public const string Rows = "mart.register";

    /// <summary>Gives its groups.</summary>
    public const string Groups = "mart.register_value";

    /// <summary>What rows are ordered by.</summary>
    public static readonly FrozenDictionary<string, FieldMap> RowOrder = Order(
        [("since", SqlType.Date), ("points", SqlType.Numeric), ("rank", SqlType.Long)],
        new()
        {
            ["on"] = new ColumnMap("dated_on", SqlType.Date),
            ["society"] = new JoinedColumnMap(IndicatorsMap.To("graph.society", "society_id"), "name", SqlType.Text, Fallback: null),
            ["branch"] = new JoinedColumnMap(IndicatorsMap.To("graph.branch", "branch_id"), "name", SqlType.Text, Fallback: null),
            ["fixedScore"] = new ColumnMap("fixed", SqlType.Numeric),
            ["totalScore"] = new ColumnMap("total", SqlType.Numeric),
        }
    );

    /// <summary>What groups are ordered and kept by.</summary>
    public static readonly FrozenDictionary<string, FieldMap> GroupOrder = Order(
        [("count", SqlType.Long)],
        new()
        {
            ["period"] = new ColumnMap("period_from", SqlType.Date),
            ["region"] = new ColumnMap("region_code", SqlType.Text),
            ["province"] = new ColumnMap("province_code", SqlType.Text),
            ["scoreBand"] = new ColumnMap("score_band", SqlType.Long),
            ["ageBand"] = new ColumnMap("age_band", SqlType.Text),
            ["meanTotalScore"] = new ColumnMap("mean_total", SqlType.Numeric),
            ["countedPoints"] = new ColumnMap("counted", SqlType.Numeric),
        }
    );

    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "RegisterRecord",
                Rows,
                IndicatorsMap.Position,
                new()
                {
                    ["on"] = new ColumnMap("dated_on", SqlType.Date),
                    ["discipline"] = new ToOneMap("Discipline", new(new JoinStep("graph.discipline", "code", "discipline_code"))),
                    ["form"] = new ColumnMap("branch_form", SqlType.Text),
                    ["fixedScore"] = new ColumnMap("fixed", SqlType.Numeric),
                    ["bonusScore"] = new ColumnMap("bonus", SqlType.Numeric),
                    ["totalScore"] = new ColumnMap("total", SqlType.Numeric),
                    ["countedPoints"] = new ColumnMap("counted", SqlType.Numeric),
                    ["meetsActivities"] = new ColumnMap("minimum_met", SqlType.Boolean),
                    ["hasAppraisal"] = new ColumnMap("appraisal_done", SqlType.Boolean),
                    ["gradeName"] = GradeName,
                    ["bonusLevelName"] = BonusLevelName,
                    ["formName"] = FormName,
                }
            )
            .Entity(
                "RegisterGroup",
                Groups,
                IndicatorsMap.Position,
                new()
                {
                    ["key"] = map.Embedded(
                        "RegisterGroupKey",
                        new(IndicatorsMap.Keys())
                        {
                            ["gradeName"] = GradeName,
                            ["bonusLevelName"] = BonusLevelName,
                            ["formName"] = FormName,
                        }
                    ),
                    ["meanFixedScore"] = new ColumnMap("mean_fixed", SqlType.Numeric),
                    ["meanBonusScore"] = new ColumnMap("mean_bonus", SqlType.Numeric),
                    ["meanTotalScore"] = new ColumnMap("mean_total", SqlType.Numeric),
                    ["countedPoints"] = new ColumnMap("counted", SqlType.Numeric),
                    ["meetingActivities"] = new ColumnMap("minimum_met", SqlType.Long),
                    ["withAppraisal"] = new ColumnMap("appraisal_done", SqlType.Long),
                    ["load"] = IndicatorsMap.ToLoad,
                }
            );

    private static readonly LocalizedMap GradeName = new("grade_name", "grade_english_name");
    private static readonly LocalizedMap FormName = new("form_name", "form_english_name");
    private static readonly LocalizedMap BonusLevelName = new("bonus_level_name", "bonus_level_english_name");

    private static FrozenDictionary<string, FieldMap> Order((string Name, SqlType Type)[] columns, Dictionary<string, FieldMap> others)
    {
        var order = new Dictionary<string, FieldMap>(others)
        {
            ["committee"] = new JoinedColumnMap(IndicatorsMap.To("graph.committee", "committee_id"), "name", SqlType.Text, Fallback: null),
            ["discipline"] = new ColumnMap("discipline_code", SqlType.Text),
            ["form"] = new ColumnMap("branch_form", SqlType.Text),
        };
        string[] words =
        [
            "societyKind",
            "level",
            "category",
            "grade",
            "bonusItem",
            "bonusLevel",
            "reason",
            "fromCategory",
            "toCategory",
            "kind",
            "stage",
        ];
        foreach (var (name, type) in columns.Concat(words.Select(word => (word, SqlType.Text))))
        {
            order.Add(name, new ColumnMap(GraphMapBuilder.SnakeCase(name), type));
        }

        return order.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
