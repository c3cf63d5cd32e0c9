using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Pages;
using SocietyParty.Sql.Planning.Questions;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Selections;

/// <summary>The selected fields of an object → members of a JSON object, with the joins that they need.</summary>
internal sealed class SelectionPlanner
{
    private readonly PlanContext context;
    private readonly ConnectionPlanner connections;

    public SelectionPlanner(PlanContext context)
    {
        this.context = context;
        connections = new ConnectionPlanner(context, Object);
        Questions = new QuestionPlanner(context, connections);
    }

    public ConnectionPlanner Connections => connections;

    public QuestionPlanner Questions { get; }

    public JsonObject Object(
        SelectionSet selections,
        ObjectType type,
        IReadOnlyDictionary<string, FieldMap> fields,
        string alias,
        Scope scope,
        int depth
    ) => new([.. selections.FieldsFor(type).Select(field => Member(field, type, fields, alias, scope, depth))]);

    private JsonMember Member(
        SelectedField field,
        ObjectType type,
        IReadOnlyDictionary<string, FieldMap> fields,
        string alias,
        Scope scope,
        int depth
    )
    {
        if (depth > context.Limits.DepthMax)
        {
            context.Fail(
                "SP-LIMIT-001",
                $"The operation is nested deeper than {context.Limits.DepthMax} fields. Ask for the rest in another operation.",
                field.Location
            );
            return new(field.ResponseKey, new JsonConstant(""));
        }

        if (field.IsTypeName)
        {
            return new(field.ResponseKey, new JsonConstant(type.Name));
        }

        return new(
            field.ResponseKey,
            fields[field.Field.Name] switch
            {
                IdentityMap identity => new JsonIdentity(type.Name, new ColumnExpression(alias, identity.Column)),
                ReferenceMap reference => new JsonIdentity(
                    reference.TargetType,
                    new ColumnExpression(alias, reference.Column),
                    IsNullable: !field.Field.Type.IsNonNull
                ),
                EmbeddedMap embedded => Object(field.Selections!, ObjectTypeOf(field), embedded.Fields, alias, scope, depth + 1),
                ToOneMap one => ToOne(field, one, alias, scope, depth),
                ToManyMap many => ToMany(field, many, alias, depth),
                FunctionMap function => OfFunction(field, function, alias, depth),
                FunctionPageMap page => Questions.Rows(field, page, alias, depth),
                IndicatorValuesMap => Questions.Values(field, alias, depth),
                var leaf => Leaf(field, leaf, alias, scope),
            }
        );
    }

    private static JsonScalar Leaf(SelectedField field, FieldMap map, string alias, Scope scope)
    {
        var (expression, type) = FieldExpressions.Of(map, AsOf.JoinName(field), alias, scope, AsOf.Day(field))
            ?? throw new InvalidOperationException($"Field {field.Field.Name} has no map that gives a leaf.");
        return new JsonScalar(expression, type, !field.Field.Type.IsNonNull, field.Field.Type.Named is EnumType);
    }

    private JsonObject ToOne(SelectedField field, ToOneMap one, string alias, Scope scope, int depth)
    {
        var target = context.Map[one.TargetType];
        var joined = scope.Join(alias, AsOf.JoinName(field), one.Path, AsOf.Day(field));
        var members = Object(field.Selections!, ObjectTypeOf(field), target.Fields, joined, scope, depth + 1);
        return field.Field.Type.IsNonNull ? members : members with { NullIf = new ColumnExpression(joined, target.RequiredKey) };
    }

    private JsonValue ToMany(SelectedField field, ToManyMap many, string alias, int depth)
    {
        var target = context.Map[many.TargetType];
        var related = Aliases.Of(alias, field.ResponseKey);
        var found = Scope.Related(alias, related, AsOf.Path(field, many), AsOf.Day(field));
        var rows = found with
        {
            From = found.From is FromTable table ? AsOf.Rows(field, target, table) : found.From,
            Where = AllOf.Of([found.Where, .. OfYear(field, target, related)]),
        };
        return field.Field.Type.IsList ? List(field, many.Order, target, rows, depth) : connections.Plan(field, target, rows, depth);
    }

    private static IEnumerable<Predicate> OfYear(SelectedField field, EntityMap target, string alias) =>
        field.Argument("year") is InputLeaf year && target.Fields.GetValueOrDefault("year") is ColumnMap column
            ?
            [
                new Compare(
                    new ColumnExpression(alias, column.Column),
                    Comparison.Equal,
                    new ParameterExpression(new Parameter(year.Source, Conversion.None, column.Type, year.Location))
                ),
            ]
            : [];

    private JsonList OfFunction(SelectedField field, FunctionMap map, string alias, int depth)
    {
        var from = new FromFunction(map.Function, [new ColumnExpression(alias, map.Column)], Aliases.Of(alias, field.ResponseKey));
        var rows = new RowSource(from, [], Predicate.Always);
        return List(field, [new ListOrder(FunctionMap.Position)], context.Map[map.TargetType], rows, depth);
    }

    private JsonList List(SelectedField field, ImmutableArray<ListOrder> keys, EntityMap target, RowSource rows, int depth)
    {
        var alias = rows.From.Alias;
        var scope = new Scope();
        var item = Object(field.Selections!, ObjectTypeOf(field), target.Fields, alias, scope, depth + 1);
        var order = keys.Select(key => new OrderKey(new ColumnExpression(alias, key.Column), SqlType.Text, key.Descending, key.NullsLast));
        return new JsonList(rows, [.. order], scope.Joins, item);
    }

    private static ObjectType ObjectTypeOf(SelectedField field) =>
        field.Field.Type.Named as ObjectType ?? throw new InvalidOperationException($"{field.Field} is not of an object type.");
}
