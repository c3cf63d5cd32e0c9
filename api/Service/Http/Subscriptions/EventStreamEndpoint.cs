using System.Buffers;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>
/// Server-sent events at <c>/graphql</c>, protocol graphql-sse, distinct connections: one operation per request. The headers are sent
/// when a subscription is registered: what is committed after them is sent.
/// </summary>
internal sealed class EventStreamEndpoint(
    OperationStarter operations,
    OpenConnections connections,
    ServiceOptions options,
    IHostApplicationLifetime lifetime,
    LiveSignIns? signIns = null
)
{
    /// <summary>The media type of a stream of events.</summary>
    public const string Media = "text/event-stream";

    /// <summary>True where the client names event streams and likes nothing as much.</summary>
    public static bool IsWanted(HttpRequest request) => Quality(request) is var (stream, json) && stream > 0 && stream > json;

    /// <summary>
    /// True where the client takes an event stream, and JSON as gladly: clients that can do both list both, and mean the one that fits
    /// the operation.
    /// </summary>
    public static bool IsAccepted(HttpRequest request) => Quality(request) is var (stream, json) && stream > 0 && stream >= json;

    private static (double Stream, double Json) Quality(HttpRequest request)
    {
        // Few requests name it; the others need no parsing here.
        if (
            !request.Headers.Accept.Any(value => value?.Contains(Media, StringComparison.OrdinalIgnoreCase) == true)
            || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        )
        {
            return (0, 0);
        }

        return (Best(accepted, [Media]), Best(accepted, [ResponseMedia.Json, ResponseMedia.GraphQL]));
    }

    private static double Best(IEnumerable<MediaTypeHeaderValue> accepted, string[] media) =>
        accepted
            .Where(type => media.Any(one => type.MediaType.Equals(one, StringComparison.OrdinalIgnoreCase)))
            .Select(type => type.Quality ?? 1)
            .DefaultIfEmpty(0)
            .Max();

    public static async Task RefuseAsync(HttpContext context, MalformedRequest refused)
    {
        context.Response.StatusCode = refused.Status;
        context.Response.ContentType = ResponseMedia.Json + "; charset=utf-8";
        var body = OperationRunner
            .Failed(refused.Status, [new GraphQLError(refused.Code, refused.Message(BrowserLanguage.OfApi(context.Request)))])
            .Body;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    public async Task HandleAsync(HttpContext context)
    {
        // A batch has no place in the protocol.
        var single = options with { Switches = options.Switches with { RequestBatching = false, VariableBatching = false } };
        var (batch, malformed) = await RequestReader.ReadAsync(context.Request, single, context.RequestAborted);
        if (batch is null)
        {
            await RefuseAsync(context, malformed!);
            return;
        }

        await HandleAsync(context, batch.Requests[0]);
    }

    /// <summary>Answers a request that was read.</summary>
    public async Task HandleAsync(HttpContext context, GraphQLRequest request)
    {
        if (connections.TryEnter(context.Request) is { } refused)
        {
            await RefuseAsync(context, refused);
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            using var live = signIns is null ? null : await signIns.HoldAsync(context, over.Token);
            if (signIns is not null && live is null)
            {
                await AccessRefusal.SendAsync(context, StatusCodes.Status401Unauthorized, AccessRefusal.NotTaken);
                return;
            }

            // Who may no more hears nothing more: the stream breaks off, and coming again is refused.
            await using var cut = live?.Over.Register(over.Cancel) ?? default;
            await StreamAsync(context, request, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The client left, or the service stops: then the stream breaks off, for a client takes an end without a fault as the
            // operation's end and does not come again.
            context.Abort();
        }
        finally
        {
            connections.Leave();
        }
    }

    private async Task StreamAsync(HttpContext context, GraphQLRequest request, CancellationToken ct)
    {
        request = request.From(context.Request);
        var started = await operations.StartAsync(request, ct);
        var response = context.Response;
        response.ContentType = Media + "; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // Proxies such as nginx would keep events until they have a buffer full.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(ct);
        await response.Body.FlushAsync(ct);
        if (!started.TryGet(out var stream))
        {
            await EndAsync(response, started.Errors, ct);
            return;
        }

        using (stream)
        {
            // A client that does not even read what waits is disconnected.
            using var late = new CancellationTokenSource();
            await using var cut = late.Token.Register(context.Abort);
            await using var end = stream.Ended.Register(() => late.CancelAfter(options.Transport.CloseMs));
            await WriteAsync(response, stream.ReadAsync(CancellationToken.None), ct);
            await EndAsync(
                response,
                stream.Reason switch
                {
                    StreamEnd.TooSlow => [new("SP-LIMIT-104", new Sentence("SP-LIMIT-104", []).In(request.Language))],
                    StreamEnd.Failed => [new("SP-HTTP-009", new Sentence("SP-HTTP-009", []).In(request.Language))],
                    _ => [],
                },
                ct
            );
        }
    }

    private async Task WriteAsync(HttpResponse response, IAsyncEnumerable<ReadOnlyMemory<byte>> results, CancellationToken ct)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var all = results.GetAsyncEnumerator(reading.Token);
        var next = Task.FromResult(true);
        try
        {
            while (true)
            {
                next = all.MoveNextAsync().AsTask();
                while (await Task.WhenAny(next, Task.Delay(options.Transport.HeartbeatMs, ct)) != next)
                {
                    ct.ThrowIfCancellationRequested();
                    // A comment: the client's parser drops it, and proxies see that the connection lives.
                    await WriteAsync(response, ":\n\n"u8.ToArray(), ct);
                }

                if (!await next)
                {
                    return;
                }

                await WriteAsync(response, Event("next", all.Current.Span), ct);
            }
        }
        finally
        {
            // An iterator cannot be disposed of while it works.
            await reading.CancelAsync();
            await Task.WhenAny(next);
            await all.DisposeAsync();
        }
    }

    private static async Task EndAsync(HttpResponse response, ImmutableArray<GraphQLError> errors, CancellationToken ct)
    {
        if (!errors.IsEmpty)
        {
            await WriteAsync(response, Event("next", OperationRunner.Failed(StatusCodes.Status200OK, errors).Body.Span), ct);
        }

        await WriteAsync(response, Event("complete", []), ct);
    }

    private static ReadOnlyMemory<byte> Event(string name, ReadOnlySpan<byte> data)
    {
        var text = new ArrayBufferWriter<byte>(data.Length + 32);
        text.Write(System.Text.Encoding.ASCII.GetBytes($"event: {name}\ndata:"));
        // JSON as PostgreSQL and the engine write it has no line breaks; one would end the field.
        foreach (var line in data.Split((byte)'\n'))
        {
            text.Write(line.Start.Value == 0 ? " "u8 : "\ndata: "u8);
            text.Write(data[line]);
        }

        text.Write("\n\n"u8);
        return text.WrittenMemory;
    }

    private static async Task WriteAsync(HttpResponse response, ReadOnlyMemory<byte> text, CancellationToken ct)
    {
        await response.Body.WriteAsync(text, ct);
        await response.Body.FlushAsync(ct);
    }
}
