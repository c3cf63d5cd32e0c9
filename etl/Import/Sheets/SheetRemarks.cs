namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Rows of a sheet that are none of its own, by their first cell.</summary>
internal static class SheetRemarks
{
    public static bool IsOne(SheetLine line)
    {
        var first = line.Cells.FirstOrDefault(cell => !cell.IsEmpty);
        return first.Type is CellType.Text && first.Text is { } text && ListRemarks.IsOne(text);
    }
}
