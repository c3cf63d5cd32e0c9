using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SocietyParty.Etl.Import;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.Imports;

/// <summary>The report of an import as JSON: counts, notices, and every error with sheet, row and column.</summary>
internal static class SheetAnswer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static Task SendAsync(HttpContext context, string kind, ImportReport report)
    {
        var language = BrowserLanguage.OfApi(context.Request);
        var isBusy = report.Problems is [{ Code: "SP-IMPORT-060" }];
        return WriteAsync(
            context,
            report.Succeeded ? StatusCodes.Status200OK
                : isBusy ? StatusCodes.Status409Conflict
                : StatusCodes.Status422UnprocessableEntity,
            new Report(
                kind,
                report.FileName,
                report.IsDryRun,
                report.ReadCount,
                report.InsertedCount,
                report.UpdatedCount,
                report.UnchangedCount,
                report.RejectedCount,
                report.ImportRunId,
                [.. report.Discrepancies.Select(notice => new Notice(notice.Code, notice.MessageIn(language)))],
                [.. report.Problems.Select(problem => Describe(problem, language))]
            )
        );
    }

    /// <summary>A request that is no import, in the caller's language.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">Of HTTP.</param>
    /// <param name="key">Its code; where a code has several sentences, a point and which one.</param>
    /// <param name="arguments">What the sentence shows.</param>
    public static Task RefuseAsync(
        HttpContext context,
        int status,
        string key,
        params IReadOnlyList<(string Name, object? Value)> arguments
    )
    {
        var message = new Sentence(key, arguments).In(BrowserLanguage.OfApi(context.Request));
        return WriteAsync(context, status, new { errors = new[] { new { code = key.Split('.')[0], message } } });
    }

    private static Error Describe(ImportProblem problem, Language language) =>
        new(
            problem.Code,
            problem.Message(language),
            problem.Expected(language),
            problem.Hint(language),
            problem.Sheet,
            problem.Line,
            problem.Column,
            problem.Address,
            problem.Field
        );

    private static Task WriteAsync<T>(HttpContext context, int status, T answer)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(answer, Json, context.RequestAborted);
    }

    /// <param name="Run">Key of the import's record; null where nothing was written.</param>
    private sealed record Report(
        string Kind,
        string FileName,
        bool DryRun,
        int Read,
        int Inserted,
        int Updated,
        int Unchanged,
        int Rejected,
        long? Run,
        IReadOnlyList<Notice> Notices,
        IReadOnlyList<Error> Errors
    );

    private sealed record Notice(string Code, string Message);

    /// <param name="Row">Row of the sheet, or line of the text, from 1.</param>
    /// <param name="Column">Number of the column, from 1.</param>
    /// <param name="Address">As a spreadsheet or an editor shows the place.</param>
    /// <param name="Header">The column's header, as the template has it.</param>
    private sealed record Error(
        string Code,
        string Message,
        string Expected,
        string Hint,
        string? Sheet,
        int? Row,
        int? Column,
        string? Address,
        string? Header
    );
}
