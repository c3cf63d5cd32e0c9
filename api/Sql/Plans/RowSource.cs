using System.Collections.Immutable;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Plans;

/// <summary>Rows of a table, of the tables joined to it, that meet a condition.</summary>
public sealed record RowSource(FromItem From, ImmutableArray<Join> Joins, Predicate Where);

/// <summary>What stands behind FROM.</summary>
public abstract record FromItem(string Alias);

public sealed record FromTable(string Table, string Alias) : FromItem(Alias);

/// <summary>Rows that a function gives for values of another row or of the request.</summary>
public sealed record FromFunction(string Function, ImmutableArray<SqlExpression> Arguments, string Alias) : FromItem(Alias);

/// <summary>The one row of an event: columns that are parameters.</summary>
public sealed record FromEvent(ImmutableArray<(string Column, Parameter Value)> Columns, string Alias) : FromItem(Alias);

/// <summary>The items of arrays of keys, side by side, each in a column of its own, with their place.</summary>
public sealed record FromKeys(ImmutableArray<(string Column, Parameter Keys)> Columns, string Alias) : FromItem(Alias)
{
    public const string Position = "position";
}

/// <summary>Groups of another source's rows: one row per combination of keys.</summary>
/// <param name="OfNothing">Without keys there is a group of no rows too, where this is not null; null: there is none.</param>
public sealed record FromGroups(
    RowSource Rows,
    ImmutableArray<GroupColumn> Keys,
    ImmutableArray<GroupMeasure> Measures,
    string Alias,
    SqlExpression? OfNothing = null
) : FromItem(Alias);

/// <summary>Rows that a page computes once under this name and reads several times.</summary>
public sealed record FromShared(string Alias) : FromItem(Alias);

/// <summary>Another source's rows, with the columns of its first table alone.</summary>
public sealed record FromRows(RowSource Rows, string Alias) : FromItem(Alias);

/// <summary>A column of the group's row.</summary>
/// <param name="Value">What the rows are grouped by; null for a key that is not grouped by, which is null in every group.</param>
public sealed record GroupColumn(string Column, SqlExpression? Value, SqlType Type);

/// <summary>An aggregate over a group's rows.</summary>
/// <param name="Value">What is aggregated; null where the rows themselves are counted.</param>
/// <param name="OfNothing">Its value for a group of no rows; null for null.</param>
public sealed record GroupMeasure(
    string Name,
    AggregateFunction Function,
    SqlExpression? Value,
    SqlType Type,
    SqlExpression? OfNothing = null
);

/// <summary>Another table's row beside each row; an inner join drops rows without one.</summary>
/// <param name="Table">Empty where <paramref name="Aggregate"/> is given.</param>
/// <param name="Aggregate">Joined instead of a table: the one row that this gives for each row.</param>
/// <param name="LatestBy">Of several rows only the one with the greatest value of this column; null where there is at most one.</param>
public sealed record Join(string Table, string Alias, Predicate On, bool IsInner, Aggregate? Aggregate = null, string? LatestBy = null);

/// <summary>One value over all rows of a source, in a column named <see cref="Column"/>.</summary>
/// <param name="Value">What is aggregated; null to count rows.</param>
public sealed record Aggregate(RowSource Rows, AggregateFunction Function, SqlExpression? Value)
{
    public const string Column = "value";
}

/// <summary>One part of an order. Nulls are the greatest values, as PostgreSQL's indexes have them.</summary>
/// <param name="IsNullable">False only where the database cannot give null: a place behind such a key is found by an index.</param>
public sealed record OrderKey(SqlExpression Expression, SqlType Type, bool Descending, bool NullsLast = false, bool IsNullable = true)
{
    /// <summary>Nulls are the least values instead: first ascending, last descending.</summary>
    public bool NullsLeast { get; init; }
}
