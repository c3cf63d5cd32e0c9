using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Packages;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>A report as a document that an office signs.</summary>
public static class DocxWriter
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>Writes the document: the same bytes for the same report and template.</summary>
    /// <param name="document">The report.</param>
    /// <param name="output">The .docx file.</param>
    /// <param name="template">A .docx file whose look is taken; null for that of GB/T 9704.</param>
    /// <param name="pages">Numbers for the contents, by place among the report's blocks; null leaves them to F9 in Word.</param>
    /// <param name="ct">Ends the writing.</param>
    /// <exception cref="ReportException">The report contradicts itself, or the template lacks a style.</exception>
    public static async Task WriteAsync(
        ReportDocument document,
        Stream output,
        Stream? template = null,
        IReadOnlyDictionary<int, string>? pages = null,
        CancellationToken ct = default
    )
    {
        var outline = ReportOutline.Of(document);
        using var package = new MemoryStream();
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            // Every relationship has an id of ours: the library's own are random.
            var part = file.AddNewPart<MainDocumentPart>(MainType, "rIdDocument");
            DocumentProperties.Add(file, document);
            var look = template is null
                ? DocumentLook.BuiltIn(part, isChinese: document.Language != "en")
                : DocumentLook.Of(template, part);
            part.Document = new Document(await new DocumentBody(document, outline, look, part).WriteAsync(pages, ct));
        }

        FixedPackage.Write(package, output);
    }
}
