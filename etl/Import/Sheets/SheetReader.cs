using System.Security.Cryptography;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Reads a workbook or a CSV file, whichever the content is, and finds every problem that the file itself shows.</summary>
public static class SheetReader
{
    public static SheetReading Read(SheetKind kind, Stream stream, string fileName, SheetLimits? limits = null)
    {
        limits ??= SheetLimits.Default;
        var name = Path.GetFileName(fileName);
        var bytes = ReadAtMost(stream, limits.FileBytesMax + 1L);
        if (bytes.Length > limits.FileBytesMax)
        {
            return SheetReading.Failed(kind, name, SheetProblems.TooMuch(nameof(limits.FileBytesMax), limits.FileBytesMax));
        }

        if (OtherFormat(bytes) is { } other)
        {
            return SheetReading.Failed(kind, name, SheetProblems.NeitherFormat(other));
        }

        var problems = new SheetProblemList(limits);
        var notices = new List<ImportDiscrepancy>();
        var checker = new SheetChecker(kind, limits, problems, notices);
        var isReadable = IsZip(bytes) ? ReadWorkbook(bytes, checker, limits, problems, notices) : ReadText(bytes, checker, problems);
        if (!(isReadable && checker.IsReadable) && !IsZip(bytes) && IsNamedWorkbook(name) && !problems.Has("SP-IMPORT-106"))
        {
            // What would be said of a CSV file helps nobody who saved a workbook.
            return SheetReading.Failed(kind, name, SheetProblems.NeitherFormat("File.NoWorkbook"));
        }

        return new SheetReading(
            kind,
            name,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            checker.Records,
            problems.ToReport(),
            notices,
            checker.ReadCount,
            isReadable && checker.IsReadable
        )
        {
            WrongRecords = checker.WrongRecords,
        };
    }

    /// <summary>As <see cref="Read"/>; a file that cannot be opened is a problem, too.</summary>
    public static SheetReading ReadFile(SheetKind kind, string path, SheetLimits? limits = null)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return Failed(Problems.IsFolder(path));
            }

            using var stream = File.OpenRead(path);
            return Read(kind, stream, path, limits);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Failed(Problems.FileMissing(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Failed(Problems.Unreadable(path, e.Message));
        }

        SheetReading Failed(ImportProblem problem) => SheetReading.Failed(kind, Path.GetFileName(path), problem);
    }

    private static bool ReadWorkbook(
        byte[] bytes,
        SheetChecker checker,
        SheetLimits limits,
        SheetProblemList problems,
        List<ImportDiscrepancy> notices
    )
    {
        using var stream = new MemoryStream(bytes, writable: false);
        try
        {
            if (WorkbookGuard.Check(stream, limits) is { } tooMuch)
            {
                problems.Add(tooMuch);
                return false;
            }
            stream.Position = 0;
            checker.Check(new WorkbookReader(limits, problems, notices).Read(stream));
            return true;
        }
        catch (Exception broken) when (OfficePackage.IsBroken(broken))
        {
            problems.Add(SheetProblems.BrokenWorkbook());
            return false;
        }
    }

    private static bool ReadText(byte[] bytes, SheetChecker checker, SheetProblemList problems)
    {
        var (text, problem) = SheetText.Decode(bytes);
        if (problem is not null)
        {
            problems.Add(problem);
        }
        else
        {
            checker.Check(CsvRecord.Read(text!.Text, linesInQuotes: true, separator: text.Separator).Select(LineOf));
        }

        return problem is null;
    }

    private static SheetLine LineOf(CsvRecord record)
    {
        // Without what FormulaGuard put before a text that a spreadsheet would take for a formula.
        SheetCell[] cells =
        [
            .. record.Fields.Select(
                (field, index) => new SheetCell(CellType.Text, FormulaGuard.Remove(KeptText(field.Text)), field.Line, index + 1)
            ),
        ];
        return new SheetLine(null, record.Line, cells, record.BrokenField is { } broken ? cells[broken] : null);
    }

    // ="0123" in quotation marks: a text that a spreadsheet was made to keep.
    private static string KeptText(string text) =>
        text is ['=', '"', .., '"'] ? text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : text;

    private static bool IsZip(byte[] bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..];

    private static string? OtherFormat(byte[] bytes) =>
        bytes switch
        {
            [] => "File.Empty",
            // Protected workbooks are such containers, too.
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "File.OldWorkbook",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "File.Pdf",
            _ when IsMarkup(bytes) => "File.Html",
            _ when IsZip(bytes) && Names(bytes, "word/document.xml"u8) && !Names(bytes, "xl/workbook"u8) => "File.Document",
            _ => null,
        };

    // A package names its parts in plain text.
    private static bool Names(byte[] package, ReadOnlySpan<byte> part) => package.AsSpan().IndexOf(part) >= 0;

    // What an office's program exports as "Excel" is often a web page.
    private static bool IsMarkup(byte[] bytes)
    {
        var start = System
            .Text.Encoding.Latin1.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 200)))
            .TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<table", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsNamedWorkbook(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".xlsx" or ".xlsm" or ".xls" or ".et" or ".ods";

    private static byte[] ReadAtMost(Stream stream, long max)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (copy.Length < max && (count = stream.Read(buffer)) > 0)
        {
            copy.Write(buffer, 0, count);
        }

        return copy.ToArray();
    }
}
