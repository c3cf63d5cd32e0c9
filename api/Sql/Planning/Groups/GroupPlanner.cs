using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Filters;
using SocietyParty.Sql.Planning.Orders;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Groups;

/// <summary>
/// <c>groups</c> of a connection → groups of the connection's rows, to be paged over. Rows are grouped by what they hold themselves: a
/// reference by its key; what it leads to is joined for the page's groups alone.
/// </summary>
internal sealed class GroupPlanner(PlanContext context)
{
    private readonly FilterPlanner filters = new(context);
    private readonly OrderPlanner orders = new(context);

    /// <param name="rows">The connection's rows, its own condition included.</param>
    public GroupedRows Plan(SelectedField field, EntityMap target, RowSource rows)
    {
        var map = context.Map.GroupsOf(target.TypeName);
        var by = GroupKeys.Of((InputList)field.Argument("by")!, context);
        var alias = Aliases.Of(rows.From.Alias, field.ResponseKey);
        var source = Source(field, target, rows, map, by, alias);

        var scope = new Scope();
        var having = filters.Plan(field.Argument("having"), map.Group.Fields, map.Group.TypeName, alias, scope);
        var (order, signature) = orders.Plan(
            field.Argument("order"),
            map.Group.Fields,
            map.Group.TypeName,
            alias,
            scope,
            TieBreakers(map, by, alias)
        );
        return new(new RowSource(source, [], having), scope.Joins, order, $"{signature} by {string.Join(',', by)}", map.Group.Fields);
    }

    private FromGroups Source(SelectedField field, EntityMap target, RowSource rows, GroupMap map, ImmutableArray<string> by, string alias)
    {
        var inner = rows.From.Alias;
        var scope = new Scope(rows.Joins);
        var where = AllOf.Of(rows.Where, filters.Plan(field.Argument("where"), target.Fields, target.TypeName, inner, scope));
        var used = GroupColumns.UsedBy(field, map);
        // One group for all has no key that would give it a place for cursors: its count does.
        if (by.IsEmpty)
        {
            used.Add(GroupMap.Count);
        }

        var values = new GroupValues(context.Map, inner, scope);
        var keys = by.Select(value => map.Keys[value]).Select(key => new GroupColumn(key.Column, values.Of(key.Source), key.Type));
        var others = map
            .Keys.Where(key => !by.Contains(key.Key) && used.Contains(key.Value.Column))
            .OrderBy(key => key.Key, StringComparer.Ordinal)
            .Select(key => new GroupColumn(key.Value.Column, null, key.Value.Type));
        var measures = map
            .Measures.Where(measure => used.Contains(measure.Name))
            .Select(measure => new GroupMeasure(
                measure.Name,
                measure.Function,
                measure.Source is { } path ? values.Of(path) : null,
                measure.Type
            ));
        ImmutableArray<GroupColumn> columns = [.. keys, .. others];
        ImmutableArray<GroupMeasure> measured = [.. measures];
        return new FromGroups(rows with { Joins = scope.Joins, Where = where }, columns, measured, alias);
    }

    private static IEnumerable<OrderKey> TieBreakers(GroupMap map, ImmutableArray<string> by, string alias) =>
        by.IsEmpty
            ? [new OrderKey(new ColumnExpression(alias, GroupMap.Count), SqlType.Int, Descending: false)]
            : by.Select(value => map.Keys[value])
                .Select(key => new OrderKey(new ColumnExpression(alias, key.Column), key.Type, Descending: false));
}

/// <summary>Groups as rows, in the order in which they are paged over.</summary>
/// <param name="OrderJoins">Joins that only the order needs.</param>
/// <param name="Signature">The order and the keys as text, which cursors carry as a tag.</param>
/// <param name="Fields">Where a group's fields stand in its row.</param>
internal sealed record GroupedRows(
    RowSource Rows,
    ImmutableArray<Join> OrderJoins,
    ImmutableArray<OrderKey> Order,
    string Signature,
    IReadOnlyDictionary<string, FieldMap> Fields
);
