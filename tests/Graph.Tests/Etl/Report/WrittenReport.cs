using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SocietyParty.Etl.Report.Docx;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Xlsx;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>A report's files in memory, and what is in them.</summary>
internal static class WrittenReport
{
    public static async Task<byte[]> DocxAsync(ReportDocument document, byte[]? template = null)
    {
        using var stream = new MemoryStream();
        using var look = template is null ? null : new MemoryStream(template);
        await DocxWriter.WriteAsync(document, stream, look);
        return stream.ToArray();
    }

    public static async Task<byte[]> XlsxAsync(ReportDocument document)
    {
        using var stream = new MemoryStream();
        await XlsxWriter.WriteAsync(document, stream);
        return stream.ToArray();
    }

    /// <summary>A report of one table and nothing else.</summary>
    public static ReportDocument Of(ReportTable table) =>
        SampleReport.Chinese with
        {
            Blocks = [new HeadingBlock(1, "唯一的一章"), new TableBlock(table)],
        };

    /// <summary>What is wrong with a package.</summary>
    public static IReadOnlyList<string> Problems(OpenXmlPackage package) =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(package)
                .Select(problem => $"{problem.Part?.Uri} {problem.Path?.XPath} {problem.Description}"),
        ];

    /// <summary>The text of every part, of packages within it, too.</summary>
    public static IEnumerable<(string Name, string Text)> Parts(byte[] package)
    {
        using var archive = new ZipArchive(new MemoryStream(package));
        foreach (var entry in archive.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
            {
                stream.CopyTo(content);
            }

            if (!entry.FullName.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                yield return (entry.FullName, Encoding.UTF8.GetString(content.ToArray()));
                continue;
            }

            foreach (var (name, text) in Parts(content.ToArray()))
            {
                yield return ($"{entry.FullName}/{name}", text);
            }
        }
    }
}
