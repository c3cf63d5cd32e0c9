using System.Collections.Immutable;

namespace SocietyParty.Sql.Mapping;

/// <summary>
/// One step from a row to rows of another table: <c>Table.Column = previous.PreviousColumn</c>, and, for dated or flagged links,
/// only those that hold today or are flagged.
/// </summary>
/// <param name="Table">Schema-qualified name of the table reached.</param>
/// <param name="Column">Column of that table.</param>
/// <param name="PreviousColumn">Column of the table before it that must be equal.</param>
/// <param name="DateRange">Column with the days on which the link holds; null for an undated link.</param>
/// <param name="Flag">Boolean column that must be true; null for none.</param>
/// <param name="Latest">Where the table is a view of the latest rows of another one: that table, which is quicker to join row by
/// row.</param>
public sealed record JoinStep(
    string Table,
    string Column,
    string PreviousColumn,
    string? DateRange = null,
    string? Flag = null,
    LatestRow? Latest = null
);

/// <summary>Of the rows that a step reaches in this table, the one with the greatest value of a column.</summary>
public sealed record LatestRow(string Table, string Column);

/// <summary>The steps from a row to the rows of a related thing; the last step reaches its table.</summary>
public sealed class JoinPath(params JoinStep[] steps)
{
    public ImmutableArray<JoinStep> Steps { get; } = [.. steps];
}
