using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Peers;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Report;

/// <summary>One number beside what it has to be.</summary>
/// <param name="Least">Null where more is not better.</param>
/// <param name="Most">Null where less is not better.</param>
internal sealed record Ratio(string What, double Value, double? Least = null, double? Most = null)
{
    public bool? IsReached => Least is null && Most is null ? null : (Least is null || Value >= Least) && (Most is null || Value <= Most);

    private const double ResidentMbMax = 200;
    private const double KeyedMax = 1.2;

    public static IEnumerable<Ratio> OfLoad(IReadOnlyList<Figures> figures)
    {
        foreach (var query in QueryCatalogue.All)
        {
            var rates = figures.Where(figure => figure.Query == query.Name).ToDictionary(figure => figure.Peer, figure => figure.PerSecond);
            if (rates.TryGetValue(PeerNames.Service, out var service) && rates.TryGetValue(PeerNames.Floor, out var floor))
                yield return new Ratio($"{query.Name} service ÷ floor", service / floor, query.FloorTarget);
            if (!rates.TryGetValue(PeerNames.PostGraphile, out var other))
                continue;
            if (rates.TryGetValue(PeerNames.Service, out service))
                yield return new Ratio($"{query.Name} service ÷ postgraphile", service / other, query.PostGraphileTarget);
            if (rates.TryGetValue(PeerNames.Floor, out floor))
                yield return new Ratio($"{query.Name} floor ÷ postgraphile", floor / other);
        }

        if (figures.Where(figure => figure.Peer == PeerNames.Service).Max(figure => figure.PeakMb) is { } peak)
            yield return new Ratio("service, most resident memory under load, MiB", peak, Most: ResidentMbMax);
    }

    public static IEnumerable<Ratio> OfKeyed(IReadOnlyList<Figures> figures) => figures.GroupBy(figure => figure.Query).Select(query => new Ratio(
        $"{query.Key} cost at 10 × the data ÷ cost at a tenth",
        query.First(figure => figure.Peer == KeyedMeasurement.Small).PerSecond / query.First(figure => figure.Peer == KeyedMeasurement.Nation).PerSecond,
        Most: KeyedMax));
}
