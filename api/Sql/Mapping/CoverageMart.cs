using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SocietyParty.Sql.Mapping;

/// <summary>
/// The coverage mart: rows of one society, month and rule set, grouped by keys; <see cref="MonthsTable"/> has a row per loaded
/// month and rule set, <see cref="RuleSetsTable"/> one per rule set. A group's row has one column per key and per measure, named as
/// here; <see cref="Group"/> says how a group's fields read them.
/// </summary>
/// <param name="Aggregate">The same, added up; enough where nothing else is grouped or filtered by than it has.</param>
internal sealed record CoverageMart(
    string Table,
    CoverageAggregate Aggregate,
    string MonthsTable,
    string RuleSetsTable,
    FrozenDictionary<string, GroupKeyMap> Keys,
    ImmutableArray<GroupMeasureMap> Measures,
    FrozenDictionary<string, FieldMap> Filter,
    FrozenDictionary<string, FieldMap> Sort,
    EntityMap Group
)
{
    public const string Month = "month";
    public const string Committee = "committee_id";
    public const string RuleSetCode = "rule_set_code";
    public const string HasCome = "has_come";
    public const string IsDefaultRuleSet = "is_default_rule_set";

    /// <summary>Function that gives a rule set's code back; one that there is not is an error.</summary>
    public const string KnownRuleSet = "mart.known_rule_set";

    /// <summary>Function that gives a day back; one before the first loaded month is an error.</summary>
    public const string KnownDay = "mart.known_day";

    /// <summary>Columns of <see cref="RuleSetsTable"/>, which has a rule set's words under the names of the measures.</summary>
    public const string Code = "code";
    public const string IsDefault = "is_default";
    public const string LoadedAt = "loaded_at";

    public static CoverageMart For(GraphMapBuilder map) =>
        new(
            "mart.coverage_history",
            new CoverageAggregate(
                "mart.coverage_by_discipline_history",
                ["COMMITTEE", "DISCIPLINE", "LEVEL", "MONTH"],
                ["committee", "discipline", "level", "month"]
            ),
            "mart.coverage_month",
            "mart.rule_set",
            new Dictionary<string, GroupKeyMap>
            {
                ["COMMITTEE"] = Key(Committee, SqlType.Key),
                ["CATEGORY"] = Key("category", SqlType.Text),
                ["SOCIETY_KIND"] = Key("society_kind", SqlType.Text),
                ["DISCIPLINE"] = Key("discipline_code", SqlType.Text),
                ["LEVEL"] = Key("level", SqlType.Text),
                ["MONTH"] = Key(Month, SqlType.Date),
            }.ToFrozenDictionary(StringComparer.Ordinal),
            [
                Measure("societies", AggregateFunction.Sum, "society_count", SqlType.Int),
                Measure("organization_coverage_numerator", AggregateFunction.Sum, "organization_coverage_numerator", SqlType.Int),
                Measure("organization_coverage_denominator", AggregateFunction.Sum, "organization_coverage_denominator", SqlType.Int),
                Measure("work_coverage_numerator", AggregateFunction.Sum, "work_coverage_numerator", SqlType.Int),
                Measure("work_coverage_denominator", AggregateFunction.Sum, "work_coverage_denominator", SqlType.Int),
                .. Numbers.Select(number => Measure(number, AggregateFunction.Sum, number, SqlType.Int)),
                // One rule set, so one text.
                Measure("organization_definition", AggregateFunction.Least, "organization_definition", SqlType.Text),
                Measure("organization_source", AggregateFunction.Least, "organization_source", SqlType.Text),
                Measure("work_definition", AggregateFunction.Least, "work_definition", SqlType.Text),
                Measure("work_source", AggregateFunction.Least, "work_source", SqlType.Text),
                Measure("strong_definition", AggregateFunction.Least, "strong_definition", SqlType.Text),
                Measure("strong_source", AggregateFunction.Least, "strong_source", SqlType.Text),
                Measure("effective_definition", AggregateFunction.Least, "effective_definition", SqlType.Text),
                Measure("effective_source", AggregateFunction.Least, "effective_source", SqlType.Text),
                Measure("loaded_at", AggregateFunction.Greatest, "loaded_at", SqlType.Timestamp),
            ],
            new Dictionary<string, FieldMap>
            {
                ["committee"] = new ReferenceMap("Committee", Committee),
                ["society"] = new ReferenceMap("Society", "society_id"),
                ["category"] = new ColumnMap("category", SqlType.Text),
                ["societyKind"] = new ColumnMap("society_kind", SqlType.Text),
                ["discipline"] = new ColumnMap("discipline_code", SqlType.Text),
                ["level"] = new ColumnMap("level", SqlType.Text),
                ["month"] = new ColumnMap(Month, SqlType.Date),
            }.ToFrozenDictionary(StringComparer.Ordinal),
            new Dictionary<string, FieldMap>
            {
                ["committee"] = new JoinedColumnMap(ToCommittee, "name", SqlType.Text, Fallback: null),
                ["category"] = new ColumnMap("category", SqlType.Text),
                ["societyKind"] = new ColumnMap("society_kind", SqlType.Text),
                ["discipline"] = new ColumnMap("discipline_code", SqlType.Text),
                ["level"] = new ColumnMap("level", SqlType.Text),
                ["month"] = new ColumnMap(Month, SqlType.Date),
                ["societies"] = new ColumnMap("societies", SqlType.Int),
                ["organizationCoverage"] = new RatioMap("organization_coverage_numerator", "organization_coverage_denominator"),
                ["workCoverage"] = new RatioMap("work_coverage_numerator", "work_coverage_denominator"),
            }.ToFrozenDictionary(StringComparer.Ordinal),
            new EntityMap(
                "CoverageGroup",
                "mart.coverage_history",
                Key: null,
                new Dictionary<string, FieldMap>
                {
                    ["key"] = map.Embedded(
                        "CoverageGroupKey",
                        new()
                        {
                            ["committee"] = new ToOneMap("Committee", ToCommittee),
                            ["discipline"] = new ToOneMap("Discipline", new(new JoinStep("graph.discipline", "code", "discipline_code"))),
                        }
                    ),
                    ["societies"] = new ColumnMap("societies", SqlType.Int),
                    ["organizationCoverage"] = Rate(map, "organization"),
                    ["workCoverage"] = Rate(map, "work"),
                    ["strongCoverage"] = Rate(map, "strong"),
                    ["effectiveCoverage"] = Rate(map, "effective"),
                    ["byDenominator"] = map.Embedded(
                        "CoverageByDenominator",
                        Denominators.ToDictionary(
                            denominator => denominator.Field,
                            FieldMap (denominator) => UnderDenominator(map, denominator.Column)
                        )
                    ),
                    ["loadedAt"] = new ColumnMap("loaded_at", SqlType.Timestamp),
                }.ToFrozenDictionary(StringComparer.Ordinal)
            )
        );

    private static readonly JoinPath ToCommittee = new(new JoinStep("graph.committee", "id", "committee_id"));

    private static readonly ImmutableArray<(string Field, string Column)> Denominators =
    [
        ("all", "all"),
        ("operating", "operating"),
        ("withMembers", "with_members"),
        ("shouldBuild", "should_build"),
    ];

    private static readonly ImmutableArray<string> Numbers =
    [
        "strong_coverage_numerator",
        "strong_coverage_denominator",
        "effective_coverage_numerator",
        "effective_coverage_denominator",
        .. Denominators.SelectMany(denominator =>
            new[]
            {
                $"denominator_{denominator.Column}",
                $"organization_numerator_{denominator.Column}",
                $"work_numerator_{denominator.Column}",
            }
        ),
    ];

    private static EmbeddedMap UnderDenominator(GraphMapBuilder map, string denominator) =>
        map.Embedded(
            "DenominatorCoverage",
            new()
            {
                ["societies"] = new ColumnMap($"denominator_{denominator}", SqlType.Int),
                ["organizationCoverage"] = Rate(map, "organization", $"organization_numerator_{denominator}", $"denominator_{denominator}"),
                ["workCoverage"] = Rate(map, "work", $"work_numerator_{denominator}", $"denominator_{denominator}"),
            }
        );

    private static EmbeddedMap Rate(GraphMapBuilder map, string rate) =>
        Rate(map, rate, $"{rate}_coverage_numerator", $"{rate}_coverage_denominator");

    private static EmbeddedMap Rate(GraphMapBuilder map, string rate, string numerator, string denominator) =>
        map.Embedded(
            "Rate",
            new()
            {
                ["numerator"] = new ColumnMap(numerator, SqlType.Int),
                ["denominator"] = new ColumnMap(denominator, SqlType.Int),
                ["value"] = new RatioMap(numerator, denominator),
                ["definition"] = new ColumnMap($"{rate}_definition", SqlType.Text),
                ["source"] = new ColumnMap($"{rate}_source", SqlType.Text),
                ["clauses"] = Relations.Clauses($"{rate}_source"),
            }
        );

    private static GroupKeyMap Key(string column, SqlType type) => new(column, type, ValuePath.Of(column, type));

    private static GroupMeasureMap Measure(string name, AggregateFunction function, string column, SqlType type) =>
        new(name, function, ValuePath.Of(column, type), type);
}

/// <param name="Keys">What its rows can be grouped by.</param>
/// <param name="Filters">What its rows can be filtered by.</param>
internal sealed record CoverageAggregate(string Table, ImmutableArray<string> Keys, ImmutableArray<string> Filters);
