using System.Diagnostics;
using System.Diagnostics.Metrics;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Telemetry;

/// <summary>Spans and numbers of loads and imports. Neither names a file or a thing that was loaded.</summary>
internal static class LoadSpans
{
    /// <summary>Of the source and of the meter.</summary>
    public const string Name = "SocietyParty.Etl";

    private const string Outcome = "societyparty.outcome";
    private const string Rows = "societyparty.rows";
    private const string ErrorType = "error.type";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    private static readonly Histogram<double> LoadDuration = Meter.CreateHistogram<double>(
        "societyparty.load.duration",
        "s",
        "How long loads of the warehouse took."
    );

    private static readonly Counter<long> LoadedRows = Meter.CreateCounter<long>(
        "societyparty.load.rows",
        "{row}",
        "Rows of the star that loads wrote or removed."
    );

    private static readonly Counter<long> ImportedRows = Meter.CreateCounter<long>(
        "societyparty.import.rows",
        "{row}",
        "Rows of imported files, by what became of them."
    );

    /// <summary>A load with one span for each step inside.</summary>
    public static async Task<LoadReport> LoadAsync(LoadOptions options, Func<Task<LoadReport>> load)
    {
        using var span = Source.StartActivity("load");
        span?.SetTag("societyparty.load.as_of", options.AsOf.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
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
            End(span, error);
            LoadDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, Tag(Outcome, error is null ? "succeeded" : "failed"));
        }
    }

    /// <summary>One step of a load; null where nobody listens.</summary>
    public static Activity? Step(string name) => Source.StartActivity(name);

    /// <param name="rows">Rows that the step wrote or removed; of a check the rows that break it.</param>
    public static void Ended(Activity? step, long rows) => step?.SetTag(Rows, rows);

    /// <summary>An import.</summary>
    /// <param name="kind">What is in the file, such as <c>members</c> or <c>roster</c>.</param>
    public static async Task<ImportReport> ImportAsync(string kind, ImportOptions options, Func<Task<ImportReport>> import)
    {
        using var span = Source.StartActivity("import");
        span?.SetTag("societyparty.import.kind", kind).SetTag("societyparty.import.dry_run", options.IsDryRun);
        var error = "exception";
        try
        {
            var report = await import();
            error = report.Succeeded ? null : report.Problems[0].Code;
            foreach (
                var (outcome, count) in (IEnumerable<(string, int)>)
                    [
                        ("inserted", report.InsertedCount),
                        ("updated", report.UpdatedCount),
                        ("unchanged", report.UnchangedCount),
                        ("rejected", report.RejectedCount),
                    ]
            )
            {
                span?.SetTag($"societyparty.import.{outcome}", count);
                if (!report.IsDryRun)
                {
                    ImportedRows.Add(count, Tag("societyparty.import.kind", kind), Tag(Outcome, outcome));
                }
            }

            return report;
        }
        finally
        {
            End(span, error);
        }
    }

    private static void End(Activity? span, string? error)
    {
        if (error is not null)
        {
            span?.SetTag(ErrorType, error).SetStatus(ActivityStatusCode.Error);
        }
    }

    private static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
