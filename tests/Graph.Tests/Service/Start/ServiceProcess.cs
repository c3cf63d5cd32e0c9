using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>The program as a user runs it: a process with a data folder, an address and an environment of its own.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    // Far more than a start takes; only a start that never ends meets it.
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServiceProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public string Output => string.Join('\n', lines);

    public static ServiceProcess Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SocietyParty.Service.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("ConnectionStrings__Graph");
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var service = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        service.process.Exited += (_, _) => service.ended.TrySetResult();
        service.process.OutputDataReceived += (_, line) => service.Hear(line.Data);
        service.process.ErrorDataReceived += (_, line) => service.Hear(line.Data);
        service.process.Start();
        service.process.BeginOutputReadLine();
        service.process.BeginErrorReadLine();
        return service;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the program says how to stop it: it serves then.</summary>
    public async Task ReadyAsync()
    {
        var first = await Task.WhenAny(ready.Task, ended.Task).WaitAsync(WaitMax);
        first.ShouldBe(ready.Task, $"The program ended before it served:\n{Output}");
    }

    /// <summary>Waits for the end, and gives the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await ended.Task.WaitAsync(WaitMax);
        // Lets the last lines arrive.
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    /// <summary>What Ctrl+C sends.</summary>
    public Task<int> InterruptAsync()
    {
        Kill(process.Id, SignalInterrupt).ShouldBe(0);
        return EndAsync();
    }

    /// <summary>kill -9.</summary>
    public Task<int> KillAsync()
    {
        process.Kill();
        return EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await InterruptAsync();
        }

        process.Dispose();
    }

    private const int SignalInterrupt = 2;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (line.Contains("Ctrl+C", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}
