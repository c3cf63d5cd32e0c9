namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What a spreadsheet says that a cell holds; a text file knows texts only.</summary>
public enum CellType
{
    Text,

    /// <summary>The text is the number as the file stores it.</summary>
    Number,

    /// <summary>A number that the cell's format shows as a day: the text is that day, with its time where it has one.</summary>
    Date,

    /// <summary>The text is 1 or 0.</summary>
    Boolean,

    /// <summary>The text is what the spreadsheet shows, for example <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula whose value was not saved.</summary>
    Unknown,
}

/// <param name="Line">Line of the text or row of the sheet, from 1.</param>
/// <param name="Column">Number of the column, from 1.</param>
public readonly record struct SheetCell(CellType Type, string Text, int Line, int Column)
{
    public bool IsEmpty => Type is CellType.Text && string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row that holds something.</summary>
/// <param name="Sheet">Null in a text file.</param>
/// <param name="Line">Line or row where it begins, from 1.</param>
/// <param name="Cells">In order; what is left out is empty.</param>
/// <param name="Broken">The cell of a text whose quotation marks are wrong, so that no cell of the line means anything.</param>
public sealed record SheetLine(string? Sheet, int Line, IReadOnlyList<SheetCell> Cells, SheetCell? Broken = null)
{
    /// <summary>Whether a filter or a person hides the row in the workbook.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Cells of the sheet that are shown as one: then it is no row.</summary>
    public CellRange? Merged { get; init; }

    public bool IsEmpty => Broken is null && FirstFilled() is null;

    /// <summary>The first cell that holds something; null where none does.</summary>
    public SheetCell? FirstFilled()
    {
        for (var index = 0; index < Cells.Count; index++)
        {
            if (!Cells[index].IsEmpty)
            {
                return Cells[index];
            }
        }

        return null;
    }
}
