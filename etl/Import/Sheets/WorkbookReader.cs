using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// The visible sheets of a workbook. Formulas are never evaluated, macros and links to other workbooks never followed: they are left
/// out, and a notice says so.
/// </summary>
internal sealed class WorkbookReader(SheetLimits limits, SheetProblemList problems, List<ImportDiscrepancy> notices)
{
    /// <param name="stream">Checked by <see cref="WorkbookGuard"/>.</param>
    /// <exception cref="Exception">One for which <see cref="OfficePackage.IsBroken"/> is true.</exception>
    public IEnumerable<SheetLine> Read(Stream stream)
    {
        using var package = OfficePackage.Open(stream);
        if (package.Main() is not { } book || !package.Has(book) || !IsWorkbook(package, book))
        {
            throw new InvalidDataException("it has no workbook inside.");
        }

        var links = package.Links(book);
        Notice(links);
        var (sheets, startsIn1904) = SheetsOf(package, book);
        if (sheets.Count > limits.SheetsMax)
        {
            problems.Add(SheetProblems.TooMuch(nameof(limits.SheetsMax), limits.SheetsMax));
            yield break;
        }
        if (Texts(package, links) is not { } texts)
        {
            problems.Add(SheetProblems.TooMuch(nameof(limits.SharedTextsMax), limits.SharedTextsMax));
            yield break;
        }
        var context = new WorkbookContext(texts, Styles(package, links), startsIn1904, limits);
        foreach (var sheet in sheets)
        {
            if (links.FirstOrDefault(link => link.Id == sheet.Id) is not { Kind: "worksheet", Part: { } part })
            {
                continue;
            }

            using var reader = package.Read(part);
            foreach (var line in new WorksheetReader(sheet.Name, reader, context, problems).Read())
            {
                yield return line;
            }
        }
    }

    private IReadOnlyList<string>? Texts(OfficePackage package, IReadOnlyList<(string Id, string Kind, string? Part)> links)
    {
        using var reader = Part(package, links, "sharedStrings");
        return WorkbookTexts.Read(reader, limits.SharedTextsMax);
    }

    private static WorkbookStyles Styles(OfficePackage package, IReadOnlyList<(string Id, string Kind, string? Part)> links)
    {
        using var reader = Part(package, links, "styles");
        return WorkbookStyles.Read(reader);
    }

    // A workbook may do without either; one that names a part which is not there has no such texts, and its cells say so.
    private static PartReader? Part(OfficePackage package, IReadOnlyList<(string Id, string Kind, string? Part)> links, string kind) =>
        links.FirstOrDefault(link => link.Kind == kind).Part is { } part && package.Has(part) ? package.Read(part) : null;

    private static bool IsWorkbook(OfficePackage package, string part)
    {
        using var reader = package.Read(part);
        return reader.Read() && reader.Name == "workbook";
    }

    private (List<(string Name, string Id)> Sheets, bool StartsIn1904) SheetsOf(OfficePackage package, string book)
    {
        var sheets = new List<(string, string)>();
        var startsIn1904 = false;
        using var reader = package.Read(book);
        while (reader.Read())
        {
            if (!reader.IsStart)
            {
                continue;
            }

            if (reader.Name == "workbookPr")
            {
                startsIn1904 = reader.Attribute("date1904") is "1" or "true";
            }

            if (reader.Name != "sheet" || sheets.Count > limits.SheetsMax)
            {
                continue;
            }

            var name = reader.Attribute("name") ?? "";
            if (reader.Attribute("state") is "hidden" or "veryHidden")
            {
                Notice("SHEET_HIDDEN", name, new("Notice.SheetHidden", [("name", name)]));
            }
            else if (name == SheetTemplate.HelpSheet)
            {
                // The template's own: nothing to say of it.
            }
            else if (name.Contains("说明", StringComparison.Ordinal))
            {
                Notice("SHEET_LEFT_OUT", name, new("Notice.SheetLeftOut", [("name", name)]));
            }
            else
            {
                sheets.Add((name, reader.Attribute("id") ?? ""));
            }
        }
        return (sheets, startsIn1904);
    }

    private void Notice(IReadOnlyList<(string Id, string Kind, string? Part)> links)
    {
        if (links.Any(link => link.Kind == "vbaProject"))
        {
            Notice("MACROS_IGNORED", "macros", new("Notice.Macros", []));
        }

        if (links.Any(link => link.Kind == "externalLink"))
        {
            Notice("LINKS_IGNORED", "links", new("Notice.Links", []));
        }
    }

    private void Notice(string code, string subject, Sentence sentence) => notices.Add(ImportDiscrepancy.Of(code, subject, sentence));
}
