namespace SocietyParty.Etl.Import;

/// <summary>
/// A table of a document as its rows are read. Cells stand in the columns of its grid: one that reaches over several columns leaves
/// those behind it empty. What reaches over several rows, as the category of all branches beside it, is each row's; a header over two
/// rows stays where it is. The same as of a workbook.
/// </summary>
internal sealed class DocumentTable
{
    private readonly Dictionary<int, string> above = [];
    private readonly HashSet<int> continued = [];
    private List<string> cells = [];
    private int count;
    private int span = 1;
    private bool isContinued;

    /// <summary>The row begins with so many columns that it does not have.</summary>
    public void Skip(int columns) => cells.AddRange(Enumerable.Repeat("", columns));

    /// <summary>The cell that is read reaches over so many columns.</summary>
    public void Span(int columns) => span = Math.Max(1, columns);

    /// <summary>The cell that is read is one with the cell above it.</summary>
    public void Continue() => isContinued = true;

    public void Add(string text)
    {
        if (isContinued)
        {
            continued.Add(cells.Count);
        }
        else
        {
            above[cells.Count] = text;
        }

        cells.Add(text);
        cells.AddRange(Enumerable.Repeat("", span - 1));
        count++;
        (span, isContinued) = (1, false);
    }

    /// <summary>The row that ends; a cell over the whole width is a line of its own, as a title is.</summary>
    public string[] Row()
    {
        // A row that has nothing else is none.
        if (cells.Exists(cell => cell.Length > 0))
        {
            foreach (var column in continued.Where(column => above.TryGetValue(column, out var text) && !RosterCsvFormat.Matches(text)))
            {
                cells[column] = above[column];
            }
        }

        var row = count == 1 ? [string.Concat(cells)] : cells.ToArray();
        (cells, count) = ([], 0);
        continued.Clear();
        return row;
    }
}
