using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>The service's end of a WebSocket without a network: the test is the client.</summary>
internal sealed class ScriptedSocket : WebSocket
{
    private readonly Channel<byte[]> said = Channel.CreateUnbounded<byte[]>();
    private readonly Channel<byte[]> heard = Channel.CreateUnbounded<byte[]>();

    /// <summary>What the service sent.</summary>
    public ChannelReader<byte[]> Heard => heard.Reader;

    /// <summary>With which the service closed; null while it did not.</summary>
    public WebSocketCloseStatus? Code { get; private set; }

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => Code is null ? WebSocketState.Open : WebSocketState.CloseSent;

    public override string? SubProtocol => null;

    /// <summary>A message of the client, of at most 4,096 bytes.</summary>
    public void Say(string message) => said.Writer.TryWrite(Encoding.UTF8.GetBytes(message));

    /// <summary>The client closes.</summary>
    public void Leave() => said.Writer.Complete();

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        if (!await said.Reader.WaitToReadAsync(cancellationToken) || !said.Reader.TryRead(out var message))
        {
            return new WebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true);
        }

        message.CopyTo(buffer.AsSpan());
        return new WebSocketReceiveResult(message.Length, WebSocketMessageType.Text, endOfMessage: true);
    }

    public override Task SendAsync(
        ArraySegment<byte> buffer,
        WebSocketMessageType messageType,
        bool endOfMessage,
        CancellationToken cancellationToken
    ) => heard.Writer.WriteAsync(buffer.ToArray(), cancellationToken).AsTask();

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        Code = closeStatus;
        return Task.CompletedTask;
    }

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override void Abort() => said.Writer.TryComplete();

    public override void Dispose() => Abort();
}
