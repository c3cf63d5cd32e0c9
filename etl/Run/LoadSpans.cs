using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using SocietyParty.Etl.Telemetry;

namespace SocietyParty.Etl.Run;

/// <summary>Spans and numbers of loads.</summary>
internal static class LoadSpans
{
    private const string Rows = "societyparty.rows";

    private static readonly Histogram<double> Duration = EtlSource.Numbers.CreateHistogram<double>(
        "societyparty.load.duration",
        "s",
        "How long loads of the warehouse took."
    );

    private static readonly Counter<long> LoadedRows = EtlSource.Numbers.CreateCounter<long>(
        "societyparty.load.rows",
        "{row}",
        "Rows of the star that loads wrote or removed."
    );

    /// <summary>A load with one span for each step inside.</summary>
    public static async Task<LoadReport> LoadAsync(LoadOptions options, Func<Task<LoadReport>> load)
    {
        using var span = EtlSource.Spans.StartActivity("load");
        span?.SetTag("societyparty.load.as_of", options.AsOf.ToString("O", CultureInfo.InvariantCulture));
        var started = Stopwatch.GetTimestamp();
        var error = "exception";
        try
        {
            var report = await load();
            error = report.Problem?.Code;
            span?.SetTag("societyparty.load.run_id", report.RunId).SetTag(Rows, report.Rows);
            LoadedRows.Add(report.Rows);
            return report;
        }
        finally
        {
            EtlSource.End(span, error);
            var outcome = EtlSource.Tag(EtlSource.Outcome, error is null ? "succeeded" : "failed");
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, outcome);
        }
    }

    /// <summary>One step of a load; null where nobody listens.</summary>
    public static Activity? Step(string name) => EtlSource.Spans.StartActivity(name);

    /// <param name="rows">Rows that the step wrote or removed; of a check the rows that break it.</param>
    public static void Ended(Activity? step, long rows) => step?.SetTag(Rows, rows);
}
