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
        var text = new Concatenation(sql);
        JsonWriter.Members(text, page.Parts.Select(part => (part.Key, (Action<Concatenation>)(inner => Part(inner, page, part)))));
        text.End();
        if (page.Sent is not null)
        {
            sql.Line().Add("FROM ").Name(SentWriter.Page).Add(" AS ").Name(Rows);
        }
        else if (NeedsRows(page))
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

    private static bool NeedsCursor(JsonPage page) =>
        page.PagesAhead > 0 || NeedsEnds(page) || page.Parts.OfType<EdgesPart>().Any(edges => edges.Members.Any(member => member.Value is null));

    // Rows of the cut layer come in order; joins may change it, and a page that is read backward is turned.
    private static bool ComesInOrder(JsonPage page) => page.SelectionJoins.IsEmpty && !page.Backward && page.Sent is null && page.PagesAhead == 0;

    private static bool NeedsRowNumber(JsonPage page) => !ComesInOrder(page) || page.LookAhead || NeedsEnds(page);

    private static bool NeedsEnds(JsonPage page) => page.Parts.OfType<PageInfoPart>().Any(info =>
        info.Members.Any(member => member.Field is PageInfoField.StartCursor or PageInfoField.EndCursor));

    /// <summary>The page's rows with their selected fields, without the parentheses around them.</summary>
    public void SelectedRows(JsonPage page)
    {
        var alias = page.Rows.From.Alias;
        var columns = new List<Action>();
        if (NeedsRowNumber(page))
            columns.Add(() => sql.Column(alias, Row));
        if (page.Sent is { } sent)
            columns.Add(() => sql.Column(sent.Parent.Alias, sent.Parent.Column).Add(" AS ").Name(SentWriter.Parent));
        if (NeedsCursor(page))
            columns.Add(() =>
            {
                CursorOf(page);
                sql.Add(" AS ").Name(CursorColumn);
            });
        foreach (var part in page.Parts.Where(part => part is NodesPart or EdgesPart))
            columns.Add(() =>
            {
                Item(page, part);
                sql.Add(" AS ").Name(ItemColumn(part));
            });
        sql.Line().Add("SELECT").Indent().Each(columns, ",", column =>
        {
            sql.Line();
            column();
        }).Outdent();
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

    private NearPagesWriter NearPages(JsonPage page) => new(sql, expressions, orders, page, CursorOf);

    private void CutRows(JsonPage page)
    {
        if (!NeedsRowNumber(page))
        {
            Cut(page);
            return;
        }

        // Numbered behind the cut: before it, PostgreSQL would sort all rows where it needs the first few.
        sql.Line().Add("SELECT ").Name(page.Rows.From.Alias).Add(".*, row_number() OVER () AS ").Name(Row);
        sql.Line().Add("FROM (").Indent();
        Cut(page);
        sql.Outdent().Line().Add(") AS ").Name(page.Rows.From.Alias);
    }

    private void Cut(JsonPage page)
    {
        sql.Line().Add("SELECT ").Name(page.Rows.From.Alias).Add(".*");
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

        var text = new Concatenation(sql);
        JsonWriter.Members(text, ((EdgesPart)part).Members.Select(member => (member.Key, (Action<Concatenation>)(inner =>
        {
            if (member.Value is null)
                inner.Constant("\"").Expression(() => CursorOf(page)).Constant("\"");
            else
                json.Add(inner, member.Value);
        }))));
        text.End();
    }

    private void Part(Concatenation text, JsonPage page, PagePart part)
    {
        switch (part)
        {
            case ConstantPart constant:
                text.Constant($"\"{constant.Text}\"");
                break;
            case TotalCountPart:
                text.Expression(() =>
                {
                    sql.Add("(").Indent().Line().Add("SELECT count(*)::text");
                    expressions.From(page.Rows);
                    sql.Outdent().Line().Add(")");
                });
                break;
            case GroupsPart groups:
                text.Expression(() => Page(groups.Groups));
                break;
            case PageInfoPart info:
                JsonWriter.Members(text, info.Members.Select(member => (member.Key, (Action<Concatenation>)(inner => Info(inner, page, member)))));
                break;
            default:
                text.Constant("[").Expression(() =>
                {
                    sql.Add("coalesce(string_agg(").Column(Rows, ItemColumn(part)).Add(", ','");
                    if (!ComesInOrder(page))
                        sql.Add(" ORDER BY ").Column(Rows, Row).Add(page.Backward ? " DESC" : "");
                    sql.Add(")");
                    OnPage(page);
                    sql.Add(", '')");
                }).Constant("]");
                break;
        }
    }

    private void Info(Concatenation text, JsonPage page, PageInfoMember member)
    {
        var field = member.Field;
        var ahead = AheadField(page);
        switch (field)
        {
            case PageInfoField.TypeName:
                text.Constant("\"PageInfo\"");
                break;
            case PageInfoField.NoCursors:
                text.Constant("[]");
                break;
            case PageInfoField.ForwardCursors or PageInfoField.BackwardCursors:
                text.Expression(() => NearPages(page).Cursors(member));
                break;
            case PageInfoField.HasNextPage or PageInfoField.HasPreviousPage when field == ahead && page.PagesAhead > 0:
                text.Expression(() => NearPages(page).IsMore());
                break;
            case PageInfoField.HasNextPage or PageInfoField.HasPreviousPage when field == ahead:
                text.Expression(() => sql.Add("(count(*) > ").Parameter(page.Size).Add(")::text"));
                break;
            case PageInfoField.HasNextPage or PageInfoField.HasPreviousPage:
                text.Constant(page.Place is null ? "false" : "true");
                break;
            default:
                text.Expression(() => End(page, isFirstRow: (field == PageInfoField.StartCursor) != page.Backward));
                break;
        }
    }

    private void End(JsonPage page, bool isFirstRow)
    {
        sql.Add("coalesce(to_json((array_agg(").Column(Rows, CursorColumn).Add(" ORDER BY ").Column(Rows, Row)
            .Add(isFirstRow ? ")" : " DESC)");
        OnPage(page);
        sql.Add(")[1])::text, 'null')");
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
