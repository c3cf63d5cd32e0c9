using System.Globalization;
using System.Text;
using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Etl.Import;

/// <summary>
/// The lines of a published annex that came as a document or a workbook: a paragraph a line, and a row of a table as comma-separated
/// values, or where no header says what its cells are, with blanks between them as the annex's own text has names.
/// </summary>
internal static class OfficeText
{
    private const int RowsMax = 50_000;
    private const int ColumnsMax = 200;

    /// <summary>Null where the package is neither, or broken.</summary>
    public static IReadOnlyList<string>? Read(byte[] bytes, ImportLimits limits)
    {
        try
        {
            using var package = OfficePackage.Open(new MemoryStream(bytes, writable: false));
            if (package.Main() is not { } main || !package.Has(main) || !package.IsSmallerThan(limits.FileBytesMax * 20L))
            {
                return null;
            }

            using var reader = package.Read(main);
            reader.Read();
            return reader.Name switch
            {
                "document" => Lines(Paragraphs(reader)),
                "workbook" => Lines(FirstSheet(package, main, reader)),
                _ => null,
            };
        }
        catch (Exception broken) when (OfficePackage.IsBroken(broken))
        {
            return null;
        }
    }

    private static List<string> Lines(IEnumerable<string[]> rows)
    {
        var lines = new List<string>();
        var width = 0;
        foreach (var row in rows.Take(RowsMax))
        {
            if (row.Length > 1 && RosterCsvFormat.IsHeader(Values(row)))
            {
                width = row.Length;
            }

            // A workbook leaves empty cells out at the end of a row; a line of one cell ends a table.
            width = row.Length > 1 ? width : 0;
            var padded = row.Concat(Enumerable.Repeat("", Math.Max(0, width - row.Length)));
            lines.AddRange(width > 0 ? [Values(padded)] : string.Join(' ', row).Split('\n'));
        }

        return lines;
    }

    private static string Values(IEnumerable<string> row) => string.Join(',', row.Select(Quoted));

    private static string Quoted(string cell)
    {
        var text = cell.ReplaceLineEndings("").Trim();
        return text.AsSpan().IndexOfAny(",\"") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static IEnumerable<string[]> Paragraphs(PartReader reader)
    {
        var text = new StringBuilder();
        DocumentTable? table = null;
        var depth = 0;
        while (reader.Read())
        {
            switch (reader.Name, reader.IsStart)
            {
                case ("tbl", _):
                    depth += reader.IsStart ? 1 : -1;
                    table = depth == 0 ? null : table ?? new DocumentTable();
                    break;
                case ("gridBefore", true) when depth == 1:
                    table?.Skip(Number(reader));
                    break;
                case ("gridSpan", true) when depth == 1:
                    table?.Span(Number(reader));
                    break;
                case ("vMerge", true) when depth == 1 && reader.Attribute("val") is null or "continue":
                    table?.Continue();
                    break;
                case ("tr", false) when depth == 1 && table is not null:
                    yield return table.Row();
                    break;
                case ("tc", false) when depth == 1 && table is not null:
                    table.Add(text.ToString().Trim());
                    text.Clear();
                    break;
                case ("t", true):
                    text.Append(reader.Text());
                    break;
                case ("tab", true):
                    text.Append('\t');
                    break;
                case ("br" or "cr", true):
                    text.Append('\n');
                    break;
                case ("p", false) when depth == 0:
                    yield return [text.ToString()];
                    text.Clear();
                    break;
                case ("p", false):
                    text.Append('\n');
                    break;
            }
        }
    }

    private static int Number(PartReader reader) =>
        int.TryParse(reader.Attribute("val"), CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, ColumnsMax) : 0;

    private static List<string[]> FirstSheet(OfficePackage package, string main, PartReader book)
    {
        var links = package.Links(main);
        var texts = Shared(package, links.FirstOrDefault(link => link.Kind == "sharedStrings").Part);
        while (book.Read())
        {
            if (book is { Name: "sheet", IsStart: true } && book.Attribute("state") is null or "visible")
            {
                var id = book.Attribute("id");
                if (links.FirstOrDefault(link => link.Id == id).Part is { } part)
                {
                    using var sheet = package.Read(part);
                    return Rows(sheet, texts);
                }
            }
        }

        return [];
    }

    private static List<string> Shared(OfficePackage package, string? part)
    {
        var texts = new List<string>();
        if (part is null || !package.Has(part))
        {
            return texts;
        }

        using var reader = package.Read(part);
        var text = new StringBuilder();
        var pronounced = 0;
        while (reader.Read())
        {
            switch (reader.Name, reader.IsStart)
            {
                case ("rPh", _):
                    pronounced += reader.IsStart ? 1 : -1;
                    break;
                case ("t", true) when pronounced == 0:
                    text.Append(reader.Text());
                    break;
                case ("si", false):
                    texts.Add(text.ToString());
                    text.Clear();
                    break;
            }
        }

        return texts;
    }

    private static List<string[]> Rows(PartReader reader, List<string> texts)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var merged = new List<CellRange>();
        var (number, type, text) = (0, (string?)null, "");
        while (reader.Read() && rows.Count < RowsMax)
        {
            switch (reader.Name, reader.IsStart)
            {
                case ("row", true):
                    number = int.TryParse(reader.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
                        ? given
                        : number + 1;
                    cells.Clear();
                    break;
                case ("row", false):
                    // Empty rows are left out of the file; problems name the sheet's rows.
                    while (rows.Count < Math.Min(number - 1, RowsMax))
                    {
                        rows.Add([""]);
                    }

                    rows.Add([.. cells]);
                    break;
                case ("c", true):
                    (type, text) = (reader.Attribute("t"), "");
                    var before = Math.Min(ColumnOf(reader.Attribute("r")) - 1, 100);
                    cells.AddRange(Enumerable.Repeat("", Math.Max(0, before - cells.Count)));

                    break;
                case ("v" or "t", true):
                    text += reader.Text();
                    break;
                case ("mergeCell", true) when reader.Attribute("ref") is { } cellsAsOne && merged.Count < RowsMax:
                    merged.Add(CellRange.Of(cellsAsOne));
                    break;
                case ("c", false):
                    cells.Add(type == "s" && int.TryParse(text, out var index) && index >= 0 && index < texts.Count ? texts[index] : text);
                    break;
            }
        }

        Repeat(rows, merged);
        return rows;
    }

    // A cell that reaches over several rows, as the category of all branches beside it, is each row's; a title that reaches over columns
    // is one, and a header over two rows stays where it is.
    private static void Repeat(List<string[]> rows, List<CellRange> merged)
    {
        foreach (var range in merged.Where(range => range.FirstColumn == range.LastColumn && range.FirstRow < range.LastRow))
        {
            var (column, first) = (range.FirstColumn - 1, range.FirstRow - 1);
            if (first >= rows.Count || column >= rows[first].Length || RosterCsvFormat.Matches(rows[first][column]))
            {
                continue;
            }

            for (var row = first + 1; row < Math.Min(range.LastRow, rows.Count); row++)
            {
                // A row that has nothing else is none.
                if (rows[row].Length > column && rows[row].Any(cell => cell.Length > 0))
                {
                    rows[row][column] = rows[first][column];
                }
            }
        }
    }

    private static int ColumnOf(string? address) =>
        (address ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3).Aggregate(0, (number, letter) => number * 26 + letter - 'A' + 1);
}
