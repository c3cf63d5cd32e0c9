using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Queries.Replicas;

namespace SocietyParty.Service.Health;

/// <summary>
/// <c>/healthz</c>: the process answers. <c>/readyz</c>: it can also answer requests. Both take GET and HEAD, and give 200 or 503 with a
/// short JSON body.
/// </summary>
internal static class HealthEndpoints
{
    public const string Alive = "/healthz";
    public const string Ready = "/readyz";

    private const string Sessions = NamedPool.Readiness;

    public static void Add(IServiceCollection services, string graph)
    {
        services.AddKeyedSingleton(Sessions, (_, _) => ReadinessCheck.Source(graph));
        services.AddSingleton(provider => new ReadinessCheck(provider.GetRequiredKeyedService<NpgsqlDataSource>(Sessions)));
        services.AddHealthChecks().AddCheck<ReadinessCheck>("database");
        // A probe every second shall not fill the log; each request for data logs the cause.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
    }

    /// <summary>Requests of orchestrators, of which nobody wants a span every second.</summary>
    public static bool IsProbe(PathString path) => path == Alive || path == Ready || path == "/health";

    public static void Map(WebApplication app)
    {
        Map(app, Alive, isReady: false);
        Map(app, Ready, isReady: true);
    }

    private static void Map(WebApplication app, string path, bool isReady) =>
        app.MapHealthChecks(path, new HealthCheckOptions { Predicate = _ => isReady, ResponseWriter = WriteAsync })
            .WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Remove("Pragma");
        context.Response.Headers.Remove("Expires");
        context.Response.ContentType = "application/json; charset=utf-8";
        var problems = report.Entries.Values.Select(entry => entry.Description).OfType<string>().ToArray();
        var body = JsonSerializer.SerializeToUtf8Bytes(
            problems.Length > 0 ? new { status = "unavailable", problems }
            // Not their state: where none answers, the primary does.
            : report.Entries.Count > 0 && context.RequestServices.GetService<ReplicaSet>() is { } replicas
                ? new { status = "ok", replicas = new { serving = replicas.ServingCount, of = replicas.All.Length } }
            : (object)new { status = "ok" }
        );
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
