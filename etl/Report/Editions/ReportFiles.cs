using SocietyParty.Etl.Report.Data;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Docx;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Office;
using SocietyParty.Etl.Report.Sentences;
using SocietyParty.Etl.Report.Wording;
using SocietyParty.Etl.Report.Xlsx;

namespace SocietyParty.Etl.Report.Editions;

/// <summary>How a report is written.</summary>
/// <param name="SentencesName">For messages.</param>
/// <param name="Sentences">The words around the figures.</param>
/// <param name="Template">A .docx whose look is taken; null: the program's own.</param>
/// <param name="WithByteOrderMark">Whether CSV files begin with one.</param>
/// <param name="WithPageNumbers">Whether LibreOffice, where it is installed, finds the page numbers of the contents.</param>
public sealed record ReportStyle(
    string SentencesName,
    string Sentences,
    byte[]? Template,
    bool WithByteOrderMark,
    bool WithPageNumbers = false
);

/// <summary>A file of a report.</summary>
/// <param name="Name">Path within its folder, with /.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ReportFile(string Name, byte[] Content);

/// <summary>Makes the files of a report: the same bytes for the same figures, words and look, on any day and machine.</summary>
public static class ReportFiles
{
    /// <summary>Makes them.</summary>
    /// <param name="snapshot">The figures.</param>
    /// <param name="style">Words and look.</param>
    /// <param name="edition">Of an issued report; null: a draft.</param>
    /// <param name="changes">What differs from the edition before; null where there is none.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ReportException">Words or look cannot be used.</exception>
    public static async Task<IReadOnlyList<ReportFile>> MakeAsync(
        ReportSnapshot snapshot,
        ReportStyle style,
        EditionMark? edition = null,
        ReportTable? changes = null,
        CancellationToken ct = default
    )
    {
        var document = DocumentBuilder.Build(snapshot, SentenceFile.Read(style.SentencesName, style.Sentences), edition, changes);
        var files = new List<ReportFile>
        {
            await FileAsync("report.docx", output => DocxAsync(document, style, output, ct)),
            await FileAsync("report.xlsx", output => XlsxWriter.WriteAsync(document, output, ct)),
            File("report.json", output => JsonReport.Write(document, output)),
        };
        // What only a chart shows is data, too.
        foreach (var table in snapshot.Tables.Concat(changes is null ? [] : [changes]))
        {
            files.Add(File($"csv/{table.Id}.csv", output => CsvTables.Write(table, document.Language, output, style.WithByteOrderMark)));
        }

        files.Add(
            File("csv/contents.csv", output =>
                CsvTables.Write(Contents(document, snapshot), document.Language, output, style.WithByteOrderMark)
            )
        );
        return files;
    }

    /// <summary>Which file is which table of the document.</summary>
    private static ReportTable Contents(ReportDocument document, ReportSnapshot snapshot)
    {
        var isChinese = snapshot.Scope.Language == ReportLanguage.Chinese;
        var outline = ReportOutline.Of(document);
        var shown = document.Tables.Select(table => table.Id).ToHashSet();
        var drawn = document.Charts.Select(chart => chart.Id).ToHashSet();
        return new ReportTable(
            "contents",
            isChinese ? "目录" : "Contents",
            "",
            [
                new("file", isChinese ? "文件" : "File", CellKind.Text),
                new("number", isChinese ? "编号" : "Number", CellKind.Text),
                new("title", isChinese ? "标题" : "Title", CellKind.Text),
                new("unit", isChinese ? "单位" : "Unit", CellKind.Text),
                new("note", isChinese ? "说明" : "Note", CellKind.Text),
            ],
            [
                .. snapshot.Tables.Select(table => new ReportRow(
                    table.Id,
                    [new($"{table.Id}.csv"), new(Number(table)), new(table.Title), new(table.Unit), new(table.Note.Text)]
                )),
            ],
            new ReportNote("")
        );

        string? Number(ReportTable table) =>
            shown.Contains(table.Id) ? outline.CaptionOf(table.Id).Label
            : table.Id.StartsWith("DF", StringComparison.Ordinal) && drawn.Contains(table.Id[1..]) ? outline.CaptionOf(table.Id[1..]).Label
            : null;
    }

    private static async Task DocxAsync(ReportDocument document, ReportStyle style, Stream output, CancellationToken ct)
    {
        if (!style.WithPageNumbers)
        {
            await WriteAsync(document, style, output, pages: null, ct);
            return;
        }

        using var draft = new MemoryStream();
        await WriteAsync(document, style, draft, pages: null, ct);
        await WriteAsync(document, style, output, await PageNumbers.FindAsync(document, draft.ToArray(), ct), ct);
    }

    private static async Task WriteAsync(
        ReportDocument document,
        ReportStyle style,
        Stream output,
        IReadOnlyDictionary<int, string>? pages,
        CancellationToken ct
    )
    {
        using var template = style.Template is { } bytes ? new MemoryStream(bytes, writable: false) : null;
        await DocxWriter.WriteAsync(document, output, template, pages, ct);
    }

    private static ReportFile File(string name, Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return new ReportFile(name, output.ToArray());
    }

    private static async Task<ReportFile> FileAsync(string name, Func<Stream, Task> write)
    {
        using var output = new MemoryStream();
        await write(output);
        return new ReportFile(name, output.ToArray());
    }
}
