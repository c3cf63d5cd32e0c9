using System.Diagnostics;
using SocietyParty.Bench.Measure;

namespace SocietyParty.Bench.Warehouse;

/// <summary>The command line as a process of its own, as a user runs it.</summary>
/// <param name="Seconds">From the program's start to its end.</param>
/// <param name="CpuSeconds">Of the program; null where it cannot be read.</param>
/// <param name="PeakMb">Most resident memory of the program, MiB.</param>
internal sealed record EtlProcess(int ExitCode, string Output, string Errors, double Seconds, double? CpuSeconds, double? PeakMb)
{
    public static async Task<EtlProcess> RunAsync(string connectionString, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        // With its own settings; beside this program the loader finds its packages by this program's list.
        string[] program =
        [
            "exec",
            "--runtimeconfig",
            Path.Combine(AppContext.BaseDirectory, "SocietyParty.Etl.runtimeconfig.json"),
            "--depsfile",
            Path.Combine(AppContext.BaseDirectory, "SocietyParty.Bench.deps.json"),
            Path.Combine(AppContext.BaseDirectory, "SocietyParty.Etl.dll"),
        ];
        foreach (var argument in program.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ConnectionStrings__Graph"] = connectionString;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(ct);
        var complained = process.StandardError.ReadToEndAsync(ct);
        var (cpu, peak) = await WatchAsync(process, ct);
        return new EtlProcess(process.ExitCode, await said, await complained, watch.Elapsed.TotalSeconds, cpu, peak);
    }

    /// <summary>Reads what the operating system forgets with the process's end, as long as it runs.</summary>
    private static async Task<(double? CpuSeconds, double? PeakMb)> WatchAsync(Process process, CancellationToken ct)
    {
        var ended = process.WaitForExitAsync(ct);
        double? cpu = null,
            peak = null;
        while (await Task.WhenAny(ended, Task.Delay(20, ct)) != ended)
        {
            try
            {
                if (ProcessUsage.IsKnown)
                {
                    (cpu, peak) = (ProcessUsage.CpuMs(process.Id) / 1000.0, ProcessUsage.PeakMb(process.Id));
                }
            }
            catch (Exception gone) when (gone is IOException or InvalidOperationException)
            {
                // It ended between two looks: the last one counts.
            }
        }

        await ended;
        return (cpu, peak);
    }
}
