using System.IO.Compression;
using System.Text;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Workbooks written by hand, as other programs than ours write them.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>Cell formats: 0 plain, 1 a built-in day, 2 a Chinese day, 3 a time, 4 text.</summary>
    private const string Styles =
        "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/><numFmt "
        + "numFmtId=\"165\" formatCode=\"h:mm:ss\"/></numFmts>"
        + "<cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf "
        + "numFmtId=\"49\"/></cellXfs>";

    /// <param name="sheets">Name, state (empty: visible) and what stands inside of the worksheet element.</param>
    /// <param name="shared">The common table's items, or null for none.</param>
    /// <param name="properties">Attributes of workbookPr.</param>
    public static byte[] Of(
        IReadOnlyList<(string Name, string State, string Content)> sheets,
        string? shared = null,
        string properties = ""
    )
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, string text)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text));
            }

            var numbers = Enumerable.Range(1, sheets.Count).ToList();
            Add(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/><Override "
                    + $"PartName=\"/xl/styles.xml\" ContentType=\"{Type}styles+xml\"/>"
                    + (shared is null ? "" : $"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Type}sharedStrings+xml\"/>")
                    + string.Concat(
                        numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Type}worksheet+xml\"/>")
                    )
                    + "</Types>"
            );
            Add("_rels/.rels", Links(("rId1", "officeDocument", "xl/workbook.xml")));
            Add(
                "xl/_rels/workbook.xml.rels",
                Links([
                    .. numbers.Select(n => ($"rId{n}", "worksheet", $"worksheets/sheet{n}.xml")),
                    ("rId900", "styles", "styles.xml"),
                    .. shared is null ? Array.Empty<(string, string, string)>() : [("rId901", "sharedStrings", "sharedStrings.xml")],
                ])
            );
            Add(
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><workbookPr {properties}/><sheets>"
                    + string.Concat(
                        sheets.Select(
                            (sheet, at) =>
                                $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" "
                                + $"{(sheet.State.Length == 0 ? "" : $"state=\"{sheet.State}\"")} r:id=\"rId{at + 1}\"/>"
                        )
                    )
                    + "</sheets></workbook>"
            );
            Add("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            if (shared is not null)
            {
                Add("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{shared}</sst>");
            }

            foreach (var n in numbers)
            {
                Add($"xl/worksheets/sheet{n}.xml", $"<worksheet xmlns=\"{Main}\">{sheets[n - 1].Content}</worksheet>");
            }
        }
        return stream.ToArray();
    }

    /// <summary>One visible sheet 表 with a header row and rows of cells; each cell is XML, or a text without a bracket.</summary>
    public static byte[] OfRows(string[] header, params string[][] rows) => Of([("表", "", Data([header, .. rows]))]);

    public static string Data(IReadOnlyList<string[]> rows) =>
        "<sheetData>"
        + string.Concat(
            rows.Select(
                (row, at) =>
                    $"<row r=\"{at + 1}\">"
                    + string.Concat(
                        row.Select(
                            (cell, column) =>
                                cell.Length == 0 ? ""
                                : cell.StartsWith('<') ? Placed(cell, at, column)
                                : $"<c r=\"{ImportProblem.ColumnName(column + 1)}{at + 1}\" t=\"inlineStr\"><is><t "
                                    + $"xml:space=\"preserve\">{cell}</t></is></c>"
                        )
                    )
                    + "</row>"
            )
        )
        + "</sheetData>";

    public static SheetReading Read(SheetKind kind, byte[] file, string name = "list.xlsx", SheetLimits? limits = null) =>
        SheetReader.Read(kind, new MemoryStream(file), name, limits);

    private static string Placed(string cell, int row, int column) =>
        cell.Replace("<c", $"<c r=\"{ImportProblem.ColumnName(column + 1)}{row + 1}\"", StringComparison.Ordinal);

    private static string Links(params (string Id, string Kind, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select(link => $"<Relationship Id=\"{link.Id}\" Type=\"{Relations}/{link.Kind}\" Target=\"{link.Target}\"/>"))
        + "</Relationships>";
}
