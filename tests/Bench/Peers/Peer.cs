using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Peers;

/// <summary>A program under measurement: its own process on a port of its own.</summary>
internal abstract class Peer(string name) : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<string> output = new();
    private Process? process;

    public string Name => name;

    public int Port { get; } = FreePort();

    public int ProcessId => process!.Id;

    /// <summary>What goes before the version into the report's head.</summary>
    public virtual string Description => name;

    public abstract bool CanAnswer(BenchQuery query);

    /// <summary>Path and body of a request.</summary>
    public abstract (string Path, byte[] Body) Request(BenchQuery query, Sample sample);

    /// <summary>Starts the program and waits until it listens.</summary>
    /// <exception cref="BenchException">It ended, or does not listen in time.</exception>
    public async Task StartAsync(CancellationToken ct)
    {
        var start = StartInfo();
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var watch = Stopwatch.StartNew();
        while (!await ListensAsync(ct))
        {
            if (process.HasExited || watch.Elapsed > StartTimeMax)
            {
                throw new BenchException("SP-BENCH-301", $"{name} does not serve. It said:\n{string.Join('\n', output.TakeLast(20))}");
            }

            await Task.Delay(Pause, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
        {
            return;
        }

        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    protected abstract ProcessStartInfo StartInfo();

    protected static ProcessStartInfo DotNet(string assembly, params IEnumerable<string> arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]);

    private async Task<bool> ListensAsync(CancellationToken ct)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, ct);
            return true;
        }
        catch (SocketException)
        {
            // Not yet.
            return false;
        }
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            output.Enqueue(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return int.Parse(listener.LocalEndpoint.ToString()!.Split(':')[^1], CultureInfo.InvariantCulture);
    }
}
