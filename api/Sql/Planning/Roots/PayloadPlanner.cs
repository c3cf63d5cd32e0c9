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
internal sealed class PayloadPlanner(PlanContext context, SelectionPlanner selections)
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
                    !part.IsMeta && part.Field.Type.Named is ObjectType type && !part.Field.Type.IsList && context.Map.Has(type.Name)
                )
                .Select(part => new JsonMember(part.ResponseKey, Changed(part, (ObjectType)part.Field.Type.Named))),
        ]);
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
