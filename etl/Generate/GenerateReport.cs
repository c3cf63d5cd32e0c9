using SocietyParty.Etl.Refusals;

namespace SocietyParty.Etl.Generate;

/// <summary>What was generated, or why nothing was.</summary>
/// <param name="Tables">In the order in which they were filled.</param>
/// <param name="Milliseconds">Of the whole, statistics included.</param>
/// <param name="Problem">Null: it succeeded.</param>
public sealed record GenerateReport(IReadOnlyList<TableReport> Tables, long Milliseconds, Refusal? Problem = null)
{
    public long Rows => Tables.Sum(table => table.Rows);
}

/// <param name="Table">Schema-qualified name.</param>
/// <param name="Rows">Rows written, or planned.</param>
/// <param name="Milliseconds">0 where only planned.</param>
public sealed record TableReport(string Table, long Rows, long Milliseconds);
