using System.Diagnostics;
using Npgsql;
using SocietyParty.Bench.Measure;
using SocietyParty.Etl.Run;

namespace SocietyParty.Bench.Warehouse;

/// <summary>A load in this process that keeps its statements.</summary>
/// <param name="Seconds">As the load tells.</param>
/// <param name="PostgresCpuSeconds">Of all processes of the server; null where it cannot be read.</param>
/// <param name="Statements">Of the load's own session, and the row of the log that its rows refer to.</param>
internal sealed record RecordedLoad(double Seconds, double? PostgresCpuSeconds, IReadOnlyList<string> Statements)
{
    private const string Source = "Npgsql";
    private const string LogRow = "INSERT INTO dw.load_run";

    public static async Task<RecordedLoad> RunAsync(
        string connectionString,
        LoadOptions options,
        PostgresUsage? postgres,
        CancellationToken ct
    )
    {
        var sent = new List<(int Session, string Text)>();
        var session = 0;
        // Npgsql tells of commands only where somebody listens.
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConfigureTracing(tracing =>
            tracing.ConfigureCommandEnrichmentCallback((_, command) => sent.Add((command.Connection!.ProcessID, PsqlScript.Of(command))))
        );
        await using var database = builder.Build();
        var before = postgres?.CpuMs();
        var report = await LoadPipeline.RunAsync(
            database,
            options with
            {
                BeforeStep = (_, connection) =>
                {
                    session = connection.ProcessID;
                    return Task.CompletedTask;
                },
            },
            ct: ct
        );
        if (report.Problem is { } problem)
        {
            throw new BenchException(problem.Code, $"{problem.Message} {problem.Hint}");
        }

        return new RecordedLoad(
            report.Milliseconds / 1000.0,
            (postgres?.CpuMs() - before) / 1000.0,
            [.. sent.Where(one => one.Session == session || one.Text.StartsWith(LogRow, StringComparison.Ordinal)).Select(one => one.Text)]
        );
    }
}
