namespace SocietyParty.Faults;

/// <summary>One thing that a client waited for, tries again included.</summary>
/// <param name="At">When it was asked for first, by the campaign's clock.</param>
/// <param name="Took">Until it was answered as it should be.</param>
/// <param name="IsChange">Whether it was a change; else what was read after one.</param>
internal sealed record Wait(TimeSpan At, TimeSpan Took, bool IsChange);

/// <summary>How long clients waited.</summary>
/// <param name="Count">How many waits.</param>
/// <param name="P50Ms">Half of them were no longer.</param>
/// <param name="P99Ms">99 of a hundred were no longer; of less than a hundred it is the longest.</param>
/// <param name="LongestMs">The longest.</param>
internal sealed record Latency(int Count, double P50Ms, double P99Ms, double LongestMs)
{
    public static Latency Of(IEnumerable<Wait> waits)
    {
        var sorted = waits.Select(wait => wait.Took.TotalMilliseconds).Order().ToList();
        return sorted.Count == 0 ? new(0, 0, 0, 0) : new(sorted.Count, At(sorted, 0.50), At(sorted, 0.99), sorted[^1]);
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}

/// <summary>
/// The same in the second half of the undisturbed work before the strike, and of what was under way between the strike and the recovery,
/// or in five seconds where that took less.
/// </summary>
internal sealed record Latencies(Latency ChangesBefore, Latency ChangesMeanwhile, Latency ReadsBefore, Latency ReadsMeanwhile)
{
    public static Latencies Of(IReadOnlyList<Wait> before, IReadOnlyList<Wait> meanwhile) =>
        new(
            Latency.Of(before.Where(wait => wait.IsChange)),
            Latency.Of(meanwhile.Where(wait => wait.IsChange)),
            Latency.Of(before.Where(wait => !wait.IsChange)),
            Latency.Of(meanwhile.Where(wait => !wait.IsChange))
        );
}
