using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Which column of a file is which column of the kind.</summary>
internal sealed partial class HeaderRow
{
    private readonly Dictionary<int, int> columnOf = [];
    private readonly SheetCell?[] cells;

    private HeaderRow(int columns) => cells = new SheetCell?[columns];

    /// <returns>Null where a header is wrong: the rows below it would mean nothing.</returns>
    public static HeaderRow? Read(SheetKind kind, SheetLine line, Action<ImportProblem, SheetCell?> report)
    {
        var header = new HeaderRow(kind.Columns.Count);
        var isRight = true;
        foreach (var cell in line.Cells.Where(cell => !cell.IsEmpty))
        {
            var index = Find(kind, cell.Text);
            if (index >= 0 && header.cells[index] is null)
            {
                header.columnOf[cell.Column] = index;
                header.cells[index] = cell;
                continue;
            }
            isRight = false;
            report(
                index < 0
                    ? SheetProblems.HeaderUnknown(Shorten(cell.Text), string.Join('、', kind.Columns.Select(column => column.Header)))
                    : SheetProblems.HeaderTwice(kind.Columns[index].Header, Address(line.Sheet, header.cells[index]!.Value)),
                cell
            );
        }
        foreach (var (column, index) in kind.Columns.Select((column, index) => (column, index)))
        {
            if (!column.IsRequired || header.cells[index] is not null)
            {
                continue;
            }

            isRight = false;
            report(SheetProblems.HeaderMissing(column.Header, kind.Name), null);
        }
        return isRight ? header : null;
    }

    /// <summary>Index of the kind's column; null for a column without header.</summary>
    public int? ColumnOf(SheetCell cell) => columnOf.TryGetValue(cell.Column, out var index) ? index : null;

    /// <summary>The header's cell; null where the file has no such column.</summary>
    public SheetCell? CellOf(int column) => cells[column];

    private static string Address(string? sheet, SheetCell cell) => new ImportProblem("", [], cell.Line, cell.Column, sheet).Address!;

    private static int Find(SheetKind kind, string header)
    {
        var plain = Choice.Plain(Remark().Replace(header, ""));
        for (var index = 0; index < kind.Columns.Count; index++)
        {
            var column = kind.Columns[index];
            if (
                plain == Choice.Plain(column.Header)
                || plain == Choice.Plain(column.Key)
                || column.Aliases.Any(alias => plain == Choice.Plain(alias))
            )
            {
                return index;
            }
        }
        return -1;
    }

    internal static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    // What people and the template add to a header: a star, or whether it must be filled in.
    [GeneratedRegex(@"[*＊]|[(（](必填|选填|可选|可不填)[)）]")]
    private static partial Regex Remark();
}
