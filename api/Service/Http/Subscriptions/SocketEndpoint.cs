using SocietyParty.Service.Http.Edge;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>WebSockets at <c>/graphql</c>, protocol graphql-transport-ws.</summary>
internal sealed class SocketEndpoint(
    OperationStarter operations,
    OpenConnections connections,
    TransportLimits limits,
    IHostApplicationLifetime lifetime,
    LiveSignIns? signIns = null,
    RateGate? rates = null
)
{
    /// <summary>The subprotocol that clients name.</summary>
    public const string Protocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext context)
    {
        if (connections.TryEnter(context.Request) is { } refused)
        {
            await EventStreamEndpoint.RefuseAsync(context, refused);
            return;
        }

        try
        {
            var speaks = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
            using var socket = await context.WebSockets.AcceptWebSocketAsync(speaks ? Protocol : null);
            using var channel = new SocketChannel(socket, limits, context.RequestAborted);
            if (!speaks)
            {
                await channel.CloseAsync(CloseCode.SubprotocolUnknown, $"Subprotocol not acceptable, use {Protocol}");
            }

            await new SocketSession(channel, context.Request, operations, limits, TimeProvider.System, signIns, rates).RunAsync(
                lifetime.ApplicationStopping
            );
            // What still waits for a client that takes nothing goes with its connection.
            if (channel.IsBroken)
            {
                context.Abort();
            }
        }
        finally
        {
            connections.Leave();
        }
    }
}
