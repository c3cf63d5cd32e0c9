using System.Net;
using System.Net.Sockets;

namespace SocietyParty.Graph.Tests.Service.Health;

/// <summary>A PostgreSQL server that can stop, hang and come back: an address before the real one.</summary>
internal sealed class BreakableServer(int server) : IAsyncDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly List<TcpClient> open = [];
    private TcpListener? listener;
    private bool isHanging;

    public int Port { get; private set; }

    public BreakableServer Start()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
        return this;
    }

    /// <summary>Refuses connections, and breaks off those that are open.</summary>
    public void Stop()
    {
        listener?.Stop();
        lock (open)
        {
            open.ForEach(client => client.Dispose());
            open.Clear();
        }
    }

    /// <summary>Takes connections and says nothing.</summary>
    public void Hang() => isHanging = true;

    public void Recover() => isHanging = false;

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        Stop();
        over.Dispose();
    }

    private async Task AcceptAsync(TcpListener current)
    {
        try
        {
            while (true)
            {
                var client = Kept(await current.AcceptTcpClientAsync(over.Token));
                if (!isHanging)
                {
                    _ = ForwardAsync(client);
                }
            }
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ForwardAsync(TcpClient client)
    {
        try
        {
            var real = Kept(new TcpClient());
            await real.ConnectAsync(IPAddress.Loopback, server, over.Token);
            var there = client.GetStream().CopyToAsync(real.GetStream(), over.Token);
            var back = real.GetStream().CopyToAsync(client.GetStream(), over.Token);
            await Task.WhenAny(there, back);
            client.Dispose();
            real.Dispose();
            await Task.WhenAll(there, back);
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Broken off by one side.
        }
    }

    private TcpClient Kept(TcpClient client)
    {
        lock (open)
        {
            open.Add(client);
        }

        return client;
    }
}
