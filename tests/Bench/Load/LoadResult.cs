namespace SocietyParty.Bench.Load;

/// <summary>What the generator saw in the measured time.</summary>
/// <param name="Requests">Answers with data that were complete in that time.</param>
/// <param name="Failures">Answers without data.</param>
/// <param name="FirstFailure">Start of the first of them.</param>
/// <param name="Bytes">Of all answers, heads included.</param>
internal sealed record LoadResult(
    long Requests,
    long Failures,
    string? FirstFailure,
    double Seconds,
    double P50Ms,
    double P99Ms,
    long Bytes
)
{
    public double PerSecond => Requests / Seconds;
}
