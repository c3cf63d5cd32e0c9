using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;

namespace SocietyParty.Graph.Tests.Etl;

/// <summary>The loader as a user runs it: a process whose lines a test waits for, and that it interrupts or kills.</summary>
internal sealed class EtlProcess : IAsyncDisposable
{
    // Only what never happens meets it.
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder all = new();

    private EtlProcess(Process process) => this.process = process;

    public string Output
    {
        get
        {
            lock (all)
            {
                return all.ToString();
            }
        }
    }

    public static EtlProcess Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    public static EtlProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "exec",
                "--runtimeconfig",
                Beside("SocietyParty.Service.runtimeconfig.json"),
                "--depsfile",
                Beside("SocietyParty.Graph.Tests.deps.json"),
                Beside("SocietyParty.Etl.dll"),
                .. arguments,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // English, whatever the machine of the tests speaks.
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var etl = new EtlProcess(new Process { StartInfo = start });
        etl.process.OutputDataReceived += (_, line) => etl.Hear(line.Data);
        etl.process.ErrorDataReceived += (_, line) => etl.Hear(line.Data);
        etl.process.Start();
        etl.process.BeginOutputReadLine();
        etl.process.BeginErrorReadLine();
        return etl;
    }

    /// <summary>Waits for a line with this text, of either output.</summary>
    public async Task<string> LineAsync(string text)
    {
        using var wait = new CancellationTokenSource(WaitMax);
        try
        {
            while (true)
            {
                var line = await lines.Reader.ReadAsync(wait.Token);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return line;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"No line with \"{text}\":\n{Output}");
        }
    }

    /// <summary>What a service manager sends to stop it; returns the exit code.</summary>
    public Task<int> TerminateAsync()
    {
        const int SignalTerminate = 15;
        Kill(process.Id, SignalTerminate).ShouldBe(0);
        return EndAsync();
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    public async Task<int> EndAsync()
    {
        using var wait = new CancellationTokenSource(WaitMax);
        await process.WaitForExitAsync(wait.Token);
        return process.ExitCode;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (all)
        {
            all.AppendLine(line);
        }

        lines.Writer.TryWrite(line);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
