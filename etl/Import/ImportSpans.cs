using System.Diagnostics.Metrics;
using SocietyParty.Etl.Telemetry;

namespace SocietyParty.Etl.Import;

/// <summary>Spans and numbers of imports.</summary>
internal static class ImportSpans
{
    private static readonly Counter<long> Rows = EtlSource.Numbers.CreateCounter<long>(
        "societyparty.import.rows",
        "{row}",
        "Rows of imported files, by what became of them."
    );

    /// <param name="kind">What is in the file, such as <c>members</c> or <c>roster</c>.</param>
    public static async Task<ImportReport> ImportAsync(string kind, ImportOptions options, Func<Task<ImportReport>> import)
    {
        using var span = EtlSource.Spans.StartActivity("import");
        span?.SetTag("societyparty.import.kind", kind).SetTag("societyparty.import.dry_run", options.IsDryRun);
        var error = "exception";
        try
        {
            var report = await import();
            error = report.Succeeded ? null : report.Problems[0].Code;
            foreach (var (outcome, count) in Counts(report))
            {
                span?.SetTag($"societyparty.import.{outcome}", count);
                if (!report.IsDryRun)
                {
                    Rows.Add(count, EtlSource.Tag("societyparty.import.kind", kind), EtlSource.Tag(EtlSource.Outcome, outcome));
                }
            }

            return report;
        }
        finally
        {
            EtlSource.End(span, error);
        }
    }

    private static (string Outcome, int Count)[] Counts(ImportReport report) =>
        [
            ("inserted", report.InsertedCount),
            ("updated", report.UpdatedCount),
            ("unchanged", report.UnchangedCount),
            ("rejected", report.RejectedCount),
        ];
}
