using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Peers;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Report;

/// <summary>One number beside what it has to be.</summary>
/// <param name="Least">Null where more is not better.</param>
/// <param name="Most">Null where less is not better.</param>
/// <param name="ByCpu">The same from CPU time of both processes per request, which other work on the machine disturbs less.</param>
internal sealed record Ratio(string What, double Value, double? Least = null, double? Most = null, double? ByCpu = null)
{
    public bool? IsReached => Least is null && Most is null ? null : (Least is null || Value >= Least) && (Most is null || Value <= Most);

    private const double ResidentMbMax = 150;
    private const double KeyedMax = 1.2;

    public static IEnumerable<Ratio> OfLoad(IReadOnlyList<Figures> figures)
    {
        foreach (var query in QueryCatalogue.All)
        {
            var peers = figures.Where(figure => figure.Query == query.Name).ToDictionary(figure => figure.Peer);
            foreach (
                var (one, other, least) in new[]
                {
                    (PeerNames.Service, PeerNames.Floor, query.FloorTarget),
                    (PeerNames.Service, PeerNames.PostGraphile, query.PostGraphileTarget),
                    (PeerNames.Floor, PeerNames.PostGraphile, (double?)null),
                }
            )
            {
                if (peers.TryGetValue(one, out var ours) && peers.TryGetValue(other, out var theirs))
                {
                    yield return new Ratio(
                        $"{query.Name} {one} ÷ {other}",
                        ours.PerSecond / theirs.PerSecond,
                        least,
                        ByCpu: theirs.CpuMs / ours.CpuMs
                    );
                }
            }
        }

        if (figures.Where(figure => figure.Peer == PeerNames.Service).Max(figure => figure.PeakMb) is { } peak)
        {
            yield return new Ratio("service, most resident memory under load, MiB", peak, Most: ResidentMbMax);
        }
    }

    public static IEnumerable<Ratio> OfKeyed(IReadOnlyList<Figures> figures) =>
        figures
            .GroupBy(figure => figure.Query)
            .Select(query =>
            {
                var small = query.First(figure => figure.Peer == KeyedMeasurement.Small);
                var nation = query.First(figure => figure.Peer == KeyedMeasurement.Nation);
                return new Ratio(
                    $"{query.Key} cost at 10 × the data ÷ cost at a tenth",
                    small.PerSecond / nation.PerSecond,
                    Most: KeyedMax,
                    ByCpu: nation.CpuMs / small.CpuMs
                );
            });
}
