using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Selections;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Roots;

/// <summary>
/// A field that finds one thing by its identity → the row with that key. <c>Query.node</c> looks into the table of the type that the
/// identity names. Where the kind is not known when planning, the statement looks into each type's table; for all but one type the
/// key is null and the look-up ends at once.
/// </summary>
internal sealed class NodePlanner(PlanContext context, SelectionPlanner selections)
{
    public JsonValue Plan(SelectedField field, int depth)
    {
        var id = (InputLeaf)field.Argument("id")!;
        var types = context.Schema.PossibleTypes((CompositeType)field.Field.Type.Named);
        // An object type's own field takes no other type's identity; an interface's finds nothing by it.
        var isOpen = field.Field.Type.Named is not ObjectType;
        var kind = id.Kind ?? ((id.Source as LiteralSource)?.Value is string text ? GlobalId.KindOf(text) : null);
        if (isOpen && kind is not null && types.FirstOrDefault(type => type.Name == kind) is { } known)
        {
            types = [known];
        }

        return types.Length == 1
            ? Single(field, types[0], field.ResponseKey, id, isOpen, depth)
            : new JsonFirst([.. types.Select(type => Single(field, type, Aliases.Of(field.ResponseKey, type.Name), id, isOpen, depth))]);
    }

    private JsonSingle Single(SelectedField field, ObjectType type, string name, InputLeaf id, bool othersAreNull, int depth)
    {
        var map = context.Map[type.Name];
        var alias = Aliases.Of("", name);
        var key = new Parameter(id.Source, new KeyConversion(type.Name, context.NodeTypes, othersAreNull), SqlType.Key, id.Location);
        var scope = new Scope();
        var item = selections.Object(field.Selections!, type, map.Fields, alias, scope, depth + 1);
        var where = new Compare(new ColumnExpression(alias, map.RequiredKey), Comparison.Equal, new ParameterExpression(key));
        return new JsonSingle(new RowSource(new FromTable(map.Table, alias), scope.Joins, where), item);
    }
}
