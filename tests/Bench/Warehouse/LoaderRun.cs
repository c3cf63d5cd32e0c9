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
        var before = postgres?.CpuMs();
        var run = await EtlProcess.RunAsync(connectionString, ["load", .. arguments], ct);
        if (run.ExitCode != 0 || Took().Match(run.Output) is not { Success: true } took)
        {
            throw new BenchException("SP-BENCH-206", $"The load failed: {run.Errors}{run.Output}");
        }

        return new LoaderFigures(
            change,
            branches,
            took.Groups["rows"].Success ? long.Parse(took.Groups["rows"].Value, CultureInfo.InvariantCulture) : 0,
            long.Parse(took.Groups["ms"].Value, CultureInfo.InvariantCulture) / 1000.0,
            run.Seconds,
            (postgres?.CpuMs() - before) / 1000.0,
            run.CpuSeconds,
            run.PeakMb
        );
    }

    [GeneratedRegex("(?:(?<rows>[0-9]+) rows written|nothing changed), (?<ms>[0-9]+) ms")]
    private static partial Regex Took();
}
