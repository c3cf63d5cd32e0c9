using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SocietyParty.Sql.Mapping;

/// <summary>
/// The coverage mart: rows of one society, month and rule set, grouped by keys; <see cref="MonthsTable"/> has a row per loaded
/// month and rule set. A group's row has one column per key and per measure, named as here; <see cref="Group"/> says how a group's
/// fields read them.
/// </summary>
/// <param name="Aggregate">The same, added up; enough where nothing else is grouped or filtered by than it has.</param>
internal sealed record CoverageMap(
    string Table,
    CoverageAggregate Aggregate,
    string MonthsTable,
    FrozenDictionary<string, GroupKeyMap> Keys,
    ImmutableArray<GroupMeasureMap> Measures,
    FrozenDictionary<string, FieldMap> Filter,
    FrozenDictionary<string, FieldMap> Sort,
    EntityMap Group)
{
    public const string Month = "month";
    public const string RuleSetCode = "rule_set_code";
    public const string IsDefaultRuleSet = "is_default_rule_set";

    public static CoverageMap For(GraphMapBuilder map) => new(
        "mart.coverage",
        new CoverageAggregate("mart.coverage_by_discipline", ["COMMITTEE", "DISCIPLINE", "LEVEL", "MONTH"], ["committee", "discipline", "level", "month"]),
        "mart.coverage_month",
        new Dictionary<string, GroupKeyMap>
        {
            ["COMMITTEE"] = new("committee_id", SqlType.Key),
            ["CATEGORY"] = new("category", SqlType.Text),
            ["SOCIETY_KIND"] = new("society_kind", SqlType.Text),
            ["DISCIPLINE"] = new("discipline_code", SqlType.Text),
            ["LEVEL"] = new("level", SqlType.Text),
            ["MONTH"] = new(Month, SqlType.Date),
        }.ToFrozenDictionary(StringComparer.Ordinal),
        [
            new("societies", "sum", "society_count", SqlType.Int),
            new("organization_coverage_numerator", "sum", "organization_coverage_numerator", SqlType.Int),
            new("organization_coverage_denominator", "sum", "organization_coverage_denominator", SqlType.Int),
            new("work_coverage_numerator", "sum", "work_coverage_numerator", SqlType.Int),
            new("work_coverage_denominator", "sum", "work_coverage_denominator", SqlType.Int),
            // One rule set, so one text.
            new("organization_definition", "min", "organization_definition", SqlType.Text),
            new("organization_source", "min", "organization_source", SqlType.Text),
            new("work_definition", "min", "work_definition", SqlType.Text),
            new("work_source", "min", "work_source", SqlType.Text),
            new("loaded_at", "max", "loaded_at", SqlType.Timestamp),
        ],
        new Dictionary<string, FieldMap>
        {
            ["committee"] = new ReferenceMap("Committee", "committee_id"),
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
        new EntityMap("CoverageGroup", "mart.coverage", Key: null, new Dictionary<string, FieldMap>
        {
            ["key"] = map.Embedded("CoverageGroupKey", new()
            {
                ["committee"] = new ToOneMap("Committee", ToCommittee),
                ["discipline"] = new ToOneMap("Discipline", new(new JoinStep("graph.discipline", "code", "discipline_code"))),
            }),
            ["societies"] = new ColumnMap("societies", SqlType.Int),
            ["organizationCoverage"] = Rate(map, "organization"),
            ["workCoverage"] = Rate(map, "work"),
            ["loadedAt"] = new ColumnMap("loaded_at", SqlType.Timestamp),
        }.ToFrozenDictionary(StringComparer.Ordinal)));

    private static readonly JoinPath ToCommittee = new(new JoinStep("graph.committee", "id", "committee_id"));

    private static EmbeddedMap Rate(GraphMapBuilder map, string rate) => map.Embedded("Rate", new()
    {
        ["numerator"] = new ColumnMap($"{rate}_coverage_numerator", SqlType.Int),
        ["denominator"] = new ColumnMap($"{rate}_coverage_denominator", SqlType.Int),
        ["value"] = new RatioMap($"{rate}_coverage_numerator", $"{rate}_coverage_denominator"),
        ["definition"] = new ColumnMap($"{rate}_definition", SqlType.Text),
        ["source"] = new ColumnMap($"{rate}_source", SqlType.Text),
    });
}

/// <param name="Keys">What its rows can be grouped by.</param>
/// <param name="Filters">What its rows can be filtered by.</param>
internal sealed record CoverageAggregate(string Table, ImmutableArray<string> Keys, ImmutableArray<string> Filters);

/// <summary>A column to group by.</summary>
internal sealed record GroupKeyMap(string Column, SqlType Type);

/// <summary>An aggregate over a group's rows: <c>Function(Column) AS Name</c>.</summary>
internal sealed record GroupMeasureMap(string Name, string Function, string Column, SqlType Type);
