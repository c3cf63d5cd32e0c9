using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// The visible sheets of a workbook. Formulas are never evaluated, macros and links to other workbooks never followed: they are left
/// out, and a notice says so.
/// </summary>
internal sealed class WorkbookReader(SheetLimits limits, SheetProblemList problems, List<ImportDiscrepancy> notices)
{
    /// <param name="stream">Checked by <see cref="WorkbookGuard"/>.</param>
    /// <exception cref="Exception">One for which <see cref="IsBroken"/> is true.</exception>
    public IEnumerable<SheetLine> Read(Stream stream)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        if (document.WorkbookPart is not { } book)
        {
            throw new InvalidDataException("it has no workbook inside.");
        }

        Notice(book);
        var (sheets, startsIn1904) = SheetsOf(book);
        if (sheets.Count > limits.SheetsMax)
        {
            problems.Add(SheetProblems.TooMuch(nameof(limits.SheetsMax), limits.SheetsMax));
            yield break;
        }
        if (WorkbookTexts.Read(book.SharedStringTablePart, limits.SharedTextsMax) is not { } texts)
        {
            problems.Add(SheetProblems.TooMuch(nameof(limits.SharedTextsMax), limits.SharedTextsMax));
            yield break;
        }
        var context = new WorkbookContext(texts, WorkbookStyles.Read(book.WorkbookStylesPart), startsIn1904, limits);
        foreach (var sheet in sheets)
        {
            if (!book.TryGetPartById(sheet.Id, out var part) || part is not WorksheetPart worksheet)
            {
                continue;
            }

            foreach (var line in new WorksheetReader(sheet.Name, worksheet, context, problems).Read())
            {
                yield return line;
            }
        }
    }

    public static bool IsBroken(Exception exception) =>
        exception
            is OpenXmlPackageException
                or FileFormatException
                or InvalidDataException
                or XmlException
                or FormatException
                or OverflowException
                or NamespaceNotUnderstandException
                or EndOfStreamException;

    private (List<(string Name, string Id)> Sheets, bool StartsIn1904) SheetsOf(WorkbookPart book)
    {
        var sheets = new List<(string, string)>();
        var startsIn1904 = false;
        using var reader = OpenXmlReader.Create(book);
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            string? Attribute(string name) => reader.Attributes.FirstOrDefault(attribute => attribute.LocalName == name).Value;
            if (reader.ElementType == typeof(WorkbookProperties))
            {
                startsIn1904 = Attribute("date1904") is "1" or "true";
            }

            if (reader.ElementType != typeof(Sheet) || sheets.Count > limits.SheetsMax)
            {
                continue;
            }

            var name = Attribute("name") ?? "";
            if (Attribute("state") is "hidden" or "veryHidden")
            {
                Notice("SHEET_HIDDEN", name, new("Notice.SheetHidden", [("name", name)]));
            }
            else if (name != SheetTemplate.HelpSheet)
            {
                sheets.Add((name, Attribute("id") ?? ""));
            }
        }
        return (sheets, startsIn1904);
    }

    private void Notice(WorkbookPart book)
    {
        if (book.VbaProjectPart is not null)
        {
            Notice("MACROS_IGNORED", "macros", new("Notice.Macros", []));
        }

        if (book.ExternalWorkbookParts.Any())
        {
            Notice("LINKS_IGNORED", "links", new("Notice.Links", []));
        }
    }

    private void Notice(string code, string subject, Sentence sentence) =>
        notices.Add(
            new ImportDiscrepancy(code, subject, null, null, sentence.In(Language.English)) { Sentence = sentence, NamesSubject = true }
        );
}
