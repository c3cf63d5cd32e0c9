namespace SocietyParty.Etl.Import.Sheets;

/// <summary>A row while it is checked: its values and where they stand.</summary>
internal sealed class CheckedRow
{
    private readonly SheetKind kind;
    private readonly SheetLine line;

    public CheckedRow(SheetKind kind, SheetLine line, HeaderRow header)
    {
        (this.kind, this.line) = (kind, line);
        Values = new object?[kind.Columns.Count];
        IsWrong = new bool[kind.Columns.Count];
        Places = new RowPlaces(header, line.Line);
    }

    public object?[] Values { get; }

    public bool[] IsWrong { get; }

    public RowPlaces Places { get; }

    /// <summary>Where a column's cell stands.</summary>
    public (string? Sheet, int Line, int? Column) PlaceOf(int index) =>
        Places[index] is var (at, column) ? (line.Sheet, at, column) : (line.Sheet, line.Line, null);

    public ImportProblem At(ImportProblem problem, int index) =>
        InPlace(problem, PlaceOf(index)) with
        {
            Field = kind.Columns[index].Header,
        };

    public static ImportProblem InPlace(ImportProblem problem, (string? Sheet, int Line, int? Column) place) =>
        problem with
        {
            Sheet = place.Sheet,
            Line = place.Line,
            Column = place.Column,
        };

    /// <summary>What is wrong with the row although each value that is there is right.</summary>
    public IEnumerable<ImportProblem> Problems()
    {
        for (var index = 0; index < Values.Length; index++)
        {
            if (kind.Columns[index].IsRequired && Values[index] is null && !IsWrong[index])
            {
                yield return At(SheetProblems.Missing(kind.Columns[index].Header), index);
            }
        }
        foreach (var (from, to) in kind.Periods)
        {
            var (first, last) = (kind.IndexOf(from), kind.IndexOf(to));
            if (Values[first] is DateOnly start && Values[last] is DateOnly end && end <= start)
            {
                yield return At(SheetProblems.PeriodReversed(kind.Columns[first].Header, kind.Columns[last].Header), last);
            }
        }
    }
}
