namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// Where the cells of a row stand: in its first line, below their headers. Only a row where it is otherwise keeps places of its own, since
/// a file may have a hundred thousand rows.
/// </summary>
public sealed class RowPlaces
{
    private readonly HeaderRow header;
    private readonly int line;
    private (int Line, int Column)?[]? own;

    internal RowPlaces(HeaderRow header, int line) => (this.header, this.line) = (header, line);

    /// <summary>Line and column of a column's cell, also of one that the row leaves out; null where the file has no such column.</summary>
    public (int Line, int Column)? this[int index] =>
        own is not null ? own[index]
        : header.CellOf(index) is { } cell ? (line, cell.Column)
        : null;

    internal void Set(int index, SheetCell cell)
    {
        if (this[index] != (cell.Line, cell.Column))
        {
            own ??= [.. Enumerable.Range(0, header.ColumnCount).Select(each => this[each])];
            own[index] = (cell.Line, cell.Column);
        }
    }
}
