using System.Buffers;
using System.Net.WebSockets;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>Whole messages over a WebSocket, one writer at a time, and an end within a bounded time.</summary>
internal sealed class SocketChannel(WebSocket socket, TransportLimits limits, CancellationToken left) : IDisposable
{
    private readonly SemaphoreSlim writing = new(1);
    private readonly CancellationTokenSource abort = CancellationTokenSource.CreateLinkedTokenSource(left);
    private int isClosing;

    /// <summary>The next message; null when the connection ended, or when it was closed for what came.</summary>
    public async Task<byte[]?> ReceiveAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(4_096), abort.Token);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            message.Advance(part.Count);
            // What comes after a close is read away until the client has answered it.
            if (isClosing != 0)
            {
                message.ResetWrittenCount();
            }
            else if (part.MessageType == WebSocketMessageType.Binary)
            {
                await CloseAsync(CloseCode.Invalid, "Messages must be texts.");
            }
            else if (message.WrittenCount > limits.MessageBytesMax)
            {
                await CloseAsync((int)WebSocketCloseStatus.MessageTooBig, $"A message has more than {limits.MessageBytesMax} bytes.");
            }
            else if (part.EndOfMessage)
            {
                return message.WrittenSpan.ToArray();
            }
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await writing.WaitAsync(abort.Token);
        try
        {
            if (isClosing == 0)
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, abort.Token);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Whether the client left, or was disconnected.</summary>
    public bool IsBroken => abort.IsCancellationRequested;

    /// <summary>From now on the client has <see cref="TransportLimits.CloseMs"/> to take what waits.</summary>
    public void Bound() => abort.CancelAfter(limits.CloseMs);

    /// <summary>
    /// Sends a close frame, once. A client that reads neither the rest nor the frame is disconnected after <see
    /// cref="TransportLimits.CloseMs"/>.
    /// </summary>
    public async Task CloseAsync(int code, string reason)
    {
        if (Interlocked.Exchange(ref isClosing, 1) != 0)
        {
            return;
        }

        Bound();
        await writing.WaitAsync(abort.Token);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, SocketMessage.Reason(reason), abort.Token);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose()
    {
        writing.Dispose();
        abort.Dispose();
    }
}

/// <summary>Why a WebSocket is closed: the protocol's codes, and two of RFC 6455's registry.</summary>
internal static class CloseCode
{
    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int ServiceFailed = 1011;

    /// <summary>For a slow consumer: npm's client connects and subscribes again after it, which it does not after 4429.</summary>
    public const int TryAgainLater = 1013;
    public const int Invalid = 4400;
    public const int NotInitialised = 4401;

    /// <summary>Who asks may not, or may no more. npm's client comes again after it, with a new token if it has one.</summary>
    public const int Forbidden = 4403;
    public const int SubprotocolUnknown = 4406;
    public const int InitialisationLate = 4408;
    public const int IdInUse = 4409;
    public const int InitialisedTwice = 4429;
}
