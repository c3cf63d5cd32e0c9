using System.Net;
using System.Net.Sockets;

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
    public static string? Problem(string urls)
    {
        var all = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (all.Length == 0)
        {
            return $"SP-START-020 --urls names no address. Write one such as {Example}.";
        }

        // Kept open until all are looked at, so that two of the same are found.
        var bound = new List<Socket>();
        try
        {
            return all.Select(
                    (url, i) => all.Take(i).Contains(url) ? $"SP-START-020 --urls names {url} twice. Leave one out." : Problem(url, bound)
                )
                .FirstOrDefault(problem => problem is not null);
        }
        finally
        {
            bound.ForEach(socket => socket.Dispose());
        }
    }

    private static string? Problem(string url, List<Socket> bound)
    {
        if (Parse(url) is not { } address || address.Scheme is not ("http" or "https") || address.PathBase.Length > 0)
        {
            return $"SP-START-020 {url} is no address to serve on. Write it as {Example}, without a path; "
                + "several are separated by semicolons.";
        }

        if (address.Scheme == "https")
        {
            return $"SP-START-021 {url} needs a certificate, and this service holds none. Serve on {Example}, and let a reverse proxy with "
                + "the certificate pass requests on to it.";
        }

        // The system says what is wrong with a socket's file.
        if (address.IsUnixPipe || address.IsNamedPipe)
        {
            return null;
        }

        if (address.Port is < 0 or > IPEndPoint.MaxPort)
        {
            return $"SP-START-020 {url} has no port from 0 to {IPEndPoint.MaxPort}. Write it as {Example}.";
        }

        var isLocalhost = address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase);
        if (isLocalhost && address.Port == 0)
        {
            return $"SP-START-020 {url} means two addresses, which cannot both get the same free port. Write http://127.0.0.1:0.";
        }

        return isLocalhost ? ProblemOfLocalhost(url, address.Port, bound)
            : address.Host is "*" or "+" ? ProblemOfAll(url, address.Port, bound)
            : IPAddress.TryParse(address.Host, out var ip) ? Tell(Bind(new IPEndPoint(ip, address.Port), bound), url, address.Port)
            // Kestrel takes any name for all addresses of the machine, which nobody means who writes one.
            : $"SP-START-023 {address.Host} is a name; a service listens on addresses. Give an address of this machine, such as {Example}, "
                + $"or http://*:{address.Port} for all of them.";
    }

    /// <summary>What a failure to listen means, and what to do; null for success.</summary>
    internal static string? Tell(SocketError error, string url, int port) =>
        error switch
        {
            SocketError.Success => null,
            SocketError.AddressAlreadyInUse =>
                $"SP-START-001 {url} is in use by another program. Choose another address with --urls, or stop the other program.",
            SocketError.AccessDenied when port < FirstFreePort =>
                $"SP-START-022 {url}: the system keeps ports below {FirstFreePort} to itself. Choose another one with --urls, "
                    + $"such as {Example}, or let a reverse proxy listen there.",
            SocketError.AddressNotAvailable =>
                $"SP-START-023 {url} is no address of this machine. Use {Example}, or http://*:{port} for all addresses of this machine.",
            _ => $"SP-START-024 The service cannot listen on {url}: {new SocketException((int)error).Message}. "
                + "Choose another address with --urls.",
        };

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
    private static string? ProblemOfLocalhost(string url, int port, List<Socket> bound)
    {
        var (four, six) = (
            Bind(new IPEndPoint(IPAddress.Loopback, port), bound),
            Bind(new IPEndPoint(IPAddress.IPv6Loopback, port), bound)
        );
        var taken = four == SocketError.AddressAlreadyInUse || six == SocketError.AddressAlreadyInUse;
        return taken ? Tell(SocketError.AddressAlreadyInUse, url, port)
            : four == SocketError.Success || six == SocketError.Success ? null
            : Tell(four, url, port);
    }

    /// <summary>All addresses of both families, or those of the one that the machine has.</summary>
    private static string? ProblemOfAll(string url, int port, List<Socket> bound)
    {
        var six = Bind(new IPEndPoint(IPAddress.IPv6Any, port), bound);
        return six is SocketError.Success or SocketError.AddressAlreadyInUse or SocketError.AccessDenied
            ? Tell(six, url, port)
            : Tell(Bind(new IPEndPoint(IPAddress.Any, port), bound), url, port);
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
