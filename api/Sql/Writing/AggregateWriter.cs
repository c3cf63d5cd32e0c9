using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// Aggregates of related rows, for an order as a lateral join. Measured on the nation for "branches by number of members": 0.5 ms for a
/// committee's 118 branches where a join with all members grouped takes 158 ms; 330 ms against 230 ms for all 55,000 branches.
/// </summary>
internal sealed class AggregateWriter(SqlText sql, ExpressionWriter expressions)
{
    public void Lateral(Aggregate aggregate)
    {
        sql.Add("LATERAL (").Indent().Line().Add("SELECT ");
        Value(aggregate);
        sql.Add(" AS ").Name(Aggregate.Column);
        expressions.Sources.From(aggregate.Rows);
        sql.Outdent().Line().Add(")");
    }

    /// <summary>The value alone, as an expression.</summary>
    public void Scalar(Aggregate aggregate)
    {
        sql.Add("(").Indent().Line().Add("SELECT ");
        Value(aggregate);
        expressions.Sources.From(aggregate.Rows);
        sql.Outdent().Line().Add(")");
    }

    private void Value(Aggregate aggregate)
    {
        if (aggregate.Value is null)
        {
            sql.Add("count(*)");
            return;
        }

        var isMean = aggregate.Function == AggregateFunction.Mean;
        sql.Add(isMean ? "round(" : "").Add(NameOf(aggregate.Function)).Add("(");
        expressions.Expression(aggregate.Value);
        sql.Add(isMean ? ")::numeric, 6)" : ")");
    }

    private static string NameOf(AggregateFunction function) =>
        function switch
        {
            AggregateFunction.Count => "count",
            AggregateFunction.Sum => "sum",
            AggregateFunction.Mean => "avg",
            AggregateFunction.Least => "min",
            AggregateFunction.Greatest => "max",
            _ => throw new NotSupportedException(function.ToString()),
        };
}
