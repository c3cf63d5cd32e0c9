using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Plans;

/// <summary>A value that the database computes for a row.</summary>
public abstract record SqlExpression;

public sealed record ColumnExpression(string Alias, string Column) : SqlExpression;

public sealed record ParameterExpression(Parameter Parameter) : SqlExpression;

/// <summary>The inner value, or a constant of the map where it is null.</summary>
public sealed record FallbackExpression(SqlExpression Inner, string Fallback) : SqlExpression;

/// <summary>Numerator ÷ denominator rounded to six places; null where the denominator is 0.</summary>
public sealed record RatioExpression(SqlExpression Numerator, SqlExpression Denominator) : SqlExpression;

/// <summary>The greatest value of a column over some rows.</summary>
public sealed record MaximumExpression(RowSource Rows, string Column) : SqlExpression;

/// <summary>
/// <c>(SELECT column FROM … ORDER BY column DESC LIMIT 1)</c>: the greatest of a column without nulls. A view that gives its rows in this
/// order is not read on.
/// </summary>
public sealed record FirstExpression(RowSource Rows, string Column) : SqlExpression;

/// <summary>One value over other rows, for each row.</summary>
public sealed record AggregateExpression(Aggregate Aggregate) : SqlExpression;

/// <summary>The year of a day, or the first day of its month.</summary>
public sealed record DatePartExpression(SqlExpression Date, DatePart Part) : SqlExpression;

/// <summary>No value, of a type.</summary>
public sealed record NullExpression(SqlType Type) : SqlExpression;

/// <summary>A number of the plan.</summary>
public sealed record NumberExpression(int Value) : SqlExpression;

/// <summary>What a function gives for a value that is the same for all rows: computed once.</summary>
public sealed record CallExpression(string Function, SqlExpression Argument) : SqlExpression;

/// <summary>Of two columns the one of the language that a parameter names.</summary>
public sealed record LocalizedExpression(SqlExpression Chinese, SqlExpression English, Parameter Language) : SqlExpression;
