namespace SocietyParty.Service.Options;

/// <summary>Connections that stay open, and several operations in one request.</summary>
/// <param name="InitMs">Milliseconds within which a WebSocket must send <c>connection_init</c>.</param>
/// <param name="ConnectionsMax">WebSockets and event streams open at the same time.</param>
/// <param name="OperationsMax">Operations of one WebSocket at the same time.</param>
/// <param name="MessageBytesMax">Bytes of one message from a WebSocket.</param>
/// <param name="EventsBufferedMax">Results that wait for one subscriber; one more, and it is closed as too slow.</param>
/// <param name="EventsPendingMax">Events that wait for their statement; one more, and they become one that stands for many.</param>
/// <param name="EventStatementsMax">Statements for events that run at the same time; a queue forms behind them.</param>
/// <param name="HeartbeatMs">Milliseconds between two signs of life on a connection that has nothing to say.</param>
/// <param name="CloseMs">Milliseconds that a client has to take the rest and the reason of a close.</param>
/// <param name="BatchMax">Items of a batch.</param>
public sealed record TransportLimits(
    int InitMs = 10_000,
    int ConnectionsMax = 1_000,
    int OperationsMax = 50,
    int MessageBytesMax = 1_000_000,
    int EventsBufferedMax = 32,
    int EventsPendingMax = 100,
    int EventStatementsMax = 4,
    int HeartbeatMs = 12_000,
    int CloseMs = 5_000,
    int BatchMax = 10
);
