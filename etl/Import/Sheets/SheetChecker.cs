namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Turns lines into records of a kind and finds everything that the file itself shows to be wrong.</summary>
internal sealed class SheetChecker(SheetKind kind, SheetLimits limits, SheetProblemList problems)
{
    private readonly List<SheetRecord> records = [];
    private readonly Dictionary<string, string> placeOfKey = new(StringComparer.Ordinal);

    public IReadOnlyList<SheetRecord> Records => records;

    public int ReadCount { get; private set; }

    /// <summary>False where a header row is wrong, or the file has too much of something.</summary>
    public bool IsReadable { get; private set; } = true;

    public void Check(IEnumerable<SheetLine> lines)
    {
        var hasSheet = false;
        string? sheet = null;
        HeaderRow? header = null;
        foreach (var line in lines)
        {
            if (line.IsEmpty)
            {
                continue;
            }

            if (!hasSheet || line.Sheet != sheet)
            {
                (hasSheet, sheet) = (true, line.Sheet);
                header = ReadHeader(line);
                IsReadable &= header is not null;
                continue;
            }
            if (header is null)
            {
                continue;
            }

            if (++ReadCount > limits.RowsMax)
            {
                IsReadable = false;
                problems.Add(At(SheetProblems.TooMuch(nameof(limits.RowsMax), limits.RowsMax), line));
                return;
            }
            CheckRow(line, header);
        }
        if (ReadCount == 0 && problems.Count == 0)
        {
            IsReadable = false;
            problems.Add(SheetProblems.NoRows());
        }
    }

    private HeaderRow? ReadHeader(SheetLine line)
    {
        if (line.Broken is not { } broken)
        {
            return HeaderRow.Read(kind, line, (problem, cell) => problems.Add(At(problem, line, cell)));
        }

        problems.Add(At(SheetProblems.BrokenQuotes(), line, broken));
        return null;
    }

    private void CheckRow(SheetLine line, HeaderRow header)
    {
        if (line.Broken is { } broken)
        {
            var field = header.ColumnOf(broken) is { } column ? kind.Columns[column].Header : null;
            problems.Add(At(SheetProblems.BrokenQuotes(), line, broken) with { Field = field });
            return;
        }

        var before = problems.Count;
        var row = new CheckedRow(kind, line, header);
        foreach (var cell in line.Cells)
        {
            if (header.ColumnOf(cell) is not { } index)
            {
                if (!cell.IsEmpty)
                {
                    problems.Add(At(SheetProblems.WithoutHeader(HeaderRow.Shorten(cell.Text.Trim())), line, cell));
                }

                continue;
            }
            row.Places[index] = (cell.Line, cell.Column);
            if (cell.IsEmpty)
            {
                continue;
            }

            var (value, problem) =
                cell.Text.Length > limits.CharactersMax
                    ? (null, SheetProblems.TooMuch(nameof(limits.CharactersMax), limits.CharactersMax))
                    : CellReader.Read(kind.Columns[index], cell);
            row.Values[index] = value;
            row.IsWrong[index] = problem is not null;
            if (problem is not null)
            {
                problems.Add(row.At(problem, index));
            }
        }
        foreach (var problem in row.Problems())
        {
            problems.Add(problem);
        }

        if (problems.Count == before && FindTwin(row) is { } twin)
        {
            problems.Add(twin);
        }

        if (problems.Count == before)
        {
            records.Add(new SheetRecord(ReadCount, line.Sheet, line.Line, row.Values, row.Places));
        }
    }

    private ImportProblem? FindTwin(CheckedRow row)
    {
        var first = kind.IndexOf(kind.Key[0]);
        var problem = row.At(SheetProblems.NoRows(), first);
        var place = problem.Sheet is null ? $"line {problem.Line}" : $"{problem.Sheet}!{problem.Address}";
        var key = string.Join('\u001F', kind.Key.Select(column => row.Values[kind.IndexOf(column)]));
        return placeOfKey.TryAdd(key, place)
            ? null
            : row.At(
                SheetProblems.Twice(
                    string.Join('、', kind.Key.Select(column => kind.Columns[kind.IndexOf(column)].Header)),
                    placeOfKey[key]
                ),
                first
            );
    }

    private static ImportProblem At(ImportProblem problem, SheetLine line, SheetCell? cell = null) =>
        problem with
        {
            Sheet = line.Sheet,
            Line = cell?.Line ?? line.Line,
            Column = cell?.Column,
        };
}
