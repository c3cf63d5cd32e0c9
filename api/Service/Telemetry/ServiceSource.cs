using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SocietyParty.Service.Telemetry;

/// <summary>The source of the service's spans, and its numbers. Where nobody listens, each use is one comparison.</summary>
internal static class ServiceSource
{
    /// <summary>Of the source and of the meter.</summary>
    public const string Name = "SocietyParty.Graph";

    public const string ErrorType = "error.type";
    public const string Outcome = "societyparty.outcome";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Spans { get; } = new(Name);

    public static Histogram<double> OperationDuration { get; } =
        Meter.CreateHistogram<double>("societyparty.operation.duration", "s", "How long GraphQL operations took, refused ones included.");

    public static Histogram<double> StageDuration { get; } =
        Meter.CreateHistogram<double>("societyparty.stage.duration", "s", "How long stages of operations took.");

    private static readonly Counter<long> Reads = Meter.CreateCounter<long>(
        "societyparty.reads",
        "{statement}",
        "Statements of queries, by the server that answered: primary, or the number of a replica."
    );

    /// <summary>Counts a statement.</summary>
    /// <param name="replica">Who answered; null: the primary.</param>
    public static void ReadAt(int? replica) =>
        Reads.Add(1, new KeyValuePair<string, object?>("societyparty.replica", replica is { } number ? number : "primary"));

    public static Counter<long> Events { get; } =
        Meter.CreateCounter<long>("societyparty.subscription.events", "{event}", "Events of the database, by topic.");

    public static Counter<long> Results { get; } =
        Meter.CreateCounter<long>(
            "societyparty.subscription.results",
            "{result}",
            "Results of subscriptions: sent, or dropped with a subscriber who did not take them."
        );
}
