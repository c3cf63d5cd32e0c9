using System.Collections.Immutable;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Pages;

/// <summary>
/// Chooses what is sent as rows: the first list of leaves that stands in the items of a root page, straight or in objects of the
/// same row. One list an operation, because rows of two lists could not be written while they arrive.
/// </summary>
internal static class SentRowsPlanner
{
    public static ImmutableArray<JsonMember> Apply(ImmutableArray<JsonMember> roots)
    {
        for (var i = 0; i < roots.Length; i++)
        {
            if (roots[i].Value is JsonPage { PagesAhead: 0, Shared: null } page && OfPage(page) is { } changed)
            {
                return roots.SetItem(i, roots[i] with { Value = changed });
            }
        }

        return roots;
    }

    private static JsonPage? OfPage(JsonPage page)
    {
        var alias = page.Rows.From.Alias;
        for (var i = 0; i < page.Parts.Length; i++)
        {
            var (part, sent) = page.Parts[i] switch
            {
                NodesPart nodes when Take(nodes.Item, alias) is var (item, rows) => (nodes with { Item = item }, rows),
                EdgesPart edges => OfEdges(edges, alias),
                _ => ((PagePart?)null, (SentRows?)null),
            };
            if (part is not null)
            {
                return page with { Parts = page.Parts.SetItem(i, part), Sent = sent };
            }
        }

        return null;
    }

    private static (PagePart?, SentRows?) OfEdges(EdgesPart edges, string alias)
    {
        for (var i = 0; i < edges.Members.Length; i++)
        {
            if (edges.Members[i].Value is { } node && Take(node, alias) is var (item, rows))
            {
                return (edges with { Members = edges.Members.SetItem(i, (edges.Members[i].Key, item)) }, rows);
            }
        }

        return (null, null);
    }

    /// <summary>The value with a place instead of its first list of leaves; null where it has none.</summary>
    private static (JsonValue Value, SentRows Rows)? Take(JsonValue value, string pageAlias)
    {
        switch (value)
        {
            case JsonList { SelectionJoins.IsEmpty: true, Item: JsonObject { NullIf: null } item } list
                when item.Members.All(member => member.Value is JsonScalar or JsonConstant) && ParentOf(list.Rows) is { } parent:
                return (new JsonSentPlace(pageAlias), new SentRows(list.Rows, list.Order, parent, item.Members));
            case JsonObject obj:
                for (var i = 0; i < obj.Members.Length; i++)
                {
                    if (Take(obj.Members[i].Value, pageAlias) is var (taken, rows))
                    {
                        return (obj with { Members = obj.Members.SetItem(i, obj.Members[i] with { Value = taken }) }, rows);
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>
    /// The one column outside the source that its conditions compare with; null where there is none or another reference.
    /// </summary>
    private static ColumnExpression? ParentOf(RowSource rows)
    {
        var own = rows.Joins.Select(join => join.Alias).Append(rows.From.Alias).ToHashSet(StringComparer.Ordinal);
        ColumnExpression? parent = null;
        foreach (var condition in rows.Where is AllOf all ? all.Items : [rows.Where])
        {
            switch (condition)
            {
                case Compare { Comparison: Comparison.Equal, Left: ColumnExpression left, Right: ColumnExpression right }
                    when own.Contains(left.Alias) && !own.Contains(right.Alias) && (parent is null || parent == right):
                    parent = right;
                    break;
                case HoldsOn { Range: ColumnExpression range } when own.Contains(range.Alias):
                case IsTrue { Inner: ColumnExpression flag } when own.Contains(flag.Alias):
                    break;
                default:
                    return null;
            }
        }

        return parent;
    }
}
