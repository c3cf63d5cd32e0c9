using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Http.Records;

/// <summary>
/// <c>GET /audit?actor=…&amp;action=…&amp;before=…&amp;count=…</c>: what was recorded, the newest first, for whoever manages access.
/// </summary>
internal static class AuditEndpoint
{
    public const string Path = "/audit";

    private const int CountUsual = 100;
    private const int CountMax = 1_000;

    public static void Map(WebApplication app) => app.MapMethods(Path, Pages.Reading, SendAsync);

    private static async Task SendAsync(HttpContext context)
    {
        var asked = context.Request.Query;
        var count = Whole(asked["count"]) is { } given ? (int)Math.Clamp(given, 1, CountMax) : CountUsual;
        var events = await AuditTrail.NewestAsync(
            context.RequestServices.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes),
            Text(asked["actor"]),
            count,
            Text(asked["action"]),
            Whole(asked["before"]),
            context.RequestAborted
        );
        context.Response.ContentType = ResponseMedia.Json + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(
            JsonSerializer.Serialize(
                new
                {
                    events = events.Select(one => new
                    {
                        id = one.Id,
                        recordedAt = one.RecordedAt,
                        actor = one.Actor,
                        action = one.Action,
                        subject = one.Subject,
                        detail = JsonNode.Parse(one.Detail),
                    }),
                }
            ),
            context.RequestAborted
        );
    }

    private static string? Text(string? given) =>
        string.IsNullOrEmpty(given) || given.Contains('\0', StringComparison.Ordinal) ? null : given;

    private static long? Whole(string? given) =>
        long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
