using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using SocietyParty.Etl.Report.Editions;

namespace SocietyParty.Service.Http.Reports;

/// <summary>What the office's page of reports reads: editions and years as JSON, and refusals that it can show.</summary>
internal static class ReportList
{
    private const string Media = "application/json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>True for a program that takes JSON before anything else.</summary>
    public static bool IsWanted(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.FirstOrDefault()?.MediaType.Equals(Media, StringComparison.OrdinalIgnoreCase) == true;

    public static Task SendAsync(HttpContext context, IReadOnlyList<IssuedEdition> editions, DraftChoices choices) =>
        WriteAsync(
            context,
            StatusCodes.Status200OK,
            new
            {
                years = choices.Years,
                editions = editions.Select(edition => new
                {
                    edition.Id,
                    committee = edition.CommitteeName,
                    edition.Year,
                    edition.Language,
                    edition.Number,
                    edition.AsOf,
                    load = edition.LoadId,
                    edition.IssuedBy,
                    issuedAt = DateTime.SpecifyKind(edition.IssuedAt, DateTimeKind.Utc),
                }),
            }
        );

    public static Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(context, status, new { errors = new[] { new { code, message } } });

    private static Task WriteAsync<T>(HttpContext context, int status, T answer)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(answer, Json, context.RequestAborted);
    }
}
