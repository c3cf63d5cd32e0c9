using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>The program as a user runs it: a process with a data folder, an address and an environment of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    // Far more than a start takes; only a start that never ends meets it.
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private event Action<string>? Heard;

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
        // English, whatever the machine of the tests speaks.
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var service = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        service.process.Exited += (_, _) => service.ended.TrySetResult();
        service.process.OutputDataReceived += (_, line) => service.Hear(line.Data);
        service.process.ErrorDataReceived += (_, line) => service.Hear(line.Data);
        HearInterrupts(service.process.Start);
        service.process.BeginOutputReadLine();
        service.process.BeginErrorReadLine();
        return service;
    }

    /// <summary>What <c>--urls</c> is given: a port that the system chooses when the program takes it, so that nobody else can.</summary>
    public const string AnyAddress = "http://127.0.0.1:0";

    /// <summary>Where the program says that it serves; to be asked when it is ready.</summary>
    public string Address =>
        StartPage().Match(Output) is { Success: true } told
            ? told.Groups[1].Value
            : throw new InvalidOperationException($"The program told no address:\n{Output}");

    /// <summary>Waits until the program says how to stop it: it serves then.</summary>
    public async Task ReadyAsync()
    {
        var first = await Task.WhenAny(ready.Task, ended.Task).WaitAsync(WaitMax);
        first.ShouldBe(ready.Task, $"The program ended before it served:\n{Output}");
    }

    /// <summary>Waits until the program has said this: what it writes may come after the answer that it is about.</summary>
    public async Task SaysAsync(string text)
    {
        var said = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(string line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                said.TrySetResult();
            }
        }

        Heard += Look;
        foreach (var line in lines)
        {
            Look(line);
        }

        await said.Task.WaitAsync(WaitMax);
        Heard -= Look;
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

    [GeneratedRegex(@"Start page: +(http://[0-9.:]+)/")]
    private static partial Regex StartPage();

    private const int SignalInterrupt = 2;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr Signal(int signal, IntPtr handler);

    /// <summary>
    /// A shell starts what runs in its background with Ctrl+C ignored, and so would every process from there on: the program would never
    /// hear of it.
    /// </summary>
    private static void HearInterrupts(Func<bool> start)
    {
        const int Default = 0;
        const int Ignored = 1;
        var before = Signal(SignalInterrupt, Default);
        if (before != Ignored)
        {
            Signal(SignalInterrupt, before);
            start();
            return;
        }

        try
        {
            start();
        }
        finally
        {
            Signal(SignalInterrupt, Ignored);
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        Heard?.Invoke(line);
        if (line.Contains("Ctrl+C", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}
