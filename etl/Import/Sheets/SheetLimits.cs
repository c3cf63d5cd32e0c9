namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Everything that a sheet could have too much of. A city's largest is its members: about 6,000 rows.</summary>
/// <param name="UncompressedBytesMax">Bytes of a workbook's parts when they are unpacked, all together.</param>
/// <param name="PartsMax">Parts of a workbook's package.</param>
/// <param name="SharedTextsMax">Texts in a workbook's common table.</param>
/// <param name="ColumnsMax">Columns of a row, empty ones included.</param>
/// <param name="CharactersMax">Characters of a cell, before any column's own limit.</param>
/// <param name="ProblemsMax">Problems that are shown; the rest is counted.</param>
/// <param name="TitleRowsMax">Rows in which the header is looked for.</param>
public sealed record SheetLimits(
    int FileBytesMax = 20 * 1024 * 1024,
    int UncompressedBytesMax = 200 * 1024 * 1024,
    int PartsMax = 1_000,
    int SheetsMax = 50,
    int SharedTextsMax = 1_000_000,
    int RowsMax = 200_000,
    int ColumnsMax = 100,
    int CharactersMax = 4_000,
    int ProblemsMax = 100,
    int TitleRowsMax = 10
)
{
    public static SheetLimits Default { get; } = new();
}
