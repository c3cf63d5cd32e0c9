using System.Collections.Immutable;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>Groups as a query: a row per combination of keys.</summary>
internal sealed class GroupWriter(SqlText sql, ExpressionWriter expressions)
{
    /// <summary>Without brackets and alias.</summary>
    public void Query(FromGroups groups)
    {
        sql.Line().Add("SELECT ");
        sql.Each(groups.Keys, ", ", Key);
        var isFirst = groups.Keys.IsEmpty;
        foreach (var measure in groups.Measures)
        {
            if (!isFirst)
            {
                sql.Add(",").Line().Add("  ");
            }

            isFirst = false;
            Aggregated(measure);
            sql.Add(" AS ").Name(measure.Name);
        }

        expressions.Sources.From(groups.Rows);
        var grouped = groups.Keys.Select(key => key.Value).OfType<SqlExpression>().ToImmutableArray();
        // Without keys there is one group, but none where there are no rows.
        sql.Line().Add(grouped.IsEmpty ? "HAVING count(*) > 0" : "GROUP BY ").Each(grouped, ", ", expressions.Expression);
    }

    private void Key(GroupColumn key)
    {
        if (key.Value is null)
        {
            sql.Add("NULL::").Add(ExpressionWriter.TypeName(key.Type));
        }
        else
        {
            expressions.Expression(key.Value);
        }

        if (key.Value is not ColumnExpression { Column: var column } || column != key.Column)
        {
            sql.Add(" AS ").Name(key.Column);
        }
    }

    private void Aggregated(GroupMeasure measure)
    {
        if (measure.Value is null)
        {
            sql.Add("count(*)");
            return;
        }

        var isRounded = measure is { Function: AggregateFunction.Mean, Type: SqlType.Numeric };
        sql.Add(isRounded ? "trim_scale(round(" : "").Add(Function(measure.Function)).Add("(");
        expressions.Expression(measure.Value);
        sql.Add(isRounded ? "), 6))" : ")");
    }

    private static string Function(AggregateFunction function) =>
        function switch
        {
            AggregateFunction.Sum => "sum",
            AggregateFunction.Mean => "avg",
            AggregateFunction.Least => "min",
            AggregateFunction.Greatest => "max",
            _ => throw new NotSupportedException(function.ToString()),
        };
}
