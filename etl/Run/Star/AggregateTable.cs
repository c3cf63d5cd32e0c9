namespace SocietyParty.Etl.Run.Star;

/// <summary>
/// Sums of a fact by keys, kept by differences. A sum's name is the measure's, and the names of 0/1 measures that must hold with it,
/// such as <c>organised_in_denominator</c>; <see cref="Sums"/> says each as an expression over the fact's row <c>f</c>.
/// </summary>
/// <param name="Name">Name of its table in <c>dw</c>.</param>
/// <param name="Fact">The fact that it adds up.</param>
/// <param name="Joins">Dimensions whose attributes are keys, joined to <c>f</c>.</param>
/// <param name="Keys">Names of the keys, each with its expression.</param>
/// <param name="Sums">Expressions of the sums that are no column of the fact.</param>
internal sealed record AggregateTable(
    string Name,
    FactTable Fact,
    string Joins,
    IReadOnlyList<(string Name, string Expression)> Keys,
    IReadOnlyDictionary<string, string> Sums
)
{
    private const string ToSociety = "JOIN dw.dim_society AS s ON s.society_key = f.society_key";
    private const string ToBoth = $"{ToSociety} JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key";

    // Its rows are periods: what they are in a month is asked with the versions of the month's day.
    private const string OfMembers = """
        JOIN load_month AS m ON f.valid_from <= m.snapshot_day AND m.snapshot_day < f.valid_to
        JOIN dw.dim_member_band AS d ON d.member_band_key = f.member_band_key
        JOIN dw.dim_branch AS b ON b.branch_id = f.branch_id AND b.superseded_run_id IS NULL AND b.status IN ('PROPOSED', 'ESTABLISHED')
            AND b.valid_from <= m.snapshot_day AND m.snapshot_day < b.valid_to
        JOIN dw.dim_committee AS c ON c.committee_id = b.committee_id AND c.superseded_run_id IS NULL
            AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to
        LEFT JOIN dw.dim_society AS s ON s.society_id = b.lead_society_id AND s.superseded_run_id IS NULL
            AND s.valid_from <= m.snapshot_day AND m.snapshot_day < s.valid_to
        """;

    private static readonly (string, string)[] OfSociety = [("discipline_code", "coalesce(s.discipline_code, '')"), ("level", "s.level")];

    private static readonly Dictionary<string, string> CoverageSums = new()
    {
        ["society_count"] = "1",
        ["organised_in_denominator"] = "f.organised * f.in_denominator",
        ["organised_operating"] = "f.organised * f.operating",
        ["organised_with_members"] = "f.organised * f.with_members",
        ["organised_should_build"] = "f.organised * f.should_build",
        ["work_in_work_denominator"] = "f.work * f.in_work_denominator",
        ["work_operating"] = "f.work * f.operating",
        ["work_with_members"] = "f.work * f.with_members",
        ["work_should_build"] = "f.work * f.should_build",
        ["strong_in_denominator"] = "f.strong * f.in_denominator",
        ["effective_in_effective_denominator"] = "f.effective * f.in_effective_denominator",
        ["standalone_operating"] = "f.standalone * f.operating",
    };

    private static readonly Dictionary<string, string> BranchSums = new()
    {
        ["branch_count"] = "1",
        ["established_a"] = "f.established * (f.category = 'A')::int",
        ["established_b"] = "f.established * (f.category = 'B')::int",
        ["established_c"] = "f.established * (f.category = 'C')::int",
        ["minimum_asked_established"] = "f.minimum_asked * f.established",
        ["minimum_met_established"] = "f.minimum_met * f.established",
        ["appraisal_done_established"] = "f.appraisal_done * f.established",
        ["plan_established"] = "f.plan * f.established",
        ["six_haves_recorded_established"] = "f.six_haves_recorded * f.established",
        ["six_haves_met_established"] = "f.six_haves_met * f.established",
    };

    /// <summary>
    /// The aggregate whose sums add up to these after a load of everything, and mostly after others; null where only the fact does.
    /// </summary>
    public AggregateSource? Source { get; private init; }

    /// <summary>
    /// What else than a row of the fact moves its cells: a condition. <c>aggregates/NAME.sql</c> then finds the differences, and
    /// <c>aggregates/NAME_cells.sql</c> all cells.
    /// </summary>
    public string? MovesWith { get; private init; }

    /// <summary>All aggregates, each after its source.</summary>
    public static IReadOnlyList<AggregateTable> All { get; } =
    [
        new(
            "agg_coverage_committee",
            Of("fct_coverage_monthly"),
            ToSociety,
            [("month_key", "f.month_key"), ("rule_set_id", "f.rule_set_id"), ("committee_id", "f.committee_id"), .. OfSociety],
            CoverageSums
        ),
        new(
            "agg_coverage_province",
            Of("fct_coverage_monthly"),
            ToBoth,
            [
                ("month_key", "f.month_key"),
                ("rule_set_id", "f.rule_set_id"),
                ("province_code", "coalesce(c.province_code, '')"),
                .. OfSociety,
            ],
            CoverageSums
        )
        {
            // A committee's province of a month is that of the month's day, as in the fact.
            Source = new(
                "agg_coverage_committee",
                "JOIN load_month AS m ON m.month_key = f.month_key JOIN dw.dim_committee AS c ON c.committee_id = f.committee_id "
                    + "AND c.superseded_run_id IS NULL AND c.valid_from <= m.snapshot_day AND m.snapshot_day < c.valid_to",
                ["f.month_key", "f.rule_set_id", "coalesce(c.province_code, '')", "f.discipline_code", "f.level"],
                "NOT EXISTS (SELECT FROM changed_dim_committee) "
                    + "AND NOT EXISTS (SELECT FROM load_month WHERE is_new OR snapshot_day <> snapshot_day_before)"
            ),
        },
        OfProvinces("agg_branch_province", "fct_branch_monthly", BranchSums),
        OfProvinces("agg_activity_province", "fct_activity"),
        OfProvinces("agg_assessment_province", "fct_assessment"),
        OfProvinces(
            "agg_meeting_province",
            "fct_meeting",
            new()
            {
                ["held_leading_group"] = "f.held * (f.kind = 'LEADING_GROUP')::int",
                ["quorate_leading_group"] = "f.quorate * (f.kind = 'LEADING_GROUP')::int",
            }
        ),
        OfProvinces("agg_event_province", "fct_event_filing"),
        OfProvinces("agg_category_change_province", "fct_category_change"),
        new(
            "agg_item_score",
            Of("fct_assessment_item"),
            "JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key",
            [
                ("year", "f.year"),
                ("scheme_item_key", "f.scheme_item_key"),
                ("province_code", "coalesce(c.province_code, '')"),
                ("score", "f.score"),
            ],
            new Dictionary<string, string>()
        ),
        new(
            "agg_member_province",
            Of("fct_member_count"),
            OfMembers,
            [
                ("month_key", "m.month_key"),
                ("province_code", "coalesce(c.province_code, '')"),
                ("discipline_code", "coalesce(s.discipline_code, '')"),
                ("level", "coalesce(s.level, 'UNKNOWN')"),
            ],
            new Dictionary<string, string>
            {
                ["members_female"] = "f.members * (d.sex = 'FEMALE')::int",
                ["members_male"] = "f.members * (d.sex = 'MALE')::int",
            }
        )
        {
            MovesWith =
                "EXISTS (SELECT FROM changed_dim_branch) OR EXISTS (SELECT FROM changed_dim_society) "
                + "OR EXISTS (SELECT FROM changed_dim_committee) "
                + "OR EXISTS (SELECT FROM load_month WHERE is_new OR snapshot_day <> snapshot_day_before)",
        },
    ];

    private static AggregateTable OfProvinces(string name, string fact, Dictionary<string, string>? sums = null) =>
        new(
            name,
            Of(fact),
            ToBoth,
            [("month_key", "f.month_key"), ("province_code", "coalesce(c.province_code, '')"), .. OfSociety],
            sums ?? []
        );

    private static FactTable Of(string name) => FactTable.All.Single(fact => fact.Name == name);
}

/// <summary>A finer aggregate of the same fact, with the same sums.</summary>
/// <param name="Name">Name of its table in <c>dw</c>.</param>
/// <param name="Joins">What the coarser keys need, joined to its row <c>f</c>.</param>
/// <param name="Keys">Expressions of the coarser keys, in their order.</param>
/// <param name="Stays">Whether a row that came and the one that went have the same coarser keys where the finer ones are the same.</param>
internal sealed record AggregateSource(string Name, string Joins, IReadOnlyList<string> Keys, string Stays);
