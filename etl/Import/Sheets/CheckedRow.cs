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
        Places = new (int, int)?[kind.Columns.Count];
        // Where a value would stand that the row leaves out.
        for (var index = 0; index < Places.Length; index++)
        {
            Places[index] = header.CellOf(index) is { } cell ? (line.Line, cell.Column) : null;
        }
    }

    public object?[] Values { get; }

    public bool[] IsWrong { get; }

    public (int Line, int Column)?[] Places { get; }

    public ImportProblem At(ImportProblem problem, int index) =>
        problem with
        {
            Sheet = line.Sheet,
            Line = Places[index]?.Line ?? line.Line,
            Column = Places[index]?.Column,
            Field = kind.Columns[index].Header,
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
