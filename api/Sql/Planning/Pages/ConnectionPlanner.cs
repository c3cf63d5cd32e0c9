using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Filters;
using SocietyParty.Sql.Planning.Groups;
using SocietyParty.Sql.Planning.Orders;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Pages;

/// <summary>The selected fields of one row; whoever selects fields gives it, because they lead to pages again.</summary>
internal delegate JsonObject ItemPlanner(
    SelectionSet selections,
    ObjectType type,
    IReadOnlyDictionary<string, FieldMap> fields,
    string alias,
    Scope scope,
    int depth
);

/// <summary>The field <c>groups</c> of a connection whose groups come from elsewhere than its rows.</summary>
internal delegate JsonPage GroupsPagePlanner(SelectedField field, int depth);

/// <summary>A field that gives a connection → a page of rows by keyset, with its page information.</summary>
internal sealed class ConnectionPlanner(PlanContext context, ItemPlanner items)
{
    private readonly GroupPlanner grouping = new(context);
    private readonly FilterPlanner filters = new(context);
    private readonly OrderPlanner orders = new(context);

    /// <param name="rows">All rows that the connection is over, without the field's own condition.</param>
    public JsonPage Plan(SelectedField field, EntityMap target, RowSource rows, int depth)
    {
        var alias = rows.From.Alias;
        var scope = new Scope();
        var where = filters.Plan(field.Argument("where"), target.Fields, target.TypeName, alias, scope);
        var filtered = rows with { Joins = rows.Joins.AddRange(scope.Joins), Where = AllOf.Of(rows.Where, where) };
        var key = new OrderKey(new ColumnExpression(alias, target.RequiredKey), target.KeyType, Descending: false, IsNullable: false);
        var isShared = IsLookedUpTwice(field, rows, filtered);
        var orderScope = isShared ? new Scope() : scope;
        var (order, signature) = orders.Plan(field.Argument("order"), target.Fields, target.TypeName, alias, orderScope, [key]);
        // The key goes the way of the column before it, so that one index serves both directions.
        if (order.Length > 1 && order[^2].Descending)
        {
            order = order.SetItem(order.Length - 1, key with { Descending = true });
        }

        var ordered = isShared ? orderScope.Joins : scope.Joins.RemoveRange(0, filtered.Joins.Length - rows.Joins.Length);
        return Page(field, filtered, ordered, order, signature, target.Fields, depth, target, isShared);
    }

    // Counted and shown, the few rows that one parent has are found once: their condition looks into other tables for each of them. The
    // many rows of a root page are not, because keeping them all costs more than finding the page's again.
    private static bool IsLookedUpTwice(SelectedField field, RowSource rows, RowSource filtered)
    {
        var isNested = rows.Where is not AllOf { Items.IsEmpty: true };
        var looksUp =
            filtered.Joins.Length > rows.Joins.Length
            || (filtered.Where is AllOf all && all.Items.Any(item => item is Exists or Not or AnyOf));
        var selected = field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named).Select(part => part.Field.Name).ToHashSet();
        return isNested && looksUp && selected.Contains("totalCount") && (selected.Contains("nodes") || selected.Contains("edges"));
    }

    /// <param name="orderJoins">Joins that only the order needs.</param>
    /// <param name="grouped">The rows' type; null where the rows are groups themselves.</param>
    /// <param name="isShared">The rows are found once for all that reads them.</param>
    /// <param name="groups">Plans the rows' groups, where they are not made of the rows.</param>
    public JsonPage Page(
        SelectedField field,
        RowSource rows,
        ImmutableArray<Join> orderJoins,
        ImmutableArray<OrderKey> order,
        string signature,
        IReadOnlyDictionary<string, FieldMap> fields,
        int depth,
        EntityMap? grouped = null,
        bool isShared = false,
        GroupsPagePlanner? groups = null
    )
    {
        var alias = rows.From.Alias;
        var (size, backward, cursor) = Paging(field);
        var tag = Cursor.TagOf(signature);
        var place = cursor is null
            ? null
            : new Behind(
                order,
                [
                    .. order.Select(
                        (key, i) =>
                            new Parameter(cursor.Source, new CursorConversion(tag, i, order.Length, key.Type), key.Type, cursor.Location)
                    ),
                ]
            );
        context.Check([size, .. place?.Place ?? []]);
        var scope = new Scope();
        groups ??= grouped is null ? null : (part, below) => Groups(part, grouping.Plan(part, grouped, rows), below);
        var parts = Parts(field, fields, alias, groups, scope, depth);
        var info = parts.OfType<PageInfoPart>().SelectMany(part => part.Members).Select(member => member.Field).ToHashSet();
        var lookAhead = info.Contains(backward ? PageInfoField.HasPreviousPage : PageInfoField.HasNextPage);
        var pagesAhead =
            info.Contains(PageInfoField.ForwardCursors) || info.Contains(PageInfoField.BackwardCursors) ? context.Limits.PagesAheadMax : 0;
        // Groups, and what a function gives, are computed once, also where they are shown, counted and paged around.
        var isReadTwice =
            pagesAhead > 0
            || (parts.Any(part => part is TotalCountPart) && parts.Any(part => part is NodesPart or EdgesPart or PageInfoPart));
        FromItem? shared =
            isShared || (isReadTwice && rows.From is FromFunction) ? new FromRows(rows, alias)
            : isReadTwice ? rows.From as FromGroups
            : null;
        var read = shared switch
        {
            null => rows,
            FromRows => new RowSource(new FromShared(alias), [], Predicate.Always),
            _ => rows with { From = new FromShared(alias) },
        };
        return new JsonPage(read, orderJoins, order, tag, place, size, backward, lookAhead, pagesAhead, scope.Joins, parts)
        {
            Shared = shared,
        };
    }

    private (Parameter Size, bool Backward, InputLeaf? Cursor) Paging(SelectedField field)
    {
        var (first, last) = (field.Argument("first") as InputLeaf, field.Argument("last") as InputLeaf);
        var (after, before) = (field.Argument("after") as InputLeaf, field.Argument("before") as InputLeaf);
        if (first is not null && last is not null)
        {
            context.Fail("SP-PAGE-003", "Give \"first\" or \"last\", not both.", last.Location);
        }

        if (after is not null && (last is not null || before is not null))
        {
            context.Fail("SP-PAGE-004", "\"after\" goes with \"first\", \"before\" goes with \"last\".", after.Location);
        }

        if (before is not null && last is null)
        {
            context.Fail("SP-PAGE-004", "\"before\" goes with \"last\": say how many rows before the cursor.", before.Location);
        }

        var limits = context.Limits;
        var size = (first ?? last) is { } given
            ? new Parameter(
                given.Source,
                new PageSizeConversion(first is null ? "last" : "first", limits.PageSizeMax),
                SqlType.Int,
                given.Location
            )
            : new Parameter(new LiteralSource(limits.PageSizeDefault), Conversion.None, SqlType.Int, SourceLocation.None);
        return (size, last is not null, after ?? before);
    }

    private ImmutableArray<PagePart> Parts(
        SelectedField field,
        IReadOnlyDictionary<string, FieldMap> fields,
        string alias,
        GroupsPagePlanner? groups,
        Scope scope,
        int depth
    )
    {
        var connection = (ObjectType)field.Field.Type.Named;
        return
        [
            .. field
                .Selections!.FieldsFor(connection)
                .Select<SelectedField, PagePart>(part =>
                    part.Field.Name switch
                    {
                        "nodes" => new NodesPart(part.ResponseKey, Item(part, fields, alias, scope, depth + 1)),
                        "edges" => new EdgesPart(part.ResponseKey, [.. Edge(part, fields, alias, scope, depth + 1)]),
                        "totalCount" => new TotalCountPart(part.ResponseKey),
                        "groups" when groups is not null => new GroupsPart(part.ResponseKey, groups(part, depth + 1)),
                        "pageInfo" => new PageInfoPart(part.ResponseKey, PageFieldsPlanner.Members(part, field)),
                        _ => new ConstantPart(part.ResponseKey, connection.Name),
                    }
                ),
        ];
    }

    private JsonPage Groups(SelectedField field, GroupedRows groups, int depth) =>
        Page(field, groups.Rows, groups.OrderJoins, groups.Order, groups.Signature, groups.Fields, depth);

    private JsonObject Item(SelectedField field, IReadOnlyDictionary<string, FieldMap> fields, string alias, Scope scope, int depth) =>
        items(field.Selections!, (ObjectType)field.Field.Type.Named, fields, alias, scope, depth + 1);

    private IEnumerable<(string Key, JsonValue? Value)> Edge(
        SelectedField edges,
        IReadOnlyDictionary<string, FieldMap> fields,
        string alias,
        Scope scope,
        int depth
    )
    {
        var edge = (ObjectType)edges.Field.Type.Named;
        foreach (var member in edges.Selections!.FieldsFor(edge))
        {
            yield return (
                member.ResponseKey,
                member.Field.Name switch
                {
                    "cursor" => null,
                    "node" => Item(member, fields, alias, scope, depth + 1),
                    _ => new JsonConstant(edge.Name),
                }
            );
        }
    }
}
