using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>
/// Stands before a server and drops what a session is opened with, as PgBouncer does with <c>ignore_startup_parameters = options</c>; all
/// else is passed on.
/// </summary>
internal sealed class PoolProxy : IAsyncDisposable
{
    private const int Protocol3 = 196_608;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly string host;
    private readonly int port;
    private readonly Task accepting;

    /// <param name="connection">Of the server.</param>
    public PoolProxy(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        (host, port) = (server.Host!, server.Port);
        listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connection)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
        accepting = AcceptAsync();
    }

    /// <summary>The same database by this way.</summary>
    public string ConnectionString { get; }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await accepting;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
            {
                passing.Add(PassAsync(await listener.AcceptTcpClientAsync(stopping.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(passing);
        }
    }

    private async Task PassAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(host, port, stopping.Token);
            await using var asks = client.GetStream();
            await using var answers = server.GetStream();
            await answers.WriteAsync(await StartAsync(asks), stopping.Token);
            // Whoever ends first ends the other.
            await await Task.WhenAny(asks.CopyToAsync(answers, stopping.Token), answers.CopyToAsync(asks, stopping.Token));
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
        {
            // A session that is broken off is one that has ended.
        }
    }

    /// <summary>The first message of a session without its options; any other, such as one that cancels, as it came.</summary>
    private async Task<byte[]> StartAsync(NetworkStream asks)
    {
        var head = new byte[8];
        await asks.ReadExactlyAsync(head, stopping.Token);
        var rest = new byte[BinaryPrimitives.ReadInt32BigEndian(head) - head.Length];
        await asks.ReadExactlyAsync(rest, stopping.Token);
        if (BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)) != Protocol3)
        {
            return [.. head, .. rest];
        }

        var words = Encoding.UTF8.GetString(rest).TrimEnd('\0').Split('\0');
        var kept = words.Chunk(2).Where(pair => pair[0] != "options").SelectMany(pair => pair);
        byte[] body = [.. Encoding.UTF8.GetBytes(string.Concat(kept.Select(word => $"{word}\0"))), 0];
        BinaryPrimitives.WriteInt32BigEndian(head, head.Length + body.Length);
        return [.. head, .. body];
    }
}
