using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocietyParty.Bench.Load;

/// <summary>One connection with one request at a time, from the first request to the end of the measured time.</summary>
internal sealed class LoadWorker(byte[][] requests, int first, int port)
{
    private const int BufferBytes = 256 * 1024;

    private readonly List<long> ticks = [];

    /// <summary>Times of the answers with data, in ticks of <see cref="Stopwatch"/>.</summary>
    public IReadOnlyList<long> Ticks => ticks;

    public long Failures { get; private set; }

    public string? FirstFailure { get; private set; }

    public long Bytes { get; private set; }

    /// <param name="from">Timestamp from which answers count.</param>
    /// <param name="to">Timestamp of the end; the answer that is then outstanding does not count.</param>
    public async Task RunAsync(long from, long to)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[BufferBytes];
        var answer = new AnswerReader();
        for (var next = first; ; next++)
        {
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[next % requests.Length]);
            answer.Reset();
            long bytes = 0;
            bool isComplete;
            do
            {
                var count = await socket.ReceiveAsync(buffer);
                if (count == 0)
                {
                    throw new BenchException("SP-BENCH-401", "The peer closed a connection.");
                }

                bytes += count;
                isComplete = answer.Add(buffer.AsSpan(0, count));
            } while (!isComplete);

            var now = Stopwatch.GetTimestamp();
            if (now > to)
            {
                return;
            }

            if (now >= from)
            {
                Count(answer, now - sent, bytes);
            }
        }
    }

    private void Count(AnswerReader answer, long time, long bytes)
    {
        Bytes += bytes;
        if (answer.HasData)
        {
            ticks.Add(time);
            return;
        }

        Failures++;
        FirstFailure ??= Encoding.UTF8.GetString(answer.Beginning);
    }
}
