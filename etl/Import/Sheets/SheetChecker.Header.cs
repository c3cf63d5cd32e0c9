using System.Globalization;

namespace SocietyParty.Etl.Import.Sheets;

/// <content>Where the header is, and headers of two rows: groups above, their parts below, and what reaches over both.</content>
internal sealed partial class SheetChecker
{
    // The header of a wide sheet, whose items may stand in the next row.
    private SheetLine? upper;

    // The header is the first line that has all that must be there; titles stand above it.
    private void FindHeader(SheetLine line)
    {
        if (upper is { } first)
        {
            upper = null;
            if (IsBelow(first, line))
            {
                above[^1] = Joined(first, line);
                TakeHeader(above[^1]);
            }
            else
            {
                TakeHeader(first);
                CheckLine(line);
            }

            return;
        }

        above.Add(line);
        if (line.Broken is not null)
        {
            TakeHeader(line);
        }
        else if (HeaderRow.IsWhole(kind, line))
        {
            if (HeaderRow.Of(kind, line).Items.Count > 0)
            {
                upper = line;
                return;
            }

            TakeHeader(WithGroups(line));
        }
        else if (above.Count == limits.TitleRowsMax)
        {
            TakeHeader(above.MaxBy(one => HeaderRow.Known(kind, one))!);
        }
    }

    // 序号 and the like reach over both rows: the lower one has nothing there. A title is one cell.
    private SheetLine WithGroups(SheetLine line)
    {
        if (
            above.Count < 2
            || above[^2] is not { } groups
            || groups.Line != line.Line - 1
            || groups.Cells.Count(cell => !cell.IsEmpty) < 2
            || !groups.Cells.Any(cell => !cell.IsEmpty && At(line, cell.Column) is not { IsEmpty: false } && cell.Column < LastColumn(line))
        )
        {
            return line;
        }

        above.Remove(groups);
        above[^1] = Joined(groups, line);
        return above[^1];
    }

    // Items below their sections: texts where the header has its items, and nothing below what a row is about.
    private bool IsBelow(SheetLine first, SheetLine line)
    {
        var known = HeaderRow.Of(kind, first);
        return line.Broken is null
            && line.Line == first.Line + 1
            && line.Cells.Where(cell => !cell.IsEmpty).All(cell => known.ColumnOf(cell) is null && IsText(cell));
    }

    private static bool IsText(SheetCell cell) =>
        cell.Type is CellType.Text && !decimal.TryParse(cell.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static SheetLine Joined(SheetLine upper, SheetLine lower) =>
        lower with
        {
            Cells =
            [
                .. upper
                    .Cells.Concat(lower.Cells)
                    .Where(cell => !cell.IsEmpty)
                    .GroupBy(cell => cell.Column)
                    .Select(column => column.Last())
                    .OrderBy(cell => cell.Column),
            ],
        };

    private static SheetCell? At(SheetLine line, int column) =>
        line.Cells.Where(cell => cell.Column == column).Select(cell => (SheetCell?)cell).FirstOrDefault();

    private static int LastColumn(SheetLine line) => line.Cells.Where(cell => !cell.IsEmpty).Max(cell => cell.Column);
}
