using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocietyParty.Bench.Events;

/// <summary>Many clients that listen to event streams over sockets of their own, and notice a text that an event brings.</summary>
internal sealed class SubscriberList : IDisposable
{
    private const int ReadBytes = 4_096;
    private const int AtOnce = 50;

    private readonly List<Socket> sockets = [];
    private byte[] wanted = [];
    private long[] seen = [];
    private int missing;
    private TaskCompletionSource? all;

    /// <summary>Returns when every client has the headers of its stream: what is committed from now on is for all.</summary>
    public async Task OpenAsync(int count, int port, string path, byte[] body, CancellationToken ct)
    {
        var request = Encoding
            .ASCII.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nAccept: text/event-stream\r\n"
                        + $"Content-Length: {body.Length}\r\n\r\n"
                )
            )
            .Concat(body)
            .ToArray();
        seen = new long[count];
        while (sockets.Count < count)
        {
            var opened = await Task.WhenAll(
                Enumerable.Range(0, Math.Min(AtOnce, count - sockets.Count)).Select(_ => OpenAsync(port, request, ct))
            );
            foreach (var socket in opened)
            {
                sockets.Add(socket);
            }
        }

        for (var i = 0; i < count; i++)
        {
            _ = ReadAsync(sockets[i], i);
        }
    }

    /// <summary>From now on the clients wait for a text.</summary>
    public void Expect(string text)
    {
        wanted = Encoding.UTF8.GetBytes(text);
        Array.Clear(seen);
        all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref missing, sockets.Count);
    }

    /// <summary>When each client had it, in milliseconds after a moment, in order.</summary>
    /// <exception cref="BenchException">Not everybody got it.</exception>
    public async Task<double[]> SeenAsync(long since, CancellationToken ct)
    {
        if (await Task.WhenAny(all!.Task, Task.Delay(TimeSpan.FromSeconds(30), ct)) != all.Task)
        {
            ct.ThrowIfCancellationRequested();
            throw new BenchException("SP-BENCH-512", $"{missing} of {sockets.Count} subscribers did not get an event.");
        }

        return [.. seen.Select(at => Stopwatch.GetElapsedTime(since, at).TotalMilliseconds).Order()];
    }

    public void Dispose() => sockets.ForEach(socket => socket.Dispose());

    private static async Task<Socket> OpenAsync(int port, byte[] request, CancellationToken ct)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, ct);
        await socket.SendAsync(request, ct);
        var head = new byte[ReadBytes];
        var count = await socket.ReceiveAsync(head, ct);
        return Encoding.ASCII.GetString(head, 0, count).StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
            ? socket
            : throw new BenchException("SP-BENCH-511", $"A stream was refused: {Encoding.UTF8.GetString(head, 0, count)}");
    }

    private async Task ReadAsync(Socket socket, int number)
    {
        var buffer = new byte[ReadBytes];
        var kept = 0;
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(kept)) is var count and > 0)
            {
                kept += count;
                if (wanted.Length > 0 && buffer.AsSpan(0, kept).IndexOf(wanted) >= 0)
                {
                    seen[number] = Stopwatch.GetTimestamp();
                    kept = 0;
                    if (Interlocked.Decrement(ref missing) == 0)
                    {
                        all!.TrySetResult();
                    }
                }
                else if (kept > ReadBytes / 2)
                {
                    // An event may come in two parts: what could be its beginning stays.
                    buffer.AsSpan(kept - wanted.Length, wanted.Length).CopyTo(buffer);
                    kept = wanted.Length;
                }
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The measurement is over, or the others wait in vain for this one and say so.
        }
    }
}
