using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>A WebSocket that says what the test says.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket socket = new();

    public string? SubProtocol => socket.SubProtocol;

    /// <summary>The service's close code and reason, once it has come.</summary>
    public (int Code, string Reason)? Closed { get; private set; }

    public static async Task<SocketClient> ConnectAsync(
        Uri service,
        string? protocol = "graphql-transport-ws",
        string? origin = null,
        string? authorization = null,
        (string Name, string Value)? header = null
    )
    {
        var client = new SocketClient();
        if (protocol is not null)
        {
            client.socket.Options.AddSubProtocol(protocol);
        }

        if (origin is not null)
        {
            client.socket.Options.SetRequestHeader("Origin", origin);
        }

        if (authorization is not null)
        {
            client.socket.Options.SetRequestHeader("Authorization", authorization);
        }

        if (header is var (name, value))
        {
            client.socket.Options.SetRequestHeader(name, value);
        }

        using var late = new CancellationTokenSource(OpenService.Patience);
        await client.socket.ConnectAsync(new UriBuilder(service) { Scheme = "ws", Path = "/graphql" }.Uri, late.Token);
        return client;
    }

    public async Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        using var late = new CancellationTokenSource(OpenService.Patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, late.Token);
    }

    public async Task InitAsync()
    {
        await SendAsync("""{"type":"connection_init"}""");
        (await ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
    }

    /// <summary>Subscribes, and returns when the service listens: messages are taken in order.</summary>
    public async Task SubscribeAsync(string id, string query, object? variables = null)
    {
        await SendAsync(
            JsonSerializer.Serialize(
                new
                {
                    id,
                    type = "subscribe",
                    payload = new { query, variables },
                }
            )
        );
        await SendAsync("""{"type":"ping"}""");
        var answer = await ReceiveAsync();
        answer.GetProperty("type").GetString().ShouldBe("pong", answer.ToString());
    }

    /// <summary>The next message; after a close undefined, and <see cref="Closed"/> is set.</summary>
    public async Task<JsonElement> ReceiveAsync()
    {
        // Each wait is bounded, not the life of the client: a busy machine may take long for many of them.
        using var late = new CancellationTokenSource(OpenService.Patience);
        using var text = new MemoryStream();
        var part = new byte[8_192];
        while (true)
        {
            var received = await socket.ReceiveAsync(part.AsMemory(), late.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                Closed = ((int)socket.CloseStatus!.Value, socket.CloseStatusDescription ?? "");
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, late.Token);
                return default;
            }

            text.Write(part, 0, received.Count);
            if (received.EndOfMessage)
            {
                return JsonSerializer.Deserialize<JsonElement>(text.ToArray());
            }
        }
    }

    /// <summary>The data of the next result of an operation.</summary>
    public async Task<JsonElement> NextAsync(string id)
    {
        var message = await ReceiveAsync();
        message.ValueKind.ShouldBe(JsonValueKind.Object, Closed?.ToString());
        (message.GetProperty("type").GetString(), message.GetProperty("id").GetString()).ShouldBe(("next", id), message.ToString());
        return message.GetProperty("payload");
    }

    /// <summary>Goes without a close frame.</summary>
    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
