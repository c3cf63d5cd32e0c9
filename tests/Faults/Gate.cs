using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace SocietyParty.Faults;

/// <summary>
/// What lies between the service and PostgreSQL: passes bytes on, or cuts the line, or lets it go silent as a cable does that is pulled
/// somewhere in between, of which neither end hears.
/// </summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Line, bool> lines = new();
    private readonly CancellationTokenSource closed = new();
    private readonly int target;
    private volatile bool silent;

    public Gate(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Cuts every line: both ends notice.</summary>
    public void Cut()
    {
        foreach (var line in lines.Keys)
        {
            line.Dispose();
        }
    }

    /// <summary>All lines go silent, also those that are made until <see cref="Speak"/>, and none of them ever speaks again.</summary>
    public void Silence()
    {
        silent = true;
        foreach (var line in lines.Keys)
        {
            line.Silence();
        }
    }

    /// <summary>New lines pass bytes on.</summary>
    public void Speak() => silent = false;

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        listener.Stop();
        Cut();
        closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!closed.IsCancellationRequested)
        {
            Socket client;
            try
            {
                client = await listener.AcceptSocketAsync(closed.Token);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            var line = new Line(client);
            lines[line] = true;
            if (silent)
            {
                line.Silence();
            }

            _ = ServeAsync(line);
        }
    }

    private async Task ServeAsync(Line line)
    {
        try
        {
            await line.RunAsync(target);
        }
        finally
        {
            lines.TryRemove(line, out _);
            line.Dispose();
        }
    }

    private sealed class Line(Socket client) : IDisposable
    {
        private readonly Socket server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        private readonly TaskCompletionSource never = new();
        private volatile bool silent;

        public void Silence() => silent = true;

        public async Task RunAsync(int target)
        {
            try
            {
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, target);
                await Task.WhenAny(PassAsync(client, server), PassAsync(server, client));
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                // The server is gone; the client notices by the end of its own line.
            }
        }

        public void Dispose()
        {
            never.TrySetResult();
            // Without lingering: the other end gets a reset, as of a machine that has gone.
            client.Close(0);
            server.Close(0);
        }

        private async Task PassAsync(Socket from, Socket to)
        {
            var buffer = new byte[32 * 1024];
            try
            {
                while (await from.ReceiveAsync(buffer) is var count and > 0)
                {
                    if (silent)
                    {
                        await never.Task;
                        return;
                    }

                    await to.SendAsync(buffer.AsMemory(0, count));
                }

                if (silent)
                {
                    await never.Task;
                }
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                if (silent)
                {
                    await never.Task;
                }
            }
        }
    }
}
