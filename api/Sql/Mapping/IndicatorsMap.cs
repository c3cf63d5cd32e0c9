using System.Collections.Frozen;

namespace SocietyParty.Sql.Mapping;

/// <summary>Indicators with their values, scores, and what the warehouse knows.</summary>
internal static class IndicatorsMap
{
    /// <summary>Gives the rows of <c>Indicator.values</c>.</summary>
    public const string Values = "mart.indicator_comparison";

    /// <summary>Gives the rows of <c>Query.scores</c>.</summary>
    public const string Scores = "mart.score_value";

    /// <summary>Column of both that gives a row its place in the order of its keys.</summary>
    public const string Position = "position";

    /// <summary>Key column of a filter: a committee with all below it.</summary>
    public const string CommitteeTree = "committeeTree";

    /// <summary>Key columns that a filter compares by the identity of a thing.</summary>
    public static readonly FrozenDictionary<string, string> Identities = new Dictionary<string, string>
    {
        ["committee"] = "Committee",
        [CommitteeTree] = "Committee",
        ["society"] = "Society",
        ["branch"] = "Branch",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What values are ordered and kept by.</summary>
    public static readonly FrozenDictionary<string, FieldMap> ValueOrder = Order(
        ["numerator", "denominator", "value", "difference"],
        new()
        {
            ["society"] = new JoinedColumnMap(To("graph.society", "society_id"), "name", SqlType.Text, Fallback: null),
            ["branch"] = new JoinedColumnMap(To("graph.branch", "branch_id"), "name", SqlType.Text, Fallback: null),
            ["kind"] = new ColumnMap("kind", SqlType.Text),
        }
    );

    /// <summary>What groups of scores are ordered and kept by.</summary>
    public static readonly FrozenDictionary<string, FieldMap> ScoreOrder = Order(
        ["mean", "median"],
        new()
        {
            ["assessed"] = new ColumnMap("assessed", SqlType.Long),
            ["section"] = new ColumnMap("section", SqlType.Text),
            ["item"] = new ColumnMap("item_code", SqlType.Text),
        }
    );

    public static void Add(GraphMapBuilder map)
    {
        map.Entity(
                "Indicator",
                "mart.indicator",
                Position,
                new()
                {
                    ["id"] = new ColumnMap("id", SqlType.Text),
                    ["clauses"] = Relations.Clauses("source"),
                    ["dimensions"] = new ColumnMap("dimensions", SqlType.Json),
                    ["values"] = new IndicatorValuesMap(),
                }
            )
            .Entity(
                "IndicatorValue",
                Values,
                Position,
                new()
                {
                    ["key"] = map.Embedded("IndicatorValueKey", Keys()),
                    ["subtotalOf"] = new ColumnMap("subtotal_of", SqlType.Json),
                    ["compared"] = Compared(map),
                    ["load"] = ToLoad,
                    ["rows"] = new FunctionPageMap(
                        "IndicatorRow",
                        "mart.indicator_rows",
                        ["indicator_id", "period_from", "period_to", "rule_set_code", "asked_filter", "key", "asked_at"]
                    ),
                }
            )
            .Entity("IndicatorRow", "mart.indicator_rows", Position)
            .Entity(
                "ScoreGroup",
                Scores,
                Position,
                new()
                {
                    ["key"] = map.Embedded("ScoreGroupKey", ScoreKeys()),
                    ["score"] = new ColumnMap("score_of", SqlType.Text),
                    ["histogram"] = new FunctionMap("ScoreBar", "mart.score_bars", "histogram"),
                    ["load"] = ToLoad,
                }
            )
            .Entity("ScoreBar", "mart.score_bars", key: null)
            .Entity(
                "Warehouse",
                "mart.warehouse",
                "id",
                new()
                {
                    ["lastLoad"] = ToLoad,
                    ["months"] = Relations.Children("WarehouseMonth", "mart.month", "warehouse_id", new ListOrder("month")),
                    ["ruleSets"] = Relations.Children("CoverageRuleSet", "mart.rule_set", "warehouse_id", new ListOrder("code")),
                }
            )
            .Entity("WarehouseMonth", "mart.month", key: null)
            .Entity(
                "PeerComparison",
                "mart.peer_comparison",
                key: null,
                new()
                {
                    ["indicator"] = new ToOneMap("Indicator", new(new JoinStep("mart.indicator", "id", "indicator_id"))),
                    ["group"] = new ColumnMap("peer_group", SqlType.Text),
                    ["numerator"] = OwnFigure("numerator"),
                    ["denominator"] = OwnFigure("denominator"),
                    ["value"] = OwnFigure("value"),
                    ["load"] = ToLoad,
                }
            )
            .Extend(
                "Committee",
                new()
                {
                    ["peerComparisons"] = Relations.Children(
                        "PeerComparison",
                        "mart.peer_comparison",
                        "committee_id",
                        new("indicator_id"),
                        new("id")
                    ),
                }
            );
    }

    /// <summary>The load that knew a row.</summary>
    public static readonly ToOneMap ToLoad = new("CoverageLoad", To("mart.coverage_load", "load_id"));

    private static JoinedColumnMap OwnFigure(string column) =>
        new(To("mart.peer_figure_history", "figure_id"), column, SqlType.Numeric, Fallback: null);

    private static EmbeddedMap Compared(GraphMapBuilder map) =>
        map.Embedded(
            "ComparedValue",
            new()
            {
                ["periodFrom"] = new ColumnMap("compared_from", SqlType.Date),
                ["periodTo"] = new ColumnMap("compared_to", SqlType.Date),
                ["ruleSetCode"] = new ColumnMap("compared_rule_set_code", SqlType.Text),
                ["numerator"] = new ColumnMap("compared_numerator", SqlType.Numeric),
                ["denominator"] = new ColumnMap("compared_denominator", SqlType.Numeric),
                ["value"] = new ColumnMap("compared_value", SqlType.Numeric),
            }
        );

    /// <summary>Keys of groups whose columns are not named by convention.</summary>
    public static Dictionary<string, FieldMap> Keys() =>
        new(CommonKeys())
        {
            ["society"] = new ToOneMap("Society", To("graph.society", "society_id")),
            ["branch"] = new ToOneMap("Branch", To("graph.branch", "branch_id")),
        };

    private static Dictionary<string, FieldMap> ScoreKeys() => new(CommonKeys()) { ["item"] = new ColumnMap("item_code", SqlType.Text) };

    private static Dictionary<string, FieldMap> CommonKeys() =>
        new()
        {
            ["committee"] = new ToOneMap("Committee", To("graph.committee", "committee_id")),
            ["region"] = new ToOneMap("Region", new(new JoinStep("graph.region", "code", "region_code"))),
            ["province"] = new ToOneMap("Region", new(new JoinStep("graph.region", "code", "province_code"))),
            ["discipline"] = new ToOneMap("Discipline", new(new JoinStep("graph.discipline", "code", "discipline_code"))),
            ["form"] = new ColumnMap("branch_form", SqlType.Text),
        };

    private static FrozenDictionary<string, FieldMap> Order(string[] measures, Dictionary<string, FieldMap> others) =>
        new Dictionary<string, FieldMap>(others)
        {
            ["period"] = new ColumnMap("period_from", SqlType.Date),
            ["committee"] = new JoinedColumnMap(To("graph.committee", "committee_id"), "name", SqlType.Text, Fallback: null),
            ["region"] = new ColumnMap("region_code", SqlType.Text),
            ["province"] = new ColumnMap("province_code", SqlType.Text),
            ["societyKind"] = new ColumnMap("society_kind", SqlType.Text),
            ["discipline"] = new ColumnMap("discipline_code", SqlType.Text),
            ["level"] = new ColumnMap("level", SqlType.Text),
            ["form"] = new ColumnMap("branch_form", SqlType.Text),
            ["category"] = new ColumnMap("category", SqlType.Text),
        }
            .Concat(measures.Select(measure => KeyValuePair.Create<string, FieldMap>(measure, new ColumnMap(measure, SqlType.Numeric))))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The row of a table whose key a column holds.</summary>
    public static JoinPath To(string table, string column) => new(new JoinStep(table, "id", column));
}
