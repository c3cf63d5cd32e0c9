using System.Collections.Immutable;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Planning;

/// <summary>Rows of a table, of the tables joined to it, that meet a condition.</summary>
public sealed record RowSource(FromItem From, ImmutableArray<Join> Joins, Predicate Where);

/// <summary>What stands behind FROM.</summary>
public abstract record FromItem(string Alias);

public sealed record FromTable(string Table, string Alias) : FromItem(Alias);

/// <summary>The one row of an event: columns that are parameters.</summary>
public sealed record FromEvent(ImmutableArray<(string Column, Parameter Value)> Columns, string Alias) : FromItem(Alias);

/// <summary>Groups of another source's rows: one row per combination of keys; a key that is not grouped by is null.</summary>
public sealed record FromGroups(
    RowSource Rows, ImmutableArray<GroupColumn> Keys, ImmutableArray<GroupMeasure> Measures, string Alias) : FromItem(Alias);

public sealed record GroupColumn(string Column, SqlType Type, bool IsGrouped);

/// <summary>An aggregate over a group's rows.</summary>
public sealed record GroupMeasure(string Name, string Function, string Column, SqlType Type);

/// <summary>Another table's row beside each row; an inner join drops rows without one.</summary>
public sealed record Join(string Table, string Alias, Predicate On, bool IsInner);

/// <summary>One part of an order. Nulls are the greatest values, as PostgreSQL's indexes have them.</summary>
public sealed record OrderKey(SqlExpression Expression, SqlType Type, bool Descending, bool NullsLast = false);
