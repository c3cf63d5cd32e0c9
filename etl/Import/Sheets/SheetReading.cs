namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What a file holds, checked as far as that goes without the graph.</summary>
/// <param name="Checksum">SHA-256 of the file.</param>
/// <param name="Records">Rows without a problem.</param>
/// <param name="Notices">What was left out, and why.</param>
/// <param name="ReadCount">Rows below the header rows, wrong ones included.</param>
/// <param name="IsReadable">False where not even the header row is right: there is nothing to ask the graph about.</param>
public sealed record SheetReading(
    SheetKind Kind,
    string FileName,
    string Checksum,
    IReadOnlyList<SheetRecord> Records,
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyList<ImportDiscrepancy> Notices,
    int ReadCount,
    bool IsReadable
)
{
    /// <summary>Rows with a problem, for what only the graph knows of their other cells.</summary>
    internal IReadOnlyList<SheetRecord> WrongRecords { get; init; } = [];

    internal static SheetReading Failed(SheetKind kind, string fileName, ImportProblem problem) =>
        new(kind, fileName, "", [], [problem], [], 0, IsReadable: false);
}

/// <summary>A row whose cells are all right.</summary>
/// <param name="Position">From 1, over all sheets.</param>
/// <param name="Sheet">Null in a text file.</param>
/// <param name="Values">By column of the kind: string, string[], DateOnly, int, decimal, bool; null for an empty cell.</param>
/// <param name="Places">Line and column of each value's cell.</param>
public sealed record SheetRecord(int Position, string? Sheet, int Line, IReadOnlyList<object?> Values, RowPlaces Places);
