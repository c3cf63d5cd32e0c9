namespace SocietyParty.Etl.Import;

/// <summary>Why a file cannot be imported. One problem is enough to import nothing.</summary>
/// <param name="Code">Stable code, <c>SP-IMPORT-0xx</c>; <see cref="Problems"/> lists them all.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Expected">What the importer would accept.</param>
/// <param name="Hint">What to do.</param>
/// <param name="Line">Line in the file from 1; null where the file as a whole is meant.</param>
/// <param name="Column">Number of the column from 1, or in a published list's own text, which has no columns, the character in the line
/// from 1; null where the line as a whole is meant.</param>
/// <param name="Sheet">Name of the workbook's sheet; null in a text file.</param>
/// <param name="Field">Header of the column, as the template or the published list has it; null where no column is meant.</param>
public sealed record ImportProblem(
    string Code,
    string Message,
    string Expected,
    string Hint,
    int? Line = null,
    int? Column = null,
    string? Sheet = null,
    string? Field = null
)
{
    public ImportProblem At(int line, int? column = null) => this with { Line = line, Column = column };

    /// <summary>
    /// File, line and column, <c>list.csv:7:3</c>; in a workbook as spreadsheets write it, <c>list.xlsx 学会!C7</c>.
    /// </summary>
    public string Place(string fileName) =>
        Sheet is not null
            ? $"{fileName} {Sheet}{(Address is null ? "" : "!" + Address)}"
            : (Line, Column) switch
            {
                (null, _) => fileName,
                (_, null) => $"{fileName}:{Line}",
                _ => $"{fileName}:{Line}:{Column}",
            };

    /// <summary>
    /// <c>C7</c> or <c>7:7</c> (a row) in a workbook, <c>7:3</c> or <c>7</c> in a text; null where the file as a whole is meant.
    /// </summary>
    public string? Address =>
        (Sheet, Line, Column) switch
        {
            (_, null, _) => null,
            (null, { } line, null) => $"{line}",
            (null, { } line, { } column) => $"{line}:{column}",
            (_, { } row, null) => $"{row}:{row}",
            (_, { } row, { } column) => $"{ColumnName(column)}{row}",
        };

    /// <summary>A for 1, AA for 27.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + (column - 1) % 26) + name;
        }

        return name;
    }
}
