using System.Collections.Immutable;

namespace SocietyParty.Sql.Plans;

/// <summary>A condition on a row. Three-valued logic ends here: every predicate but the plain comparisons is true or false.</summary>
public abstract record Predicate
{
    /// <summary>True for every row.</summary>
    public static readonly Predicate Always = new AllOf([]);
}

/// <summary>True where nothing is in it.</summary>
public sealed record AllOf(ImmutableArray<Predicate> Items) : Predicate
{
    /// <summary>Leaves out what is always true and flattens what it can.</summary>
    public static Predicate Of(params IEnumerable<Predicate> items)
    {
        var kept = items.SelectMany(item => item is AllOf all ? all.Items : [item]).ToImmutableArray();
        return kept.Length == 1 ? kept[0] : new AllOf(kept);
    }
}

public sealed record AnyOf(ImmutableArray<Predicate> Items) : Predicate;

/// <summary>True where the inner condition is false or unknown.</summary>
public sealed record Not(Predicate Inner) : Predicate;

public enum Comparison
{
    Equal,
    NotDistinct,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
    InArray,

    /// <summary>The left text has all of the right array's grams.</summary>
    HasGrams,
}

public sealed record Compare(SqlExpression Left, Comparison Comparison, SqlExpression Right) : Predicate;

public sealed record IsNull(SqlExpression Inner) : Predicate;

/// <summary>Whether a key is among those that a function gives as an array, computed once for all rows.</summary>
public sealed record IsWithin(SqlExpression Key, string Function, SqlExpression Of) : Predicate;

/// <summary>A Boolean column.</summary>
public sealed record IsTrue(SqlExpression Inner) : Predicate;

/// <summary>A range of days that contains a day; null for today.</summary>
public sealed record HoldsOn(SqlExpression Range, Parameter? Day) : Predicate;

/// <summary>Whether there are such rows.</summary>
public sealed record Exists(RowSource Rows) : Predicate;

/// <summary>Whether there are such rows, compared with a Boolean parameter.</summary>
public sealed record ExistsIs(RowSource Rows, SqlExpression Expected) : Predicate;

/// <summary>Rows behind a place in an order, seen in the order's direction.</summary>
/// <param name="Inclusive">Also the row that is the place.</param>
public sealed record Behind(ImmutableArray<OrderKey> Order, ImmutableArray<Parameter> Place, bool Inclusive = false) : Predicate;

/// <summary>Whether a place lies in the one range that the transaction's scope is.</summary>
public sealed record IsInScope(string Alias, string Column) : Predicate;

/// <summary>Whether the key of a committee is in the transaction's scope: the way to rows that carry no place.</summary>
public sealed record IsOfScope(string Alias, string Column) : Predicate;
