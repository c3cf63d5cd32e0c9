using System.IO.Compression;
using System.Text;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;

namespace SocietyParty.Graph.Tests.Etl.Import.Offices;

/// <summary>Files as the programs of offices save them. All names are made up.</summary>
internal static class OfficeFiles
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Utf16(string text) => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];

    public static byte[] Gb18030(string text, bool hasMark = false) =>
        [.. hasMark ? (byte[])[0x84, 0x31, 0x95, 0x33] : [], .. CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text)];

    /// <summary>A workbook of one sheet; what stands behind the rows is XML.</summary>
    public static byte[] Sheet(string[][] rows, string behind = "", string name = "Sheet1") =>
        Workbooks.Of([(name, "", Workbooks.Data(rows) + behind)]);

    /// <summary>The workbook with more parts and links than it needs.</summary>
    public static byte[] With(byte[] workbook, params (string Path, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (path, text) in parts)
            {
                zip.GetEntry(path)?.Delete();
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A document; each element of the body is a paragraph, or a table where it has rows.</summary>
    public static byte[] Document(params object[] body)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string path, string text)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }

            Add(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                    + "Target=\"word/document.xml\"/>"
                    + "</Relationships>"
            );
            var inside = string.Concat(body.Select(part => part is string[][] rows ? Table(rows) : Paragraph((string)part)));
            Add("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{inside}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    // Word divides a text into runs wherever somebody stopped typing.
    private static string Paragraph(string text) =>
        $"<w:p><w:r><w:t xml:space=\"preserve\">{text[..(text.Length / 2)]}</w:t></w:r><w:r><w:t xml:space=\"preserve\">"
        + $"{text[(text.Length / 2)..]}</w:t></w:r></w:p>";

    /// <summary>
    /// A cell that is one with the one above it (<c>↑</c>), or that begins such cells (<c>↧</c>), or reaches over two columns (<c>⇥</c>).
    /// </summary>
    private static string Cell(string cell) =>
        cell switch
        {
            "↑" => $"<w:tc><w:tcPr><w:vMerge/></w:tcPr>{Paragraph("")}</w:tc>",
            ['↧', .. var text] => $"<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>{Paragraph(text)}</w:tc>",
            ['⇥', .. var text] => $"<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{Paragraph(text)}</w:tc>",
            _ => $"<w:tc>{Paragraph(cell)}</w:tc>",
        };

    private static string Table(string[][] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(Cell))}</w:tr>")) + "</w:tbl>";
}
