using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SocietyParty.Schema.Database;

/// <summary>A finished program: its exit code and everything it printed, both streams together.</summary>
internal sealed record ChildResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;
}

/// <summary>Runs one program to its end.</summary>
internal static class ChildProcess
{
    /// <summary>What a shell answers for a program that is not there.</summary>
    public const int NotFoundExitCode = 127;

    /// <param name="capture">False where a surviving grandchild would hold the pipe open for ever (pg_ctl start on Windows).</param>
    public static async Task<ChildResult> RunAsync(
        string file,
        IEnumerable<string> arguments,
        string? workingFolder = null,
        bool capture = true,
        CancellationToken ct = default
    )
    {
        var start = new ProcessStartInfo(file)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = capture,
            RedirectStandardError = capture,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        IsolateEnvironment(start.Environment);

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Collect;
        process.ErrorDataReceived += Collect;
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            return new ChildResult(NotFoundExitCode, $"{file}: {failure.Message}");
        }

        process.StandardInput.Close();
        if (capture)
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ChildResult(process.ExitCode, output.ToString());

        void Collect(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is null)
            {
                return;
            }

            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }
    }

    private static void IsolateEnvironment(IDictionary<string, string?> environment)
    {
        // PGDATA, PGPORT, PGOPTIONS and their kin speak of the person's own server, never of ours.
        foreach (var name in environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }
        // The programs' messages and initdb's defaults must not depend on the person's language.
        environment["LC_ALL"] = "C";
        environment.Remove("LANGUAGE");
    }
}
