using SocietyParty.GraphQL.Language;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>WebSockets at <c>/graphql</c>, protocol graphql-transport-ws.</summary>
internal sealed class SocketEndpoint(
    OperationStarter operations, OpenConnections connections, TransportOptions options, IHostApplicationLifetime lifetime)
{
    private const string Protocol = "graphql-transport-ws";

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
            using var channel = new SocketChannel(socket, options, context.RequestAborted);
            if (!speaks)
                await channel.CloseAsync(CloseCode.SubprotocolUnknown, $"Subprotocol not acceptable, use {Protocol}");
            await new SocketSession(channel, operations, options).RunAsync(lifetime.ApplicationStopping);
        }
        finally
        {
            connections.Leave();
        }
    }
}
