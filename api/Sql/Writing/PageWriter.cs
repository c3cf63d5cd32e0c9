using System.Collections.Immutable;
using SocietyParty.Sql.Planning;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// A connection as SQL, in three layers: the page's rows alone (filtered, ordered, cut), then the selected fields of those rows,
/// then one JSON text of them all.
/// </summary>
internal sealed class PageWriter(SqlText sql, ExpressionWriter expressions, JsonWriter json)
{
    internal const string Row = "page_row";
    private const string CursorColumn = "page_cursor";
    private const string Rows = "page";

    private readonly OrderWriter orders = new(sql, expressions);

    public void Page(JsonPage page)
    {
        sql.Add("(").Indent().Line();
        if (page.Shared is { } shared)
        {
            sql.Add("WITH ").Name(shared.Alias).Add(" AS (").Indent();
            new GroupWriter(sql, expressions).Query(shared);
            sql.Outdent().Line().Add(")");
            if (page.PagesAhead == 0)
                sql.Line();
        }

        if (page.PagesAhead > 0)
            NearPages(page).With(CutRows);
        sql.Add("SELECT ");
        json.Members(page.Parts.Select(part => (
            part.Key,
            (Action)(() => Part(page, part)),
            part is ConstantPart constant ? $"\"{constant.Text}\"" : null)));
        if (NeedsRows(page))
        {
            sql.Line().Add("FROM (").Indent();
            SelectedRows(page);
            sql.Outdent().Line().Add(") AS ").Name(Rows);
        }

        sql.Outdent().Line().Add(")");
    }

    // Only where something is put together of all rows; anything else beside a FROM would be told once per row.
    private static bool NeedsRows(JsonPage page) => page.Parts.Any(part => part switch
    {
        NodesPart or EdgesPart => true,
        PageInfoPart info => info.Members.Any(member => member.Field is PageInfoField.StartCursor or PageInfoField.EndCursor
            || (member.Field == AheadField(page) && page.PagesAhead == 0)),
        _ => false,
    });

    // Whether there is a page on the side that the cursor came from is known from the cursor alone.
    private static PageInfoField AheadField(JsonPage page) => page.Backward ? PageInfoField.HasPreviousPage : PageInfoField.HasNextPage;

    private static bool NeedsCursor(JsonPage page) => page.Parts.Any(part => part switch
    {
        EdgesPart edges => edges.Members.Any(member => member.Value is null),
        PageInfoPart info => page.PagesAhead > 0 || info.Members.Any(member => member.Field is PageInfoField.StartCursor or PageInfoField.EndCursor),
        _ => false,
    });

    private void SelectedRows(JsonPage page)
    {
        var alias = page.Rows.From.Alias;
        sql.Line().Add("SELECT ").Column(alias, Row);
        if (NeedsCursor(page))
        {
            sql.Add(", ");
            CursorOf(page);
            sql.Add(" AS ").Name(CursorColumn);
        }

        foreach (var part in page.Parts)
        {
            if (part is not (NodesPart or EdgesPart))
                continue;
            sql.Add(",").Line().Add("  ");
            Item(page, part);
            sql.Add(" AS ").Name(ItemColumn(part));
        }

        if (page.PagesAhead > 0)
        {
            NearPages(page).FromPage();
            expressions.Joins(page.SelectionJoins);
            NearPages(page).OnPageOnly();
            return;
        }

        sql.Line().Add("FROM (").Indent();
        CutRows(page);
        sql.Outdent().Line().Add(") AS ").Name(alias);
        expressions.Joins(page.SelectionJoins);
    }

    private NearPagesWriter NearPages(JsonPage page) => new(sql, expressions, orders, json, page, CursorOf);

    private void CutRows(JsonPage page)
    {
        var alias = page.Rows.From.Alias;
        sql.Line().Add("SELECT ").Name(alias).Add(".*, row_number() OVER (");
        orders.OrderBy(page.Order, page.Backward);
        sql.Add(") AS ").Name(Row);
        if (NeedsCursor(page))
            Keys(sql, expressions, page);

        expressions.From(page.Rows, page.OrderJoins, page.Place is null ? null : page.Place with { Order = Turned(page) });
        sql.Line();
        orders.OrderBy(page.Order, page.Backward);
        sql.Line().Add("LIMIT ").Parameter(page.Size)
            .Add(page.PagesAhead > 0 ? FormattableString.Invariant($"::bigint * {page.PagesAhead} + 1") : page.LookAhead ? "::bigint + 1" : "");
    }

    /// <summary>The order's columns as text, for cursors.</summary>
    internal static void Keys(SqlText sql, ExpressionWriter expressions, JsonPage page)
    {
        for (var i = 0; i < page.Order.Length; i++)
        {
            sql.Add(", (");
            expressions.Expression(page.Order[i].Expression);
            sql.Add(")::text AS ").Name(KeyColumn(i));
        }
    }

    // "Behind" is in front when one counts from the end.
    private static ImmutableArray<OrderKey> Turned(JsonPage page) =>
        page.Backward ? [.. page.Order.Select(key => key with { Descending = !key.Descending })] : page.Order;

    private void CursorOf(JsonPage page)
    {
        // encode() breaks its lines after 76 characters.
        sql.Add("translate(encode(convert_to(json_build_array(").Literal(page.CursorTag);
        for (var i = 0; i < page.Order.Length; i++)
            sql.Add(", ").Column(page.Rows.From.Alias, KeyColumn(i));
        sql.Add(")::text, 'UTF8'), 'base64'), E'\\n', '')");
    }

    private void Item(JsonPage page, PagePart part)
    {
        if (part is NodesPart nodes)
        {
            json.Value(nodes.Item);
            return;
        }

        json.Members(((EdgesPart)part).Members.Select(member => (
            member.Key,
            (Action)(() =>
            {
                if (member.Value is null)
                {
                    sql.Add("'\"' || ");
                    CursorOf(page);
                    sql.Add(" || '\"'");
                }
                else
                {
                    json.Value(member.Value);
                }
            }),
            member.Value is JsonConstant constant ? $"\"{constant.Text}\"" : null)));
    }

    private void Part(JsonPage page, PagePart part)
    {
        switch (part)
        {
            case TotalCountPart:
                sql.Add("(").Indent().Line().Add("SELECT count(*)::text");
                expressions.From(page.Rows);
                sql.Outdent().Line().Add(")");
                break;
            case GroupsPart groups:
                Page(groups.Groups);
                break;
            case PageInfoPart info:
                json.Members(info.Members.Select(member => (
                    member.Key,
                    (Action)(() => Info(page, member)),
                    member.Field switch { PageInfoField.TypeName => "\"PageInfo\"", PageInfoField.NoCursors => "[]", _ => null })));
                break;
            default:
                sql.Add("'[' || coalesce(string_agg(").Column(Rows, ItemColumn(part)).Add(", ',' ORDER BY ").Column(Rows, Row)
                    .Add(page.Backward ? " DESC)" : ")");
                OnPage(page);
                sql.Add(", '') || ']'");
                break;
        }
    }

    private void Info(JsonPage page, PageInfoMember member)
    {
        var field = member.Field;
        var ahead = AheadField(page);
        switch (field)
        {
            case PageInfoField.ForwardCursors or PageInfoField.BackwardCursors:
                NearPages(page).Cursors(member);
                break;
            case PageInfoField.HasNextPage or PageInfoField.HasPreviousPage when field == ahead && page.PagesAhead > 0:
                NearPages(page).IsMore();
                break;
            case PageInfoField.HasNextPage or PageInfoField.HasPreviousPage when field == ahead:
                sql.Add("(count(*) > ").Parameter(page.Size).Add(")::text");
                break;
            case PageInfoField.HasNextPage or PageInfoField.HasPreviousPage:
                sql.Literal(page.Place is null ? "false" : "true");
                break;
            default:
                var isFirstRow = (field == PageInfoField.StartCursor) != page.Backward;
                sql.Add("coalesce(to_json((array_agg(").Column(Rows, CursorColumn).Add(" ORDER BY ").Column(Rows, Row)
                    .Add(isFirstRow ? ")" : " DESC)");
                OnPage(page);
                sql.Add(")[1])::text, 'null')");
                break;
        }
    }

    // The row that was read ahead is not on the page.
    private void OnPage(JsonPage page)
    {
        if (page.LookAhead && page.PagesAhead == 0)
            sql.Add(" FILTER (WHERE ").Column(Rows, Row).Add(" <= ").Parameter(page.Size).Add(")");
    }

    private static string ItemColumn(PagePart part) => Scope.Alias(Rows, part.Key);

    private static string KeyColumn(int index) => $"page_key_{index + 1}";
}
