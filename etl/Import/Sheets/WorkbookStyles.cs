using System.Globalization;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Which of a workbook's cell formats show a number as a day.</summary>
internal sealed class WorkbookStyles
{
    // Formats with a number below 164 are not written into the file; these show days, 27 to 36 and 50 to 58 in East Asia.
    private static readonly HashSet<int> BuiltIn = [14, 15, 16, 17, 22, .. Enumerable.Range(27, 10), .. Enumerable.Range(50, 9)];

    private readonly List<bool> isDate = [];

    /// <param name="reader">Null in a workbook without formats.</param>
    public static WorkbookStyles Read(PartReader? reader)
    {
        var read = new WorkbookStyles();
        if (reader is null)
        {
            return read;
        }

        var custom = new Dictionary<int, bool>();
        var isCellFormat = false;
        while (reader.Read())
        {
            if (reader.Name == "cellXfs")
            {
                isCellFormat = reader.IsStart;
            }

            if (!reader.IsStart)
            {
                continue;
            }

            if (reader.Name == "numFmt")
            {
                custom[Number(reader, "numFmtId")] = ShowsDay(reader.Attribute("formatCode") ?? "");
            }
            else if (isCellFormat && reader.Name == "xf")
            {
                read.isDate.Add(
                    Number(reader, "numFmtId") is var id && (custom.TryGetValue(id, out var shows) ? shows : BuiltIn.Contains(id))
                );
            }
        }
        return read;
    }

    public bool IsDate(int style) => style >= 0 && style < isDate.Count && isDate[style];

    /// <summary>Texts in quotation marks, escaped characters and what stands in square brackets are no part of the pattern.</summary>
    internal static bool ShowsDay(string format)
    {
        bool hasDay = false,
            hasMonth = false,
            hasTime = false;
        for (var at = 0; at < format.Length; at++)
        {
            switch (char.ToLowerInvariant(format[at]))
            {
                case '"':
                    at = Skip(format, at, '"');
                    break;
                case '[':
                    at = Skip(format, at, ']');
                    break;
                case '\\' or '_' or '*':
                    at++;
                    break;
                case 'y' or 'd':
                    hasDay = true;
                    break;
                case 'm':
                    hasMonth = true;
                    break;
                case 'h' or 's':
                    hasTime = true;
                    break;
                // The second section is for negative numbers, which no day has.
                case ';':
                    at = format.Length;
                    break;
            }
        }
        return hasDay || hasMonth && !hasTime;
    }

    private static int Skip(string format, int at, char end) => format.IndexOf(end, at + 1) is var found and >= 0 ? found : format.Length;

    private static int Number(PartReader reader, string attribute) =>
        int.TryParse(reader.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
