namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Rows of a sheet that are none of its own, by their first cell.</summary>
internal static class SheetRemarks
{
    public static bool IsOne(SheetLine line) => line.FirstFilled() is { Type: CellType.Text, Text: var text } && ListRemarks.IsOne(text);
}
