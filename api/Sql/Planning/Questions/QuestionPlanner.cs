using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Filters;
using SocietyParty.Sql.Planning.Groups;
using SocietyParty.Sql.Planning.Orders;
using SocietyParty.Sql.Planning.Pages;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Questions;

/// <summary>
/// Fields that a function of <c>mart</c> answers → a page of its rows. The function's definitions say what a value is; nothing of that is
/// here.
/// </summary>
internal sealed class QuestionPlanner(PlanContext context, ConnectionPlanner connections)
{
    private readonly FilterPlanner filters = new(context);
    private readonly OrderPlanner orders = new(context);

    /// <summary><c>Indicator.values</c>.</summary>
    /// <param name="indicator">Alias of the indicator's row.</param>
    public JsonPage Values(SelectedField field, string indicator, int depth)
    {
        var period = field.Argument("period") as InputObject;
        var compared = field.Argument("compareTo") as InputObject;
        ImmutableArray<SqlExpression> arguments =
        [
            new ColumnExpression(indicator, "id"),
            Keys(field),
            Leaf(period?.TryGet("from"), SqlType.Date),
            Leaf(period?.TryGet("to"), SqlType.Date),
            Leaf(period?.TryGet("relative"), SqlType.Text),
            Leaf(field.Argument("ruleSet"), SqlType.Text),
            Filter(field),
            Leaf(field.Argument("knownAt"), SqlType.Timestamp),
            Leaf(field.Argument("subtotals"), SqlType.Boolean),
            Leaf(compared?.TryGet("period"), SqlType.Text),
            Leaf(compared?.TryGet("from"), SqlType.Date),
            Leaf(compared?.TryGet("ruleSet"), SqlType.Text),
        ];
        var alias = Aliases.Of(indicator, field.ResponseKey);
        return Page(
            field,
            context.Map["IndicatorValue"],
            new FromFunction(IndicatorsMap.Values, arguments, alias),
            IndicatorsMap.ValueOrder,
            depth
        );
    }

    /// <summary><c>Query.scores</c>.</summary>
    public JsonPage Scores(SelectedField field, int depth)
    {
        ImmutableArray<SqlExpression> arguments =
        [
            Leaf(field.Argument("score"), SqlType.Text),
            Keys(field),
            Leaf(field.Argument("from"), SqlType.Int),
            Leaf(field.Argument("to"), SqlType.Int),
            Filter(field),
            Leaf(field.Argument("knownAt"), SqlType.Timestamp),
        ];
        var from = new FromFunction(IndicatorsMap.Scores, arguments, Aliases.Of("", field.ResponseKey));
        return Page(field, context.Map["ScoreGroup"], from, IndicatorsMap.ScoreOrder, depth);
    }

    /// <summary><c>Query.register</c>: rows of one function, their groups of another, which takes the keys besides.</summary>
    public JsonPage Register(SelectedField field, int depth)
    {
        var period = field.Argument("period") as InputObject;
        ImmutableArray<SqlExpression> asked =
        [
            Leaf(period?.TryGet("from"), SqlType.Date),
            Leaf(period?.TryGet("to"), SqlType.Date),
            Leaf(period?.TryGet("relative"), SqlType.Text),
            Leaf(field.Argument("ruleSet"), SqlType.Text),
            Filter(field),
            Leaf(field.Argument("knownAt"), SqlType.Timestamp),
        ];
        var register = Leaf(field.Argument("kind"), SqlType.Text);
        var alias = Aliases.Of("", field.ResponseKey);
        return Page(
            field,
            context.Map["RegisterRecord"],
            new FromFunction(RegistersMap.Rows, [register, .. asked], alias),
            RegistersMap.RowOrder,
            depth,
            (groups, below) =>
                Page(
                    groups,
                    context.Map["RegisterGroup"],
                    new FromFunction(RegistersMap.Groups, [register, Keys(groups), .. asked], Aliases.Of(alias, groups.ResponseKey)),
                    RegistersMap.GroupOrder,
                    below
                )
        );
    }

    /// <summary>What a function gives for columns of a row.</summary>
    public JsonPage Rows(SelectedField field, FunctionPageMap map, string parent, int depth)
    {
        var arguments = map.Columns.Select(SqlExpression (column) => new ColumnExpression(parent, column));
        var from = new FromFunction(map.Function, [.. arguments], Aliases.Of(parent, field.ResponseKey));
        return Page(field, context.Map[map.TargetType], from, FrozenDictionary<string, FieldMap>.Empty, depth);
    }

    private JsonPage Page(
        SelectedField field,
        EntityMap target,
        FromFunction from,
        FrozenDictionary<string, FieldMap> columns,
        int depth,
        GroupsPagePlanner? groups = null
    )
    {
        var scope = new Scope();
        var having = filters.Plan(field.Argument("having"), columns, target.TypeName, from.Alias, scope);
        var place = new OrderKey(new ColumnExpression(from.Alias, target.RequiredKey), SqlType.Long, Descending: false, IsNullable: false);
        var (order, signature) = orders.Plan(field.Argument("order"), columns, target.TypeName, from.Alias, scope, [place]);
        // A cursor belongs to its keys, too.
        var by = field.Argument("by") is InputList keys ? $" by {string.Join(',', GroupKeys.Of(keys, context))}" : "";
        return connections.Page(
            field,
            new RowSource(from, [], having),
            scope.Joins,
            order,
            signature + by,
            target.Fields,
            depth,
            groups: groups
        );
    }

    private ParameterExpression Keys(SelectedField field)
    {
        var by = (InputList)field.Argument("by")!;
        var names = GroupKeys.Of(by, context);
        return new(
            new Parameter(
                new LiteralSource(names.CastArray<object?>()),
                new EachConversion(Conversion.None, SqlType.Text),
                SqlType.Text,
                by.Location,
                isArray: true
            )
        );
    }

    private SqlExpression Filter(SelectedField field) =>
        field.Argument("where") is InputObject where
            ? new ParameterExpression(
                new Parameter(new TreeSource(where), new FilterTreeConversion(context.NodeTypes), SqlType.Json, where.Location)
            )
            : new NullExpression(SqlType.Json);

    private static SqlExpression Leaf(InputValue? value, SqlType type) =>
        value is InputLeaf leaf
            ? new ParameterExpression(new Parameter(leaf.Source, Conversion.None, type, leaf.Location))
            : new NullExpression(type);
}
