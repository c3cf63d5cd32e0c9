using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Collect;

/// <summary>
/// Hides numbers of fewer than five people, and as many others as keep anybody from working them out: along each column and each row with a
/// total, what is hidden adds up to five at least and is more than one number.
/// </summary>
internal static class SmallCells
{
    private const decimal PeopleMin = 5;

    private sealed class Cell(decimal number)
    {
        public decimal Number { get; } = number;

        public bool IsHidden { get; set; } = number is > 0 and < PeopleMin;
    }

    /// <summary>The rows with such cells hidden.</summary>
    public static IReadOnlyList<ReportRow> Hide(TableDefinition table, IReadOnlyList<ReportRow> rows)
    {
        var people = Enumerable.Range(0, table.Columns.Count).Where(column => table.Columns[column].IsOfPeople).ToList();
        if (people.Count == 0)
        {
            return rows;
        }

        var cells = rows.Select(row => people.ToDictionary(column => column, column => new Cell(row.Cells[column].Number ?? 0))).ToList();
        var sums = Sums(table, rows, people, cells).ToList();
        while (sums.Select(Next).FirstOrDefault(next => next is not null) is { } one)
        {
            one.IsHidden = true;
        }

        return
        [
            .. rows.Select(
                (row, place) =>
                    row with
                    {
                        Cells =
                        [
                            .. row.Cells.Select(
                                (cell, column) =>
                                    cells[place].TryGetValue(column, out var number) && number.IsHidden
                                        ? new ReportCell(IsHidden: true)
                                        : cell
                            ),
                        ],
                    }
            ),
        ];
    }

    /// <summary>Each list of parts with their total last.</summary>
    private static IEnumerable<IReadOnlyList<Cell>> Sums(
        TableDefinition table,
        IReadOnlyList<ReportRow> rows,
        IReadOnlyList<int> people,
        IReadOnlyList<Dictionary<int, Cell>> cells
    )
    {
        foreach (var column in people)
        {
            var parts = Enumerable.Range(0, rows.Count).Where(row => !rows[row].IsTotal).Select(row => cells[row][column]);
            var total = Enumerable.Range(0, rows.Count).Where(row => rows[row].IsTotal).Select(row => cells[row][column]);
            yield return [.. parts, .. total];
        }

        if (people.Any(column => table.Columns[column].IsRowTotal))
        {
            foreach (var row in cells)
            {
                yield return [.. people.OrderBy(column => table.Columns[column].IsRowTotal).Select(column => row[column])];
            }
        }
    }

    // The next one to hide of a sum that still tells something; null where it does not.
    private static Cell? Next(IReadOnlyList<Cell> sum)
    {
        var hidden = sum.Where(cell => cell.IsHidden).ToList();
        return hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum(cell => cell.Number) >= PeopleMin)
            ? null
            : sum.Where(cell => !cell.IsHidden && cell.Number > 0).OrderBy(cell => cell.Number).FirstOrDefault();
    }
}
