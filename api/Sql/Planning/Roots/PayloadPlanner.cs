using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Selections;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Roots;

/// <summary>
/// The payload of a mutation → what is read after the change. The key of what was changed comes in as a parameter, so the statement is
/// planned once for all changes. Errors and warnings are not the database's: whoever runs the change writes them.
/// </summary>
/// <param name="root">Plans a field of the type <c>Query</c>.</param>
internal sealed class PayloadPlanner(PlanContext context, SelectionPlanner selections, Func<SelectedField, JsonValue> root)
{
    public ImmutableArray<ChangePlan> Plan(BoundOperation operation) =>
        [.. operation.Fields.Where(field => !field.IsMeta).Select(field => new ChangePlan(field, Payload(field)))];

    private QueryPlan Payload(SelectedField field)
    {
        var payload = (ObjectType)field.Field.Type.Named;
        return new([
            .. field
                .Selections!.FieldsFor(payload)
                .Where(part =>
                    IsQuery(part)
                    || (!part.IsMeta && part.Field.Type.Named is ObjectType type && !part.Field.Type.IsList && context.Map.Has(type.Name))
                )
                .Select(part => new JsonMember(
                    part.ResponseKey,
                    IsQuery(part) ? Query(part) : Changed(part, (ObjectType)part.Field.Type.Named)
                )),
        ]);
    }

    private bool IsQuery(SelectedField part) => ReferenceEquals(part.Field.Type.Named, context.Schema.Query);

    private JsonObject Query(SelectedField part)
    {
        var fields = part.Selections!.FieldsFor(context.Schema.Query);
        if (fields.Length > context.Limits.RootFieldsMax)
        {
            context.Fail(
                "SP-LIMIT-002",
                $"\"{part.ResponseKey}\" has {fields.Length} fields, more than {context.Limits.RootFieldsMax}. Ask for the rest in "
                    + "another operation.",
                part.Location
            );
        }

        return new([.. fields.Select(field => new JsonMember(field.ResponseKey, Asked(field)))]);
    }

    private JsonValue Asked(SelectedField field)
    {
        if (field.IsTypeName)
        {
            return new JsonConstant(context.Schema.Query.Name);
        }

        if (!field.IsMeta)
        {
            return root(field);
        }

        context.Fail(
            "SP-MUTATION-002",
            $"\"{field.Field.Name}\" is asked for in a query, not in the payload of a mutation.",
            field.Location
        );
        return new JsonConstant("");
    }

    private JsonSingle Changed(SelectedField part, ObjectType type)
    {
        var map = context.Map[type.Name];
        var alias = Aliases.Of("", part.ResponseKey);
        var scope = new Scope();
        var item = selections.Object(part.Selections!, type, map.Fields, alias, scope, depth: 3);
        var key = new Parameter(new EventSource(ChangePlan.ChangedKey), Conversion.None, SqlType.Key, part.Location);
        var where = new Compare(new ColumnExpression(alias, map.RequiredKey), Comparison.Equal, new ParameterExpression(key));
        return new JsonSingle(new RowSource(new FromTable(map.Table, alias), scope.Joins, where), item);
    }
}
