namespace SocietyParty.Etl.Run.Reconcile;

/// <summary>What a reconciliation found: the star beside the same transforms run afresh on the graph.</summary>
/// <param name="LoadId">The load that published the star; null where nothing is loaded.</param>
/// <param name="AsOf">The last day that the star tells.</param>
/// <param name="Tables">Dimensions, facts and aggregates, in the order of a load.</param>
/// <param name="Checks">Sentences about versions and the conservation of rows, and those of <c>check</c>.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Problem">Why nothing was compared; else null.</param>
public sealed record ReconcileReport(
    long? LoadId,
    DateOnly? AsOf,
    IReadOnlyList<ComparedTable> Tables,
    IReadOnlyList<CheckResult> Checks,
    long Milliseconds,
    LoadProblem? Problem
)
{
    /// <summary>True if the star is, row for row, what the graph gives.</summary>
    public bool Succeeded => Problem is null && Tables.All(table => table.Equal) && Checks.All(check => check.Holds || check.IsWarning);

    internal static ReconcileReport Refused(LoadProblem problem) => new(null, null, [], [], 0, problem);
}

/// <summary>One table of the star beside what it should be.</summary>
/// <param name="Table">Its name in <c>dw</c>.</param>
/// <param name="StarRows">Rows that the star has.</param>
/// <param name="SourceRows">Rows that the graph gives.</param>
/// <param name="GroupCount">Months and committees that were compared; of a table without them 1.</param>
/// <param name="DifferingGroupCount">How many of them differ in rows, a sum or the hash of the rows.</param>
/// <param name="DifferingRowCount">How many rows differ.</param>
public sealed record ComparedTable(
    string Table,
    long StarRows,
    long SourceRows,
    long GroupCount,
    long DifferingGroupCount,
    long DifferingRowCount
)
{
    /// <summary>All groups where they were asked for, else the first that differ.</summary>
    public IReadOnlyList<ComparedGroup> Groups { get; init; } = [];

    /// <summary>The first rows that differ.</summary>
    public IReadOnlyList<DifferingRow> Rows { get; init; } = [];

    /// <summary>Whether nothing differs.</summary>
    public bool Equal => DifferingGroupCount == 0;
}

/// <summary>Rows of one month (or year) and committee.</summary>
/// <param name="Period">Such as <c>2022-06</c> or <c>2022</c>; empty where the table has none.</param>
/// <param name="CommitteeId">The committee; 0 for none.</param>
/// <param name="StarRows">Rows that the star has.</param>
/// <param name="SourceRows">Rows that the graph gives.</param>
/// <param name="HashesEqual">Whether all columns of all rows are the same.</param>
/// <param name="Sums">Each measure's sum in the star and by the graph.</param>
public sealed record ComparedGroup(
    string Period,
    long CommitteeId,
    long StarRows,
    long SourceRows,
    bool HashesEqual,
    IReadOnlyDictionary<string, ComparedSum> Sums
)
{
    /// <summary>Whether nothing differs.</summary>
    public bool Equal => StarRows == SourceRows && HashesEqual;
}

/// <summary>One sum, twice.</summary>
/// <param name="Star">In the star; null without rows.</param>
/// <param name="Source">By the graph; null without rows.</param>
public sealed record ComparedSum(decimal? Star, decimal? Source);

/// <summary>One row that differs.</summary>
/// <param name="Key">What identifies it.</param>
/// <param name="Difference">MISSING in the star, TOO_MANY in the star, or DIFFERENT.</param>
/// <param name="Columns">Of a row that is different each column that is: the star's value, then the graph's.</param>
public sealed record DifferingRow(string Key, string Difference, IReadOnlyDictionary<string, ComparedValue> Columns);

/// <summary>One value, twice.</summary>
/// <param name="Star">In the star.</param>
/// <param name="Source">By the graph.</param>
public sealed record ComparedValue(string? Star, string? Source);
