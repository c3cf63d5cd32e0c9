using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocietyParty.Graph.Tests.Service.Telemetry;

/// <summary>What a collector does: takes spans and numbers over HTTP as Protocol Buffers, and keeps every byte.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();
    private readonly SemaphoreSlim arrived = new(0);

    private OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.MapPost("/v1/{signal}", TakeAsync);
    }

    public string Address => app.Urls.Single();

    /// <summary>What a program must be told so that it exports here.</summary>
    public Dictionary<string, string?> Environment =>
        new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
        };

    public IReadOnlyList<OtlpSpan> Spans =>
        [
            .. Bodies("/v1/traces")
                .SelectMany(body => body.All(1))
                .SelectMany(resource => resource.All(2).Select(scope => (resource, scope)))
                .SelectMany(pair => pair.scope.All(2).Select(span => OtlpSpan.Read(pair.resource, pair.scope, span))),
        ];

    /// <summary>Names of the instruments that have told something.</summary>
    public IReadOnlySet<string> Numbers =>
        Bodies("/v1/metrics")
            .SelectMany(body => body.All(1))
            .SelectMany(resource => resource.All(2))
            .SelectMany(scope => scope.All(2))
            .Select(metric => metric.Text(1))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Everything that was received, one body after the other.</summary>
    public byte[] Bytes => [.. received.SelectMany(item => item.Body)];

    public static async Task<OtlpReceiver> StartAsync()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Whether a text occurs anywhere in what was received.</summary>
    public bool HasHeard(string text) => Bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    /// <summary>Waits until an instrument has told something: what counts open things is gone when the program has stopped.</summary>
    public async Task NumberAsync(string name)
    {
        while (!Numbers.Contains(name))
        {
            await arrived.WaitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrived.Dispose();
    }

    private IEnumerable<OtlpMessage> Bodies(string path) =>
        received.Where(item => item.Path == path).Select(item => new OtlpMessage(item.Body));

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((context.Request.Path, body.ToArray()));
        context.Response.ContentType = "application/x-protobuf";
        arrived.Release();
    }
}

/// <summary>A span as a collector sees it.</summary>
/// <param name="Service">Of its resource.</param>
/// <param name="Source">Of its scope.</param>
/// <param name="Events">Names of its events with their attributes.</param>
/// <param name="Status">Words of its status.</param>
internal sealed record OtlpSpan(
    string Service,
    string Version,
    string Source,
    string Name,
    string Id,
    string Parent,
    string Trace,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Tags)> Events,
    string Status
)
{
    public static OtlpSpan Read(OtlpMessage resource, OtlpMessage scope, OtlpMessage span)
    {
        var about = resource.All(1).Single().Attributes(1);
        return new(
            about["service.name"],
            about["service.version"],
            scope.All(1).Single().Text(1),
            span.Text(5),
            span.Hex(2),
            span.Hex(4),
            span.Hex(1),
            span.Attributes(9),
            [.. span.All(11).Select(happened => (happened.Text(2), (IReadOnlyDictionary<string, string>)happened.Attributes(3)))],
            span.All(15).Select(status => status.Text(2)).LastOrDefault("")
        );
    }
}
