using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SocietyParty.Etl.Output;

namespace SocietyParty.Service.Start;

/// <summary>
/// The addresses of <c>--urls</c>, looked at before anything is made: read as Kestrel reads them, and each bound once. Between this
/// look and the service's own start another program can still take an address; the start reports it then.
/// </summary>
internal static class Addresses
{
    private const string Example = "http://127.0.0.1:5080";
    private const int FirstFreePort = 1024;

    /// <summary>The first thing that is wrong, for a person; null where the service can listen on all of them.</summary>
    public static string? Problem(string urls, Words words)
    {
        var all = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (all.Length == 0)
        {
            return words.Coded("SP-START-020.None", ("example", Example));
        }

        // Kept open until all are looked at, so that two of the same are found.
        var bound = new List<Socket>();
        try
        {
            return all.Select(
                    (url, i) => all.Take(i).Contains(url) ? words.Coded("SP-START-020.Twice", ("url", url)) : Problem(url, bound, words)
                )
                .FirstOrDefault(problem => problem is not null);
        }
        finally
        {
            bound.ForEach(socket => socket.Dispose());
        }
    }

    /// <summary>
    /// The first address at which others than this machine reach a service in which nobody signs in; null where there is none.
    /// </summary>
    public static string? Beyond(string urls) =>
        urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(url =>
                Parse(url) is not { } address
                || !(
                    address.IsUnixPipe
                    || address.IsNamedPipe
                    || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                    || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip))
                )
            );

    private static string? Problem(string url, List<Socket> bound, Words words)
    {
        if (Parse(url) is not { } address || address.Scheme is not ("http" or "https") || address.PathBase.Length > 0)
        {
            return words.Coded("SP-START-020.NoAddress", ("url", url), ("example", Example));
        }

        if (address.Scheme == "https")
        {
            return words.Coded("SP-START-021", ("url", url), ("example", Example));
        }

        // The system says what is wrong with a socket's file.
        if (address.IsUnixPipe || address.IsNamedPipe)
        {
            return null;
        }

        if (address.Port is < 0 or > IPEndPoint.MaxPort)
        {
            return words.Coded("SP-START-020.Port", ("url", url), ("max", IPEndPoint.MaxPort), ("example", Example));
        }

        var isLocalhost = address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        if (isLocalhost && address.Port == 0)
        {
            return words.Coded("SP-START-020.FreePort", ("url", url), ("example", "http://127.0.0.1:0"));
        }

        return isLocalhost ? ProblemOfLocalhost(url, address.Port, bound, words)
            : address.Host is "*" or "+" ? ProblemOfAll(url, address.Port, bound, words)
            : IPAddress.TryParse(address.Host, out var ip) ? Tell(Bind(new IPEndPoint(ip, address.Port), bound), url, address.Port, words)
            // Kestrel takes any name for all addresses of the machine, which nobody means who writes one.
            : words.Coded("SP-START-023.Name", ("host", address.Host), ("example", Example), ("all", All(address.Port)));
    }

    /// <summary>What a failure to listen means, and what to do; null for success.</summary>
    internal static string? Tell(SocketError error, string url, int port, Words words) =>
        error switch
        {
            SocketError.Success => null,
            SocketError.AddressAlreadyInUse => words.Coded("SP-START-001", ("url", url)),
            SocketError.AccessDenied when port < FirstFreePort => words.Coded(
                "SP-START-022",
                ("url", url),
                ("first", FirstFreePort),
                ("example", Example)
            ),
            SocketError.AddressNotAvailable => words.Coded("SP-START-023.NotHere", ("url", url), ("example", Example), ("all", All(port))),
            _ => words.Coded("SP-START-024", ("url", url), ("reason", new SocketException((int)error).Message)),
        };

    private static string All(int port) => string.Create(CultureInfo.InvariantCulture, $"http://*:{port}");

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Both loopback addresses, one of which the machine may not have.</summary>
    private static string? ProblemOfLocalhost(string url, int port, List<Socket> bound, Words words)
    {
        var (four, six) = (
            Bind(new IPEndPoint(IPAddress.Loopback, port), bound),
            Bind(new IPEndPoint(IPAddress.IPv6Loopback, port), bound)
        );
        var taken = four == SocketError.AddressAlreadyInUse || six == SocketError.AddressAlreadyInUse;
        return taken ? Tell(SocketError.AddressAlreadyInUse, url, port, words)
            : four == SocketError.Success || six == SocketError.Success ? null
            : Tell(four, url, port, words);
    }

    /// <summary>All addresses of both families, or those of the one that the machine has.</summary>
    private static string? ProblemOfAll(string url, int port, List<Socket> bound, Words words)
    {
        var six = Bind(new IPEndPoint(IPAddress.IPv6Any, port), bound);
        return six is SocketError.Success or SocketError.AddressAlreadyInUse or SocketError.AccessDenied
            ? Tell(six, url, port, words)
            : Tell(Bind(new IPEndPoint(IPAddress.Any, port), bound), url, port, words);
    }

    private static SocketError Bind(IPEndPoint place, List<Socket> bound)
    {
        try
        {
            var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            bound.Add(socket);
            if (place.Address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(place);
            // An address that others only listen on is refused here, not above.
            socket.Listen();
            return SocketError.Success;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode;
        }
    }
}
