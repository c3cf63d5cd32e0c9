namespace SocietyParty.Bench.Measure;

/// <summary>Medians over the rounds of one peer and query; memory is the peak of all.</summary>
internal sealed record Figures(
    string Query,
    string Peer,
    double PerSecond,
    double P50Ms,
    double P99Ms,
    double? ServiceCpuMs,
    double? PostgresCpuMs,
    double? PeakMb,
    double AnswerBytes,
    IReadOnlyList<double> PerSecondOfRounds
)
{
    /// <summary>CPU of both processes per request; null where it cannot be read.</summary>
    public double? CpuMs => ServiceCpuMs + PostgresCpuMs;

    public static Figures Of(string query, string peer, IReadOnlyList<Round> rounds) =>
        new(
            query,
            peer,
            Median(rounds.Select(round => round.Load.PerSecond)),
            Median(rounds.Select(round => round.Load.P50Ms)),
            Median(rounds.Select(round => round.Load.P99Ms)),
            MedianIfKnown(rounds.Select(round => round.ServiceCpuMs)),
            MedianIfKnown(rounds.Select(round => round.PostgresCpuMs)),
            rounds.Max(round => round.PeakMb),
            rounds.Sum(round => (double)round.Load.Bytes) / rounds.Sum(round => round.Load.Requests),
            [.. rounds.Select(round => round.Load.PerSecond)]
        );

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static double? MedianIfKnown(IEnumerable<double?> values) =>
        values.ToList() is var all && all.TrueForAll(value => value is not null) ? Median(all.Select(value => value!.Value)) : null;
}
