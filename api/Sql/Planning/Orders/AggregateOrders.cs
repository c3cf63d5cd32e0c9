using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Orders;

/// <summary>
/// An order by an aggregate of related rows. Each aggregate is a lateral join of one row: it is computed once for a row however
/// often the order names it, and only for rows that pass the filter.
/// </summary>
internal sealed class AggregateOrders(GraphMap map)
{
    public IEnumerable<(OrderKey Key, string Signature)> Plan(
        InputObject aggregates,
        ToManyMap many,
        string name,
        string alias,
        Scope scope
    )
    {
        foreach (var (function, value) in aggregates.Fields)
        {
            if (value is InputStructural count)
            {
                yield return Key(AggregateFunction.Count, null, SqlType.Long, count, many, name, alias, scope);
            }

            foreach (var (field, direction) in value is InputObject inner ? inner.Fields : [])
            {
                if (direction is not InputStructural given)
                {
                    continue;
                }

                var column =
                    map[many.TargetType].Fields[field] as ColumnMap
                    ?? throw new InvalidOperationException(
                        $"{many.TargetType}.{field} can be aggregated by contract, but it is no column."
                    );
                yield return Key(AggregateTypes.FunctionOf(function), column.Column, column.Type, given, many, name, alias, scope);
            }
        }
    }

    private static (OrderKey, string) Key(
        AggregateFunction function,
        string? column,
        SqlType type,
        InputStructural direction,
        ToManyMap many,
        string name,
        string alias,
        Scope scope
    )
    {
        var word = column is null ? function.ToString() : $"{function} {column}";
        var related = Aliases.Of(alias, name);
        var joined = scope.Aggregate(
            new Aggregate(
                Scope.Related(alias, related, many.Path),
                function,
                column is null ? null : new ColumnExpression(related, column)
            ),
            Aliases.Of(related, word.ToLowerInvariant().Replace(' ', '_') + "@")
        );
        var directed = Direction.Of(direction.Value);
        return (
            new OrderKey(joined, AggregateTypes.Of(function, type), directed.Descending) { NullsLeast = directed.NullsLeast },
            $"{word} {directed}"
        );
    }
}
