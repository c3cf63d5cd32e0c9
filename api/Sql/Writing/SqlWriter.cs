using System.Collections.Immutable;
using SocietyParty.Sql.Planning;

namespace SocietyParty.Sql.Writing;

/// <summary>A plan as the text of one statement. The same plan gives the same text.</summary>
public static class SqlWriter
{
    public static Statement Write(QueryPlan plan)
    {
        var sql = new SqlText();
        var expressions = new ExpressionWriter(sql);
        var json = new JsonWriter(sql, expressions);
        sql.Add("SELECT");
        sql.Indent().Each(plan.Roots, ",", root =>
        {
            sql.Line();
            json.Value(root.Value);
            sql.Add(" AS ").Name(root.Key);
        });
        return new Statement(sql.ToString(), sql.Parameters, [.. plan.Roots.Select(root => root.Key)]);
    }
}
