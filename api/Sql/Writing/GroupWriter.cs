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
            Measure(measure);
            sql.Add(" AS ").Name(measure.Name);
        }

        expressions.Sources.From(groups.Rows);
        var grouped = groups.Keys.Select(key => key.Value).OfType<SqlExpression>().ToImmutableArray();
        if (!grouped.IsEmpty)
        {
            sql.Line().Add("GROUP BY ").Each(grouped, ", ", expressions.Expression);
            return;
        }

        // Without keys there is one group; of no rows only where somebody says what it is like.
        sql.Line().Add("HAVING ");
        if (groups.OfNothing is null)
        {
            sql.Add("count(*) > 0");
        }
        else
        {
            expressions.Expression(groups.OfNothing);
            sql.Add(" IS NOT NULL");
        }
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

    private void Measure(GroupMeasure measure)
    {
        if (measure.OfNothing is null)
        {
            Aggregated(measure);
            return;
        }

        sql.Add("coalesce(");
        Aggregated(measure);
        sql.Add(", ");
        expressions.Expression(measure.OfNothing);
        sql.Add(")");
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
