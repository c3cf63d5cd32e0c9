namespace SocietyParty.Service.Http;

/// <summary>
/// Connections that stay open, and several operations in one request. Each is an option of the same name:
/// <c>Transport__BatchMax=20</c> in the environment.
/// </summary>
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
/// <param name="RequestBatching">Whether a body may be an array of requests.</param>
/// <param name="VariableBatching">Whether <c>variables</c> may be an array, each item an execution of its own.</param>
/// <param name="AllowedOrigins">Origins besides the service's own whose pages may open connections, parted by semicolons.</param>
public sealed record TransportOptions(
    int InitMs = 10_000,
    int ConnectionsMax = 1_000,
    int OperationsMax = 50,
    int MessageBytesMax = 1_000_000,
    int EventsBufferedMax = 32,
    int EventsPendingMax = 100,
    int EventStatementsMax = 4,
    int HeartbeatMs = 12_000,
    int CloseMs = 5_000,
    int BatchMax = 10,
    bool RequestBatching = false,
    bool VariableBatching = false,
    string AllowedOrigins = "")
{
    private const string Section = "Transport";

    /// <summary>What the configuration says, the defaults where it says nothing.</summary>
    /// <exception cref="OptionsException">A value is not of its option's type, or a number is not positive.</exception>
    public static TransportOptions From(IConfiguration configuration)
    {
        var defaults = new TransportOptions();
        int Number(string name, int fallback) => configuration[$"{Section}:{name}"] is not { Length: > 0 } text ? fallback
            : int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number
            : throw Wrong(name, text, "a whole number above 0");
        bool Switch(string name) => configuration[$"{Section}:{name}"] is { Length: > 0 } text
            && (bool.TryParse(text, out var isOn) ? isOn : throw Wrong(name, text, "true or false"));

        return new(
            Number(nameof(InitMs), defaults.InitMs),
            Number(nameof(ConnectionsMax), defaults.ConnectionsMax),
            Number(nameof(OperationsMax), defaults.OperationsMax),
            Number(nameof(MessageBytesMax), defaults.MessageBytesMax),
            Number(nameof(EventsBufferedMax), defaults.EventsBufferedMax),
            Number(nameof(EventsPendingMax), defaults.EventsPendingMax),
            Number(nameof(EventStatementsMax), defaults.EventStatementsMax),
            Number(nameof(HeartbeatMs), defaults.HeartbeatMs),
            Number(nameof(CloseMs), defaults.CloseMs),
            Number(nameof(BatchMax), defaults.BatchMax),
            Switch(nameof(RequestBatching)),
            Switch(nameof(VariableBatching)),
            configuration[$"{Section}:{nameof(AllowedOrigins)}"] ?? "");
    }

    private static OptionsException Wrong(string name, string text, string expected) =>
        new("SP-START-003", $"{Section}__{name} is \"{text}\", but must be {expected}.");
}
