using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Planning;

/// <summary>
/// <c>Query.node</c> → the row with that key in the table of the type that the identity names. The identity is a value, so the
/// statement looks into each type's table; for all but one type the key is null and the look-up ends at once.
/// </summary>
internal sealed class NodePlanner(PlanContext context, SelectionPlanner selections)
{
    public JsonFirst Plan(SelectedField field, int depth)
    {
        var id = (InputLeaf)field.Argument("id")!;
        var types = context.Schema.PossibleTypes((CompositeType)field.Field.Type.Named);
        return new JsonFirst([.. types.Select(type => Single(field, type, id, depth))]);
    }

    private JsonSingle Single(SelectedField field, ObjectType type, InputLeaf id, int depth)
    {
        var map = context.Map[type.Name];
        var alias = Scope.Alias(field.ResponseKey, type.Name);
        var key = new Parameter(id.Source, new KeyConversion(type.Name, context.NodeTypes, OthersAreNull: true), SqlType.Key, id.Location);
        var scope = new Scope();
        var item = selections.Object(field.Selections!, type, map.Fields, alias, scope, depth + 1);
        var where = new Compare(new ColumnExpression(alias, map.RequiredKey), Comparison.Equal, new ParameterExpression(key));
        return new JsonSingle(new RowSource(new FromTable(map.Table, alias), scope.Joins, where), item);
    }
}
