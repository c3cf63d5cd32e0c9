using System.Collections.Immutable;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>A plan as the text of one statement. The same plan gives the same text.</summary>
public static class SqlWriter
{
    public static Statement Write(QueryPlan plan)
    {
        if (plan.Roots.IsEmpty)
        {
            return new Statement("", [], []) { Checked = plan.Checked };
        }

        var sql = new SqlText();
        var expressions = new ExpressionWriter(sql);
        var json = new JsonWriter(sql, expressions);
        var sent = new SentWriter(sql, expressions, json);
        var sentPage = plan.Roots.Select(root => root.Value).OfType<JsonPage>().FirstOrDefault(page => page.Sent is not null);
        if (sentPage is not null)
        {
            sent.PageRows(sentPage);
        }

        sql.Add("SELECT");
        sql.Indent()
            .Each(plan.Roots, ",", root =>
            {
                sql.Line();
                json.Value(root.Value);
                sql.Add(" AS ").Name(root.Key);
            });
        if (sentPage is not null)
        {
            sent.NoItem(sentPage.Sent!);
            sql.Outdent();
            sent.ItemRows(sentPage, plan.Roots.Length);
        }

        return new Statement(
            sql.ToString(),
            sql.Parameters,
            [.. plan.Roots.Select(root => root.Key)],
            sentPage is null ? null : SentWriter.Layout(sentPage.Sent!)
        )
        {
            Checked = [.. plan.Checked.Except(sql.Parameters)],
        };
    }
}
