using Microsoft.Extensions.Primitives;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>Who may open a connection that stays open, and how many there are.</summary>
internal sealed class OpenConnections(ServiceOptions options)
{
    private readonly HashSet<string> allowed = new(
        options.Switches.AllowedOrigins.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        StringComparer.OrdinalIgnoreCase
    );

    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Null where the connection is counted in, and must be counted out; else why it is refused.</summary>
    public MalformedRequest? TryEnter(HttpRequest request)
    {
        // A page of another site can open a WebSocket or an EventSource with this site's cookies and without a preflight. Who sends no
        // Origin is no browser.
        if (!StringValues.IsNullOrEmpty(request.Headers.Origin) && !IsAllowed(request.Headers.Origin.ToString(), request.Host.Value ?? ""))
        {
            return new(
                StatusCodes.Status403Forbidden,
                new Sentence("SP-HTTP-008.Origin", [("setting", "Switches__AllowedOrigins=https://example.org")])
            );
        }

        if (Interlocked.Increment(ref count) <= options.Transport.ConnectionsMax)
        {
            return null;
        }

        Leave();
        return new(StatusCodes.Status503ServiceUnavailable, new Sentence("SP-LIMIT-102", []));
    }

    public void Leave() => Interlocked.Decrement(ref count);

    private bool IsAllowed(string origin, string host) =>
        allowed.Contains(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, host, StringComparison.OrdinalIgnoreCase));
}
