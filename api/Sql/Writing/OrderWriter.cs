using System.Collections.Immutable;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>ORDER BY, and the condition for rows behind a place in it.</summary>
internal sealed class OrderWriter(SqlText sql, ExpressionWriter expressions)
{
    public void OrderBy(ImmutableArray<OrderKey> order, bool reversed = false)
    {
        sql.Add("ORDER BY ");
        sql.Each(order, ", ", key =>
        {
            expressions.Expression(key.Expression);
            var descending = key.Descending != reversed;
            sql.Add(descending ? " DESC" : "");
            sql.Add(
                key.NullsLast || (key.NullsLeast && descending) ? " NULLS LAST"
                : key.NullsLeast ? " NULLS FIRST"
                : ""
            );
        });
    }

    /// <summary>
    /// Behind in the first column, or equal in it and behind in the second, and so on. Nulls count as the greatest values, which is
    /// how PostgreSQL sorts them when nothing else is said, or as the least where that is asked for.
    /// </summary>
    public void Behind(Behind behind)
    {
        var order = behind.Order;
        if (order.All(key => !key.IsNullable && key.Descending == order[0].Descending))
        {
            Rows(behind);
            return;
        }

        sql.Add("(");
        for (var last = 0; last < order.Length; last++)
        {
            sql.Add(last == 0 ? "" : " OR ");
            Equal(behind, last);
            sql.Add(last == 0 ? "" : " AND ");
            Beyond(order[last], behind.Place[last]);
        }

        if (behind.Inclusive)
        {
            sql.Add(" OR ");
            Equal(behind, order.Length);
        }

        sql.Add(")");
    }

    // The one form of this condition that PostgreSQL begins an index at.
    private void Rows(Behind behind)
    {
        var isOne = behind.Order.Length == 1;
        sql.Add(isOne ? "" : "(").Each(behind.Order, ", ", key => expressions.Expression(key.Expression)).Add(isOne ? "" : ")");
        sql.Add(behind.Order[0].Descending ? " <" : " >").Add(behind.Inclusive ? "= " : " ");
        sql.Add(isOne ? "" : "(").Each(behind.Place, ", ", place => sql.Parameter(place)).Add(isOne ? "" : ")");
    }

    private void Equal(Behind behind, int count) => sql.Each(Enumerable.Range(0, count), " AND ", i =>
        {
            expressions.Expression(behind.Order[i].Expression);
            sql.Add(" IS NOT DISTINCT FROM ").Parameter(behind.Place[i]);
        });

    private void Beyond(OrderKey key, Parameter place)
    {
        if (!key.IsNullable)
        {
            expressions.Expression(key.Expression);
            sql.Add(key.Descending ? " < " : " > ").Parameter(place);
            return;
        }

        sql.Add("(");
        expressions.Expression(key.Expression);
        sql.Add(key.Descending ? " < " : " > ").Parameter(place).Add(" OR ");
        if (key.Descending != key.NullsLeast)
        {
            sql.Parameter(place).Add("::").Add(ExpressionWriter.TypeName(place.Type)).Add(" IS NULL AND ");
            expressions.Expression(key.Expression);
            sql.Add(" IS NOT NULL)");
        }
        else
        {
            sql.Parameter(place).Add("::").Add(ExpressionWriter.TypeName(place.Type)).Add(" IS NOT NULL AND ");
            expressions.Expression(key.Expression);
            sql.Add(" IS NULL)");
        }
    }
}
