using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using SocietyParty.Etl.Report.Editions;

namespace SocietyParty.Service.Http.Reports;

/// <summary>Editions and refusals for programs and for pages with scripts.</summary>
internal static class ReportJson
{
    private const string MediaType = "application/json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Where programs read the editions and issue them; it has no page.</summary>
    public const string Path = "/reports/editions";

    /// <summary>Whether a refusal is to be JSON: JSON was sent, there is no page, or JSON is taken before anything else.</summary>
    public static bool IsWanted(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        || request.Path == Path
        || (
            MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.FirstOrDefault()?.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase) == true
        );

    /// <summary>Whether the body is JSON, which no form of another site can send without asking before.</summary>
    public static bool IsSent(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="JsonException">It is no request.</exception>
    public static async Task<IssueRequest> ReadAsync(HttpRequest request, CancellationToken ct) =>
        await JsonSerializer.DeserializeAsync<IssueRequest>(request.Body, Options, ct) ?? throw new JsonException("null");

    public static Task SendAsync(HttpContext context, IReadOnlyList<IssuedEdition> editions, DraftChoices choices) =>
        WriteAsync(
            context,
            StatusCodes.Status200OK,
            new
            {
                editions = editions.Select(Describe),
                years = choices.Years,
                committees = choices.Committees.Select(one => new { key = one.Id, name = one.Name }),
                hasMoreCommittees = choices.HasMore,
            }
        );

    /// <summary>What a request looks like.</summary>
    public static string Example(string language, string issuer) =>
        $$"""{"year": 2026, "committee": 3, "language": "{{language}}", "issuedBy": "{{issuer}}"}""";

    public static Task SendIssuedAsync(HttpContext context, IssuedEdition edition)
    {
        context.Response.Headers.Location = context.Request.PathBase + Folder(edition) + "report.docx";
        return WriteAsync(context, StatusCodes.Status201Created, new { edition = Describe(edition) });
    }

    public static Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(context, status, new { errors = new[] { new { code, message } } });

    private static object Describe(IssuedEdition edition) =>
        new
        {
            id = edition.Id,
            committee = edition.CommitteeName,
            year = edition.Year,
            language = edition.Language,
            number = edition.Number,
            asOf = edition.AsOf,
            load = edition.LoadId,
            issuedBy = edition.IssuedBy,
            issuedAt = DateTime.SpecifyKind(edition.IssuedAt, DateTimeKind.Utc),
            figures = edition.SnapshotHash,
            files = Folder(edition),
        };

    private static string Folder(IssuedEdition edition) => string.Create(CultureInfo.InvariantCulture, $"/reports/{edition.Id}/");

    private static Task WriteAsync<T>(HttpContext context, int status, T answer)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(answer, Options, context.RequestAborted);
    }
}

/// <summary>Which report is to be issued.</summary>
/// <param name="Year">The year, up to its last month that is loaded.</param>
/// <param name="Committee">Name, a part of it, key or code of a region; null: the whole country.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>; null: <c>zh</c>.</param>
/// <param name="IssuedBy">Who issues it; null: the request's actor.</param>
internal sealed record IssueRequest(
    int? Year,
    [property: JsonConverter(typeof(KeyOrName))] string? Committee = null,
    string? Language = null,
    string? IssuedBy = null
);

/// <summary>A key is sent as a number by most programs, and as a text by the others.</summary>
internal sealed class KeyOrName : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var key) ? key.ToString(CultureInfo.InvariantCulture)
        : reader.TokenType == JsonTokenType.String ? reader.GetString()
        : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
