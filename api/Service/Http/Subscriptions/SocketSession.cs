using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net.WebSockets;
using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Http.Edge;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>
/// One WebSocket that speaks graphql-transport-ws. Messages are taken one after the other, and a subscription is registered before the
/// next message is taken: a <c>pong</c> tells that what was subscribed before its <c>ping</c> is listened to.
/// </summary>
internal sealed class SocketSession(
    SocketChannel channel,
    HttpRequest opening,
    OperationStarter operations,
    TransportLimits limits,
    TimeProvider time,
    LiveSignIns? signIns = null,
    RateGate? rates = null
)
{
    private readonly ConcurrentDictionary<string, (CancellationTokenSource Cancel, Task Task)> running = new(StringComparer.Ordinal);
    private bool isInitialised;
    private LiveSignIn? live;

    /// <summary>Serves the socket until it ends.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var over = new CancellationTokenSource();
        var watch = WatchAsync(stopping, over.Token);
        try
        {
            while (await channel.ReceiveAsync() is { } text)
            {
                await TakeAsync(text);
            }

            await channel.CloseAsync(CloseCode.Normal, "");
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // The client went without a word, or was disconnected.
        }
        finally
        {
            live?.Dispose();
            await over.CancelAsync();
            var left = running.Values.ToList();
            left.ForEach(operation => operation.Cancel.Cancel());
            await Task.WhenAll(left.Select(operation => operation.Task).Append(watch));
        }
    }

    /// <summary>Closes the socket that says nothing, and every socket when the service stops.</summary>
    private async Task WatchAsync(CancellationToken stopping, CancellationToken over)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, over);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(limits.InitMs), time, either.Token);
            if (!Volatile.Read(ref isInitialised))
            {
                await channel.CloseAsync(CloseCode.InitialisationLate, "Connection initialisation timeout");
            }

            await Task.Delay(Timeout.Infinite, either.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The socket has ended.
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await LeaveAsync(() => channel.CloseAsync(CloseCode.GoingAway, "The service stops."));
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Nobody is there to take the frame; the reading side ends too.
        }
    }

    private async Task TakeAsync(byte[] text)
    {
        if (SocketMessage.Read(text, out var problem) is not { } message)
        {
            await channel.CloseAsync(CloseCode.Invalid, problem);
            return;
        }

        switch (message.Type)
        {
            case "connection_init" when isInitialised:
                await channel.CloseAsync(CloseCode.InitialisedTwice, "Too many initialisation requests");
                break;
            case "connection_init":
                if (await IsAdmittedAsync(message.Payload))
                {
                    Volatile.Write(ref isInitialised, true);
                    await channel.SendAsync(SocketMessage.Write("connection_ack"));
                }

                break;
            case "ping":
                await channel.SendAsync(
                    SocketMessage.Write(
                        "pong",
                        payload: message.Payload is { } payload ? JsonSerializer.SerializeToUtf8Bytes(payload) : default
                    )
                );
                break;
            case "subscribe" when !isInitialised:
                await channel.CloseAsync(CloseCode.NotInitialised, "Unauthorized");
                break;
            case "subscribe":
                await SubscribeAsync(message.Id!, message.Payload!.Value);
                break;
            case "complete":
                if (running.TryRemove(message.Id!, out var operation))
                {
                    await operation.Cancel.CancelAsync();
                }

                break;
        }
    }

    /// <summary>Where everybody signs in, whether this client has; it is disconnected when that holds no more.</summary>
    private async Task<bool> IsAdmittedAsync(JsonElement? payload)
    {
        if (signIns is null)
        {
            return true;
        }

        try
        {
            live = await signIns.AdmitAsync(opening.HttpContext, payload, CancellationToken.None);
        }
        catch (Npgsql.NpgsqlException)
        {
            await channel.CloseAsync(CloseCode.TryAgainLater, "SP-ACCESS-009 The database cannot be reached; connect again.");
            return false;
        }

        if (live is null)
        {
            await channel.CloseAsync(CloseCode.Forbidden, "SP-ACCESS-002 Forbidden");
            return false;
        }

        live.Over.Register(() => _ = LeaveAsync(() => channel.CloseAsync(CloseCode.Forbidden, "SP-ACCESS-002 Forbidden")));
        return true;
    }

    private async Task SubscribeAsync(string id, JsonElement payload)
    {
        if (running.ContainsKey(id))
        {
            await channel.CloseAsync(CloseCode.IdInUse, $"Subscriber for {id} already exists");
            return;
        }

        var (request, malformed) = RequestReader.FromBody(payload);
        if (request is null)
        {
            await channel.CloseAsync(CloseCode.Invalid, malformed!.Message(Language.English));
            return;
        }

        if (running.Count >= limits.OperationsMax)
        {
            await ErrorAsync(
                id,
                [new("SP-LIMIT-103", $"More than {limits.OperationsMax} operations at a time over one connection. Complete some first.")]
            );
            return;
        }

        if (rates?.Count(opening.HttpContext) is { } tooMany)
        {
            await ErrorAsync(id, [new(tooMany.Key, tooMany.In(BrowserLanguage.OfApi(opening)))]);
            return;
        }

        var cancel = new CancellationTokenSource();
        var started = await operations.StartAsync(request.From(opening), cancel.Token);
        if (!started.TryGet(out var stream))
        {
            cancel.Dispose();
            await ErrorAsync(id, started.Errors);
            return;
        }

        // Entered before it can end, so that it finds itself to remove.
        var entered = new TaskCompletionSource();
        running[id] = (cancel, OperateAsync(id, stream, cancel, entered.Task));
        entered.SetResult();
    }

    private async Task OperateAsync(string id, OperationStream stream, CancellationTokenSource cancel, Task entered)
    {
        await entered;
        // The source of cancellation is left to the collector: the session may cancel an operation that has just ended.
        using (stream)
        {
            // A result that is not taken holds up the close frame too.
            await using var end = stream.Ended.Register(channel.Bound);
            await LeaveAsync(async () =>
            {
                await foreach (var result in stream.ReadAsync(cancel.Token))
                {
                    await channel.SendAsync(SocketMessage.Write("next", id, result));
                }

                if (stream.Reason is { } reason)
                {
                    await channel.CloseAsync(
                        reason == StreamEnd.TooSlow ? CloseCode.TryAgainLater : CloseCode.ServiceFailed,
                        reason == StreamEnd.TooSlow
                            ? "SP-LIMIT-104 Results were taken too slowly; subscribe again."
                            : "SP-HTTP-009 The service failed; subscribe again."
                    );
                }
                else if (running.TryRemove(id, out _))
                {
                    await channel.SendAsync(SocketMessage.Write("complete", id));
                }
            });
        }
    }

    private Task ErrorAsync(string id, ImmutableArray<GraphQLError> errors)
    {
        // The payload of an error is the list that a response has under "errors".
        using var response = JsonDocument.Parse(OperationRunner.Failed(StatusCodes.Status200OK, errors).Body);
        return channel.SendAsync(
            SocketMessage.Write("error", id, JsonSerializer.SerializeToUtf8Bytes(response.RootElement.GetProperty("errors")))
        );
    }

    /// <summary>Runs to the end, or until the client or the operation is gone.</summary>
    private static async Task LeaveAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The reading side of the session tells the rest.
        }
    }
}
