namespace SocietyParty.Etl.Report.Docx;

/// <summary>Limits of a document that is read on paper.</summary>
public static class DocxLimits
{
    /// <summary>
    /// Rows of a table that are printed; totals come on top of them. 20,000 rows would be 3,810 pages: the others are in the workbook,
    /// whose sheet is named below the table.
    /// </summary>
    public const int TableRowsMax = 300;
}
