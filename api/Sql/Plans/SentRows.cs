using System.Collections.Immutable;

namespace SocietyParty.Sql.Plans;

/// <summary>
/// A list of leaves under each row of a page, sent as rows behind the answer and written as JSON by the service: PostgreSQL joins
/// texts of thousands of rows slower than it sends them.
/// </summary>
/// <param name="Rows">The list's rows; they refer to the page's row by <see cref="Parent"/> alone.</param>
/// <param name="Parent">Column of the page's row, or of a row joined to it, that the list's rows refer to.</param>
/// <param name="Fields">Scalars and constants, in the order of the response.</param>
public sealed record SentRows(RowSource Rows, ImmutableArray<OrderKey> Order, ColumnExpression Parent, ImmutableArray<JsonMember> Fields);
