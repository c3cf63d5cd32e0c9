using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using SocietyParty.Bench.Measure;

namespace SocietyParty.Bench.Warehouse;

/// <summary>What one load took.</summary>
/// <param name="Seconds">Of the load, as it says itself: the program's start and the look at the schema are left out.</param>
/// <param name="ProcessSeconds">From the program's start to its end.</param>
/// <param name="PostgresCpuSeconds">Of all processes of the server; null where it cannot be read.</param>
/// <param name="LoaderCpuSeconds">Of the program.</param>
/// <param name="PeakMb">Most resident memory of the program, MiB.</param>
internal sealed record LoaderFigures(
    string Change,
    int Branches,
    long Rows,
    double Seconds,
    double ProcessSeconds,
    double? PostgresCpuSeconds,
    double? LoaderCpuSeconds,
    double? PeakMb
)
{
    /// <summary>Rows written per CPU second of PostgreSQL.</summary>
    public double? RowsPerCpuSecond => PostgresCpuSeconds is > 0 and { } cpu ? Rows / cpu : null;
}

/// <summary>Runs <c>etl load</c> as a process of its own, as a user does.</summary>
internal sealed partial class LoaderRun(string connectionString, PostgresUsage? postgres)
{
    public async Task<LoaderFigures> RunAsync(string change, int branches, string[] arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        // Beside this program the loader finds its packages by this program's list, and the rest in the web framework.
        string[] program =
        [
            "exec",
            "--runtimeconfig",
            Path.Combine(AppContext.BaseDirectory, "SocietyParty.Bench.runtimeconfig.json"),
            "--depsfile",
            Path.Combine(AppContext.BaseDirectory, "SocietyParty.Bench.deps.json"),
            Path.Combine(AppContext.BaseDirectory, "SocietyParty.Etl.dll"),
            "load",
        ];
        foreach (var argument in program.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ConnectionStrings__Graph"] = connectionString;
        // A web program collects garbage as a server does; the loader by itself does not.
        start.Environment["DOTNET_gcServer"] = "0";
        var before = postgres?.CpuMs();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(ct);
        var complained = process.StandardError.ReadToEndAsync(ct);
        var (cpu, peak) = await WatchAsync(process, ct);
        var output = await said;
        if (process.ExitCode != 0 || Took().Match(output) is not { Success: true } took)
        {
            throw new BenchException("SP-BENCH-206", $"The load failed: {await complained}{output}");
        }

        return new LoaderFigures(
            change,
            branches,
            took.Groups["rows"].Success ? long.Parse(took.Groups["rows"].Value, CultureInfo.InvariantCulture) : 0,
            long.Parse(took.Groups["ms"].Value, CultureInfo.InvariantCulture) / 1000.0,
            watch.Elapsed.TotalSeconds,
            (postgres?.CpuMs() - before) / 1000.0,
            cpu,
            peak
        );
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

    [GeneratedRegex("(?:(?<rows>[0-9]+) rows written|nothing changed), (?<ms>[0-9]+) ms")]
    private static partial Regex Took();
}
