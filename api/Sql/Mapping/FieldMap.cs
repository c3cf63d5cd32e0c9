using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SocietyParty.Sql.Mapping;

/// <summary>Where a field's value stands.</summary>
public abstract record FieldMap;

/// <summary>A column of the type's own table.</summary>
/// <param name="HasGrams">An index finds a text within the column's text: one on its grams.</param>
public sealed record ColumnMap(string Column, SqlType Type, bool HasGrams = false) : FieldMap;

/// <summary>The type's identity: its name and the key column, written as one opaque text.</summary>
public sealed record IdentityMap(string Column) : FieldMap;

/// <summary>A column that holds the key of another thing; filtered by that thing's identity.</summary>
public sealed record ReferenceMap(string TargetType, string Column) : FieldMap;

/// <summary>A column of another table that has at most one row for this one.</summary>
/// <param name="Fallback">Value where there is no such row; null for GraphQL's null.</param>
public sealed record JoinedColumnMap(JoinPath Path, string Column, SqlType Type, string? Fallback) : FieldMap;

/// <summary>A rate: numerator ÷ denominator of the type's own table, null where the denominator is 0.</summary>
public sealed record RatioMap(string Numerator, string Denominator) : FieldMap;

/// <summary>An object that is written from the same row.</summary>
public sealed record EmbeddedMap(FrozenDictionary<string, FieldMap> Fields) : FieldMap;

/// <summary>At most one related thing.</summary>
public sealed record ToOneMap(string TargetType, JoinPath Path) : FieldMap;

/// <summary>Related things; as a plain list they come in this order.</summary>
public sealed record ToManyMap(string TargetType, JoinPath Path, ImmutableArray<ListOrder> Order) : FieldMap
{
    /// <summary>The way to those of a day that is asked for, where it is another one than to those of today.</summary>
    public JoinPath? OnDay { get; init; }
}

/// <summary>Related things that a function of the database gives for a column of the type's own table, in its own column
/// <c>position</c>'s order.</summary>
public sealed record FunctionMap(string TargetType, string Function, string Column) : FieldMap
{
    public const string Position = "position";
}

/// <summary>A page of what a function of the database gives for columns of the type's own row.</summary>
public sealed record FunctionPageMap(string TargetType, string Function, ImmutableArray<string> Columns) : FieldMap;

/// <summary>The values of an indicator.</summary>
public sealed record IndicatorValuesMap : FieldMap;

/// <summary>Order of a plain list: a column of the target's table.</summary>
public sealed record ListOrder(string Column, bool Descending = false, bool NullsLast = false);

/// <summary>A sentence that stands in two columns; which one is read, the request's language says.</summary>
public sealed record LocalizedMap(string Chinese, string English) : FieldMap;
