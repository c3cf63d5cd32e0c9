using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Turns lines into records of a kind and finds everything that the file itself shows to be wrong.</summary>
internal sealed partial class SheetChecker(SheetKind kind, SheetLimits limits, SheetProblemList problems, List<ImportDiscrepancy> notices)
{
    private readonly List<SheetRecord> records = [];
    private readonly List<SheetRecord> wrongRecords = [];
    private readonly Dictionary<string, (string? Sheet, int Line, int? Column)> placeOfKey = new(StringComparer.Ordinal);
    private readonly List<CellRange> merged = [];
    private readonly List<SheetLine> above = [];
    private readonly HashSet<int> besides = [];
    private string? sheet;
    private HeaderRow? header;
    private bool isFailed;
    private int headerLine;
    private int hiddenCount;

    public IReadOnlyList<SheetRecord> Records => records;

    public IReadOnlyList<SheetRecord> WrongRecords => wrongRecords;

    public int ReadCount { get; private set; }

    /// <summary>False where a header row is wrong, or the file has too much of something.</summary>
    public bool IsReadable { get; private set; } = true;

    public void Check(IEnumerable<SheetLine> lines)
    {
        var hasSheet = false;
        foreach (var line in lines)
        {
            if (!hasSheet || line.Sheet != sheet)
            {
                EndSheet();
                (hasSheet, sheet) = (true, line.Sheet);
            }

            if (line.Merged is { } range)
            {
                merged.Add(range);
            }
            else if (!line.IsEmpty && !CheckLine(line))
            {
                return;
            }
        }

        EndSheet();
        if (ReadCount == 0 && problems.Count == 0)
        {
            IsReadable = false;
            problems.Add(SheetProblems.NoRows());
        }
    }

    // False where there is too much to go on.
    private bool CheckLine(SheetLine line)
    {
        if (isFailed)
        {
            return true;
        }

        if (header is null)
        {
            FindHeader(line);
            return true;
        }

        if (IsBeside(line))
        {
            besides.Add(line.Line);
            return true;
        }

        foreach (var (row, item) in header.Items.Count == 0 ? [(line, null)] : Items(line))
        {
            if (++ReadCount > limits.RowsMax)
            {
                IsReadable = false;
                problems.Add(At(SheetProblems.TooMuch(nameof(limits.RowsMax), limits.RowsMax), line));
                return false;
            }

            CheckRow(row, item);
        }

        hiddenCount += line.IsHidden ? 1 : 0;
        return true;
    }

    private void TakeHeader(SheetLine line)
    {
        headerLine = line.Line;
        header = ReadHeader(line);
        isFailed = header is null;
        IsReadable &= !isFailed;
        var rest = above.SkipWhile(one => one != line).Skip(1).ToList();
        foreach (var title in above.TakeWhile(one => one != line))
        {
            Tell("ROW_LEFT_OUT", title, new("Notice.TitleLeftOut", [("text", FirstText(title))]));
        }

        above.Clear();
        foreach (var cell in header?.LeftOut ?? [])
        {
            Tell("COLUMN_LEFT_OUT", line, new("Notice.ColumnLeftOut", [("header", HeaderRow.Shorten(cell.Text.Trim()))]));
        }

        foreach (var one in rest)
        {
            CheckLine(one);
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

    private bool IsBeside(SheetLine line)
    {
        if (line.Broken is not null)
        {
            return false;
        }

        // Rows that are numbered and wait for somebody to fill them in.
        if (line.Cells.All(cell => cell.IsEmpty || header!.IsLeftOut(cell.Column)) && !SheetRemarks.IsOne(line))
        {
            return true;
        }

        if (!SheetRemarks.IsOne(line) && !header!.IsRepeated(line))
        {
            return false;
        }

        Tell("ROW_LEFT_OUT", line, new("Notice.RowLeftOut", [("text", FirstText(line))]));
        return true;
    }

    private void EndSheet()
    {
        if (upper is { } alone)
        {
            upper = null;
            TakeHeader(alone);
        }
        else if (header is null && !isFailed && above.Count > 0)
        {
            TakeHeader(above.MaxBy(one => HeaderRow.Known(kind, one))!);
        }

        if (hiddenCount > 0)
        {
            var sentence = new Sentence("Notice.RowsHidden", [("sheet", sheet), ("count", hiddenCount)]);
            notices.Add(ImportDiscrepancy.Of("ROWS_HIDDEN", sheet ?? "", sentence));
        }

        foreach (var range in merged.Where(IsInTheWay))
        {
            problems.Add(SheetProblems.Merged(range.Text) with { Sheet = sheet, Line = range.FirstRow, Column = range.FirstColumn });
        }

        merged.Clear();
        besides.Clear();
        (header, isFailed, hiddenCount) = (null, false, 0);
    }

    // Titles, sums and columns that are left out may be merged as they like.
    private bool IsInTheWay(CellRange range) =>
        header is not null
        && (range.LastRow > headerLine || range.FirstRow == headerLine)
        && !(range.FirstRow == range.LastRow && besides.Contains(range.FirstRow))
        && Enumerable.Range(range.FirstColumn, Math.Min(range.LastColumn - range.FirstColumn + 1, limits.ColumnsMax)).Any(header.IsRead);

    // A row for each item of a wide sheet that has a value; a row without any says so as one.
    private IEnumerable<(SheetLine Row, SheetCell? Item)> Items(SheetLine line)
    {
        var (own, values) = (
            line.Cells.Where(cell => header!.ColumnOf(cell) is not null).ToList(),
            line.Cells.ToDictionary(cell => cell.Column)
        );
        var given = header!.Items.Where(item => values.TryGetValue(item.Column, out var value) && !value.IsEmpty).ToList();
        return line.Broken is not null || given.Count == 0
            ? [(line, null)]
            : given.Select(item => (line with { Cells = [.. own, values[item.Column]] }, (SheetCell?)item));
    }

    private void CheckRow(SheetLine line, SheetCell? item)
    {
        if (line.Broken is { } broken)
        {
            var field = header!.ColumnOf(broken) is { } column ? kind.Columns[column].Header : null;
            problems.Add(At(SheetProblems.BrokenQuotes(), line, broken) with { Field = field });
            return;
        }

        var before = problems.Count;
        var row = new CheckedRow(kind, line, header!);
        foreach (var cell in line.Cells)
        {
            if (header!.ColumnOf(cell) is { } index)
            {
                CheckCell(row, cell, index);
            }
            else if (item is { } named && named.Column == cell.Column)
            {
                CheckCell(row, cell, kind.IndexOf(kind.Wide!.Value.Value));
                CheckCell(row, named with { Line = cell.Line }, kind.IndexOf(kind.Wide.Value.Name));
            }
            else if (!cell.IsEmpty && !header.IsLeftOut(cell.Column) && !header.IsRead(cell.Column))
            {
                problems.Add(At(SheetProblems.WithoutHeader(HeaderRow.Shorten(cell.Text.Trim())), line, cell));
            }
        }
        TakeMarks(row, line);
        foreach (var problem in row.Problems())
        {
            problems.Add(problem);
        }

        if (problems.Count == before && FindTwin(row) is { } twin)
        {
            problems.Add(twin);
        }

        (problems.Count == before ? records : wrongRecords).Add(new SheetRecord(ReadCount, line.Sheet, line.Line, row.Values, row.Places));
    }

    // Published lists write 合成学会党支部（筹）: the organization is the one without the mark.
    private void TakeMarks(CheckedRow row, SheetLine line)
    {
        for (var index = 0; index < kind.Columns.Count; index++)
        {
            var column = kind.Columns[index];
            if (
                column.Names != NamedThing.Branch
                || row.Values[index] is not string text
                || StatusMark.Of(text) is not var (name, mark, status)
            )
            {
                continue;
            }

            row.Values[index] = name;
            if (column.MarkStates is { } states)
            {
                row.Values[kind.IndexOf(states)] ??= status;
                Tell("NAME_MARKED", line, new("Notice.NameMarked", [("mark", mark)]));
            }
        }
    }

    private void CheckCell(CheckedRow row, SheetCell cell, int index)
    {
        row.Places.Set(index, cell);
        if (cell.IsEmpty)
        {
            return;
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

    private ImportProblem? FindTwin(CheckedRow row)
    {
        var first = kind.IndexOf(kind.Key[0]);
        var key =
            kind.Key.Count == 1 && row.Values[first] is string name
                ? name
                : string.Join('\u001F', kind.Key.Select(column => row.Values[kind.IndexOf(column)]));
        if (placeOfKey.TryAdd(key, row.PlaceOf(first)))
        {
            return null;
        }

        var other = placeOfKey[key];
        object place = other.Sheet is null
            ? SheetPlace.Of(null, other.Line)
            : $"{other.Sheet}!{CheckedRow.InPlace(SheetProblems.NoRows(), other).Address}";
        var headers = string.Join('、', kind.Key.Select(column => kind.Columns[kind.IndexOf(column)].Header));
        return row.At(SheetProblems.Twice(headers, place), first);
    }

    private void Tell(string code, SheetLine line, Sentence sentence)
    {
        var place = SheetPlace.Of(line.Sheet, line.Line);
        if (notices.Count <= limits.ProblemsMax)
        {
            notices.Add(
                new ImportDiscrepancy(code, place.In(Language.English), null, null, $"{place}: {sentence}")
                {
                    Sentence = sentence,
                    Place = place,
                }
            );
        }
    }

    private static string FirstText(SheetLine line) => HeaderRow.Shorten(line.Cells.First(cell => !cell.IsEmpty).Text.Trim());

    private static ImportProblem At(ImportProblem problem, SheetLine line, SheetCell? cell = null) =>
        problem with
        {
            Sheet = line.Sheet,
            Line = cell?.Line ?? line.Line,
            Column = cell?.Column,
        };
}

/// <summary>Where a row is, in words.</summary>
internal static class SheetPlace
{
    public static Sentence Of(string? sheet, int line) =>
        sheet is null ? new("Notice.Line", [("line", line)]) : new("Notice.Row", [("sheet", sheet), ("line", line)]);
}
