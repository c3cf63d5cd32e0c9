using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// A connection as SQL, in three layers: the page's rows alone (filtered, ordered, cut), then the selected fields of those rows
/// (<see cref="PageRowsWriter"/>), then one JSON text of them all, which is written here.
/// </summary>
internal sealed class PageWriter(SqlText sql, ExpressionWriter expressions, JsonWriter json)
{
    private readonly PageRowsWriter rows = new(sql, expressions, json);

    public void Page(JsonPage page)
    {
        sql.Add("(").Indent().Line();
        expressions.Sources.Shared(page);
        if (page.Shared is not null && page.PagesAhead == 0)
        {
            sql.Line();
        }

        if (page.PagesAhead > 0)
        {
            rows.NearPages(page).With(rows.CutRows);
        }

        sql.Add("SELECT ");
        var text = new Concatenation(sql);
        JsonWriter.Members(text, page.Parts.Select(part => (part.Key, (Action<Concatenation>)(inner => Part(inner, page, part)))));
        text.End();
        if (page.Sent is not null)
        {
            sql.Line().Add("FROM ").Name(SentWriter.Page).Add(" AS ").Name(PageRowsWriter.Rows);
        }
        else if (PageNeeds.Rows(page))
        {
            sql.Line().Add("FROM (").Indent();
            rows.SelectedRows(page);
            sql.Outdent().Line().Add(") AS ").Name(PageRowsWriter.Rows);
        }

        sql.Outdent().Line().Add(")");
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
                    expressions.Sources.From(page.Rows);
                    sql.Outdent().Line().Add(")");
                });
                break;
            case GroupsPart groups:
                text.Expression(() => Page(groups.Groups));
                break;
            case PageInfoPart info:
                JsonWriter.Members(
                    text,
                    info.Members.Select(member => (member.Key, (Action<Concatenation>)(inner => Info(inner, page, member))))
                );
                break;
            default:
                text.Constant("[")
                    .Expression(() =>
                    {
                        sql.Add("coalesce(string_agg(").Column(PageRowsWriter.Rows, PageRowsWriter.ItemColumn(part)).Add(", ','");
                        if (!PageNeeds.ComesInOrder(page))
                        {
                            sql.Add(" ORDER BY ").Column(PageRowsWriter.Rows, PageRowsWriter.Row).Add(page.Backward ? " DESC" : "");
                        }

                        sql.Add(")");
                        OnPage(page);
                        sql.Add(", '')");
                    })
                    .Constant("]");
                break;
        }
    }

    private void Info(Concatenation text, JsonPage page, PageInfoMember member)
    {
        var field = member.Field;
        var ahead = PageNeeds.AheadField(page);
        switch (field)
        {
            case PageInfoField.TypeName:
                text.Constant("\"PageInfo\"");
                break;
            case PageInfoField.NoCursors:
                text.Constant("[]");
                break;
            case PageInfoField.ForwardCursors or PageInfoField.BackwardCursors:
                text.Expression(() => rows.NearPages(page).Cursors(member));
                break;
            case PageInfoField.HasNextPage or PageInfoField.HasPreviousPage when field == ahead && page.PagesAhead > 0:
                text.Expression(() => rows.NearPages(page).IsMore());
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
        sql.Add("CASE WHEN count(*)");
        OnPage(page);
        sql.Add(" = 0 THEN 'null' ELSE '\"' || ");
        rows.CursorOf(page, key =>
        {
            sql.Add("(array_agg(")
                .Column(PageRowsWriter.Rows, key)
                .Add(" ORDER BY ")
                .Column(PageRowsWriter.Rows, PageRowsWriter.Row)
                .Add(isFirstRow ? ")" : " DESC)");
            OnPage(page);
            sql.Add(")[1]");
        });
        sql.Add(" || '\"' END");
    }

    // The row that was read ahead is not on the page.
    private void OnPage(JsonPage page)
    {
        if (page.LookAhead && page.PagesAhead == 0)
        {
            sql.Add(" FILTER (WHERE ").Column(PageRowsWriter.Rows, PageRowsWriter.Row).Add(" <= ").Parameter(page.Size).Add(")");
        }
    }
}
