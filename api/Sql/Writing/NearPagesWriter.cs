using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// Cursors of the pages around a page. The rows of the page and the keys of those ahead are read once, in a common table expression;
/// those on the side that the cursor came from by a second keyset in the other direction. Selected fields are made for the page's
/// rows alone.
/// </summary>
internal sealed class NearPagesWriter(SqlText sql, ExpressionWriter expressions, OrderWriter orders, JsonPage page, Action<JsonPage> cursor)
{
    private const string Ahead = "page_ahead";
    private const string Back = "page_back";
    private const string Number = "page_number";
    private const string CursorColumn = "page_cursor";
    private const string List = "page_cursors";

    private string Alias => page.Rows.From.Alias;

    // Without a cursor the page is the outermost one on its side.
    private bool HasBack =>
        page.Place is not null && page.Parts.OfType<PageInfoPart>().Any(part => part.Members.Any(member => member.Field == BackField));

    private PageInfoField BackField => page.Backward ? PageInfoField.ForwardCursors : PageInfoField.BackwardCursors;

    /// <param name="rows">Writes the query for the page's rows and those ahead.</param>
    public void With(Action<JsonPage> rows)
    {
        sql.Add(page.Shared is null ? "WITH " : ", ").Name(Ahead).Add(" AS MATERIALIZED (").Indent();
        rows(page);
        sql.Outdent().Line().Add(")");
        if (HasBack)
        {
            sql.Add(", ").Name(Back).Add(" AS MATERIALIZED (").Indent();
            BackRows();
            sql.Outdent().Line().Add(")");
        }

        sql.Line();
    }

    public void FromPage() => sql.Line().Add("FROM ").Name(Ahead).Add(" AS ").Name(Alias);

    public void OnPageOnly() => sql.Line().Add("WHERE ").Column(Alias, PageRowsWriter.Row).Add(" <= ").Parameter(page.Size);

    /// <summary>Whether there is a page ahead.</summary>
    public void IsMore() => sql.Add("((SELECT count(*) FROM ").Name(Ahead).Add(") > ").Parameter(page.Size).Add(")::text");

    public void Cursors(PageInfoMember member)
    {
        if (member.Field == BackField && !HasBack)
        {
            sql.Literal("[]");
            return;
        }

        sql.Add("(").Indent().Line().Add("SELECT '[' || coalesce(string_agg(");
        var text = new Concatenation(sql);
        JsonWriter.Members(text, member.Cursors.Select(part => (part.Key, (Action<Concatenation>)(inner => Part(inner, part.Field)))));
        text.End();
        sql.Add(", ',' ORDER BY ").Column(List, Number).Add("), '') || ']'").Line().Add("FROM (").Indent();
        if (member.Field == BackField)
        {
            BackCursors();
        }
        else
        {
            Boundaries(Ahead, "");
        }

        sql.Outdent().Line().Add(") AS ").Name(List).Outdent().Line().Add(")");
    }

    private Concatenation Part(Concatenation text, PageInfoField field) =>
        field switch
        {
            PageInfoField.TypeName => text.Constant("\"PageCursor\""),
            PageInfoField.Page => text.Expression(() => sql.Column(List, Number).Add("::text")),
            _ => text.Expression(() => sql.Add("to_json(").Column(List, CursorColumn).Add(")::text")),
        };

    // The nearest page begins where this one does, if there is any row beyond.
    private void BackCursors()
    {
        sql.Line().Add("SELECT 1 AS ").Name(Number).Add(", ");
        cursor(page);
        sql.Add(" AS ").Name(CursorColumn);
        FromPage();
        sql.Line()
            .Add("WHERE ")
            .Column(Alias, PageRowsWriter.Row)
            .Add(" = 1 AND ")
            .Parameter(page.Size)
            .Add(" > 0 AND EXISTS (SELECT FROM ")
            .Name(Back)
            .Add(")")
            .Line()
            .Add("UNION ALL");
        Boundaries(Back, " + 1");
        sql.Add(" AND EXISTS (SELECT FROM ").Name(Ahead).Add(")");
    }

    // The last row of each page leads to the next one, if that has a row.
    private void Boundaries(string source, string shift)
    {
        sql.Line()
            .Add("SELECT ")
            .Column(Alias, PageRowsWriter.Row)
            .Add(" / ")
            .Parameter(page.Size)
            .Add(shift)
            .Add(" AS ")
            .Name(Number)
            .Add(", ");
        cursor(page);
        sql.Add(" AS ")
            .Name(CursorColumn)
            .Line()
            .Add("FROM ")
            .Name(source)
            .Add(" AS ")
            .Name(Alias)
            .Line()
            .Add("WHERE ")
            .Column(Alias, PageRowsWriter.Row)
            .Add(" % nullif(")
            .Parameter(page.Size)
            .Add(", 0) = 0 AND ")
            .Column(Alias, PageRowsWriter.Row)
            .Add(" < (SELECT count(*) FROM ")
            .Name(source)
            .Add(")");
    }

    private void BackRows()
    {
        var turned = page.Backward ? page.Order : page.Order.Select(key => key with { Descending = !key.Descending }).ToImmutableArray();
        sql.Line().Add("SELECT row_number() OVER (");
        orders.OrderBy(turned);
        sql.Add(") AS ").Name(PageRowsWriter.Row);
        PageRowsWriter.Keys(sql, expressions, page);
        expressions.Sources.From(page.Rows, page.OrderJoins, page.Place! with { Order = turned, Inclusive = true });
        sql.Line();
        orders.OrderBy(turned);
        sql.Line()
            .Add("LIMIT ")
            .Parameter(page.Size)
            .Add("::bigint * ")
            .Add((page.PagesAhead - 1).ToString(CultureInfo.InvariantCulture))
            .Add(" + 1");
    }
}
