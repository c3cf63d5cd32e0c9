using System.Collections.Immutable;
using System.Text;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// A statement whose first row is the answer, with a mark where a list stands, and whose other rows are the lists' items: the
/// number of the page's row, then a column per field. The page is computed once, for both.
/// </summary>
internal sealed class SentWriter(SqlText sql, ExpressionWriter expressions, JsonWriter json)
{
    public const string Page = "sent_page";
    public const string Parent = "sent_parent";
    private const string Items = "sent_rows";

    public void PageRows(JsonPage page)
    {
        sql.Add("WITH ").Name(Page).Add(" AS MATERIALIZED (").Indent();
        new PageRowsWriter(sql, expressions, json).SelectedRows(page);
        sql.Outdent().Line().Add(")").Line();
    }

    public void NoItem(SentRows sent) =>
        sql.Add(",")
            .Line()
            .Add("NULL::bigint AS ")
            .Name(PageRowsWriter.Row)
            .Each(Columns(sent), "", column => sql.Add(", NULL::text AS ").Name(column.Name));

    public void ItemRows(JsonPage page, int rootCount)
    {
        var sent = page.Sent!;
        sql.Line().Add("UNION ALL").Line().Add("SELECT ");
        sql.Each(Enumerable.Repeat("NULL", rootCount), ", ", text => sql.Add(text));
        sql.Add(", ").Column(Page, PageRowsWriter.Row).Add(", ").Name(Items).Add(".*");
        sql.Line().Add("FROM (").Indent().Line().Add("SELECT ").Name(PageRowsWriter.Row).Add(", ").Name(Parent).Add(" FROM ").Name(Page);
        if (page.LookAhead)
        {
            sql.Add(" WHERE ").Name(PageRowsWriter.Row).Add(" <= ").Parameter(page.Size);
        }

        sql.Add(" ORDER BY ").Name(PageRowsWriter.Row).Add(page.Backward ? " DESC" : "");
        sql.Outdent().Line().Add(") AS ").Name(Page);
        sql.Line().Add("CROSS JOIN LATERAL (").Indent().Line().Add("SELECT ");
        sql.Each(Columns(sent), ", ", column =>
        {
            if (column.Form == LeafForm.Json)
            {
                json.Value(column.Scalar);
            }
            else
            {
                expressions.Expression(column.Scalar.Expression);
            }

            sql.Add(" AS ").Name(column.Name);
        });
        var parent = new ColumnExpression(Page, Parent);
        expressions.Sources.From(
            sent.Rows with
            {
                Where = AllOf.Of(
                    Conditions(sent)
                        .Select(condition =>
                            condition is Compare compare && compare.Right == sent.Parent ? compare with { Right = parent } : condition
                        )
                ),
            }
        );
        if (!sent.Order.IsEmpty)
        {
            sql.Line();
            new OrderWriter(sql, expressions).OrderBy(sent.Order);
        }

        sql.Outdent().Line().Add(") AS ").Name(Items);
    }

    /// <summary>How the service writes an item from its columns.</summary>
    public static RowLayout Layout(SentRows sent)
    {
        var fields = ImmutableArray.CreateBuilder<RowField>();
        var before = new StringBuilder("{");
        var forms = Columns(sent).ToDictionary(column => column.Member, column => column.Form);
        foreach (var member in sent.Fields)
        {
            before.Append(before.Length == 1 && fields.Count == 0 ? "\"" : ",\"").Append(member.Key).Append("\":");
            if (member.Value is JsonConstant constant)
            {
                before.Append('"').Append(constant.Text).Append('"');
                continue;
            }

            fields.Add(new RowField(Encoding.UTF8.GetBytes(before.ToString()), forms[member]));
            before.Clear();
        }

        return new RowLayout(fields.ToImmutable(), Encoding.UTF8.GetBytes(before.Append('}').ToString()));
    }

    private static ImmutableArray<Predicate> Conditions(SentRows sent) => sent.Rows.Where is AllOf all ? all.Items : [sent.Rows.Where];

    private static IEnumerable<(string Name, JsonMember Member, JsonScalar Scalar, LeafForm Form)> Columns(SentRows sent) =>
        sent
            .Fields.Where(member => member.Value is JsonScalar)
            .Select((member, i) => ($"sent_{i + 1}", member, (JsonScalar)member.Value, FormOf((JsonScalar)member.Value)));

    private static LeafForm FormOf(JsonScalar scalar) =>
        scalar.Type != SqlType.Text ? LeafForm.Json
        : scalar.IsPlain ? LeafForm.Plain
        : LeafForm.Text;
}
