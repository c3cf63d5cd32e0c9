using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Planning.Rows;

/// <summary>Aggregates of related rows, as filters and orders name them.</summary>
internal static class AggregateTypes
{
    public static AggregateFunction FunctionOf(string name) =>
        name switch
        {
            "sum" => AggregateFunction.Sum,
            "avg" => AggregateFunction.Mean,
            "min" => AggregateFunction.Least,
            "max" => AggregateFunction.Greatest,
            _ => throw new InvalidOperationException($"The contract has the aggregate \"{name}\", but nothing plans it."),
        };

    // As PostgreSQL widens: the sum of int is bigint, that of bigint is numeric; a mean of whole numbers is numeric.
    public static SqlType Of(AggregateFunction function, SqlType column) =>
        (function, column) switch
        {
            (AggregateFunction.Sum, SqlType.Int) => SqlType.Long,
            (AggregateFunction.Sum, SqlType.Long) => SqlType.Numeric,
            (AggregateFunction.Mean, _) => SqlType.Numeric,
            _ => column,
        };
}
