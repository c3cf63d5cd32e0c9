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

    /// <summary>
    /// <c>Query.nodes</c> → the rows with these keys, in their order. The kinds of a variable's identities belong to its shape, so the
    /// statement looks into the tables of those kinds alone; each has an array of keys, null where the identity is of another kind.
    /// </summary>
    public JsonList PlanAll(SelectedField field, int depth)
    {
        var ids = (InputLeaf)field.Argument("ids")!;
        var types = context.Schema.PossibleTypes((CompositeType)field.Field.Type.Named);
        var kinds = ids.Kind?.Split(CoercedVariables.KindSeparator)
            ?? ((ids.Source as LiteralSource)?.Value as IReadOnlyList<object?>)?.OfType<string>().Select(GlobalId.KindOf).ToArray();
        if (kinds is not null)
        {
            // What is of no kind is refused when it is read, by whichever kind is looked for.
            types = types.Where(type => kinds.Contains(type.Name)).DefaultIfEmpty(types[0]).ToImmutableArray();
        }

        var alias = Aliases.Of("", field.ResponseKey);
        var keys = types
            .Select(type =>
                (
                    Column: type.Name,
                    Keys: new Parameter(
                        ids.Source,
                        new KeysConversion(type.Name, context.NodeTypes, context.Limits.PageSizeMax),
                        SqlType.Key,
                        ids.Location,
                        isArray: true
                    )
                )
            )
            .ToImmutableArray();
        var alternatives = types.Select(type =>
            Row(field, type, Aliases.Of(alias, type.Name), new ColumnExpression(alias, type.Name), depth + 1)
        );
        return new JsonList(
            new RowSource(new FromKeys(keys, alias), [], Predicate.Always),
            [new OrderKey(new ColumnExpression(alias, FromKeys.Position), SqlType.Long, Descending: false, IsNullable: false)],
            [],
            new JsonFirst([.. alternatives], IsItem: true)
        );
    }

    private JsonSingle Single(SelectedField field, ObjectType type, string name, InputLeaf id, bool othersAreNull, int depth)
    {
        var key = new Parameter(id.Source, new KeyConversion(type.Name, context.NodeTypes, othersAreNull), SqlType.Key, id.Location);
        return Row(field, type, Aliases.Of("", name), new ParameterExpression(key), depth);
    }

    private JsonSingle Row(SelectedField field, ObjectType type, string alias, SqlExpression key, int depth)
    {
        var map = context.Map[type.Name];
        var scope = new Scope();
        var item = selections.Object(field.Selections!, type, map.Fields, alias, scope, depth + 1);
        var where = new Compare(new ColumnExpression(alias, map.RequiredKey), Comparison.Equal, key);
        return new JsonSingle(new RowSource(new FromTable(map.Table, alias), scope.Joins, where), item);
    }
}
