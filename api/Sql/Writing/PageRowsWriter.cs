using System.Collections.Immutable;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>The two lower layers of a page: the rows alone (filtered, ordered, cut), then their selected fields.</summary>
internal sealed class PageRowsWriter(SqlText sql, ExpressionWriter expressions, JsonWriter json)
{
    public const string Row = "page_row";
    public const string Rows = "page";

    private readonly OrderWriter orders = new(sql, expressions);

    public static string ItemColumn(PagePart part) => Aliases.Of(Rows, part.Key);

    /// <summary>The page's rows with their selected fields, without the parentheses around them.</summary>
    public void SelectedRows(JsonPage page)
    {
        var alias = page.Rows.From.Alias;
        var columns = new List<Action>();
        if (PageNeeds.RowNumber(page))
        {
            columns.Add(() => sql.Column(alias, Row));
        }

        if (page.Sent is { } sent)
        {
            columns.Add(() => sql.Column(sent.Parent.Alias, sent.Parent.Column).Add(" AS ").Name(SentWriter.Parent));
        }

        if (PageNeeds.Ends(page))
        {
            // A cursor is made of the first row's or the last one's, not of each row's.
            columns.AddRange(Enumerable.Range(0, page.Order.Length).Select(i => (Action)(() => sql.Column(alias, KeyColumn(i)))));
        }

        foreach (var part in page.Parts.Where(part => part is NodesPart or EdgesPart))
        {
            columns.Add(() =>
            {
                Item(page, part);
                sql.Add(" AS ").Name(ItemColumn(part));
            });
        }

        sql.Line()
            .Add("SELECT")
            .Indent()
            .Each(columns, ",", column =>
            {
                sql.Line();
                column();
            })
            .Outdent();
        if (page.PagesAhead > 0)
        {
            NearPages(page).FromPage();
            expressions.Sources.Joins(page.SelectionJoins);
            NearPages(page).OnPageOnly();
            return;
        }

        sql.Line().Add("FROM (").Indent();
        CutRows(page);
        sql.Outdent().Line().Add(") AS ").Name(alias);
        expressions.Sources.Joins(page.SelectionJoins);
    }

    public NearPagesWriter NearPages(JsonPage page) => new(sql, expressions, orders, page, CursorOf);

    /// <summary>The cursor of a row of the page.</summary>
    /// <param name="key">Writes the row's key by its column's name.</param>
    public void CursorOf(JsonPage page, Action<string> key)
    {
        // encode() breaks its lines after 76 characters.
        sql.Add("translate(encode(convert_to(json_build_array(").Literal(page.CursorTag);
        for (var i = 0; i < page.Order.Length; i++)
        {
            sql.Add(", ");
            key(KeyColumn(i));
        }

        sql.Add(")::text, 'UTF8'), 'base64'), E'\\n', '')");
    }

    public void CutRows(JsonPage page)
    {
        if (!PageNeeds.RowNumber(page))
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
        if (PageNeeds.Cursor(page))
        {
            Keys(sql, expressions, page);
        }

        expressions.Sources.From(page.Rows, page.OrderJoins, page.Place is null ? null : page.Place with { Order = Turned(page) });
        sql.Line();
        orders.OrderBy(page.Order, page.Backward);
        sql.Line()
            .Add("LIMIT ")
            .Parameter(page.Size)
            .Add(
                page.PagesAhead > 0 ? FormattableString.Invariant($"::bigint * {page.PagesAhead} + 1")
                : page.LookAhead ? "::bigint + 1"
                : ""
            );
    }

    /// <summary>The order's columns; as text, for cursors.</summary>
    internal static void Keys(SqlText sql, ExpressionWriter expressions, JsonPage page, bool asText = true)
    {
        for (var i = 0; i < page.Order.Length; i++)
        {
            sql.Add(", (");
            expressions.Expression(page.Order[i].Expression);
            sql.Add(asText ? ")::text AS " : ") AS ").Name(KeyColumn(i));
        }
    }

    // "Behind" is in front when one counts from the end.
    private static ImmutableArray<OrderKey> Turned(JsonPage page) =>
        page.Backward ? [.. page.Order.Select(key => key with { Descending = !key.Descending })] : page.Order;

    private void CursorOf(JsonPage page) => CursorOf(page, key => sql.Column(page.Rows.From.Alias, key));

    private void Item(JsonPage page, PagePart part)
    {
        if (part is NodesPart nodes)
        {
            json.Value(nodes.Item);
            return;
        }

        var text = new Concatenation(sql);
        JsonWriter.Members(
            text,
            ((EdgesPart)part).Members.Select(member =>
                (
                    member.Key,
                    (Action<Concatenation>)(
                        inner =>
                        {
                            if (member.Value is null)
                            {
                                inner.Constant("\"").Expression(() => CursorOf(page)).Constant("\"");
                            }
                            else
                            {
                                json.Add(inner, member.Value);
                            }
                        }
                    )
                )
            )
        );
        text.End();
    }

    internal static string KeyColumn(int index) => $"page_key_{index + 1}";
}
