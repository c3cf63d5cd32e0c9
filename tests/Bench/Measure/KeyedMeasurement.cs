using SocietyParty.Bench.Cli;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Peers;
using SocietyParty.Bench.Queries;

namespace SocietyParty.Bench.Measure;

/// <summary>
/// The service over the nation and over a tenth of it, in turn: what is asked for by a key shall not feel the difference.
/// </summary>
internal sealed class KeyedMeasurement(BenchOptions options, LoadMeasurement load)
{
    public const string Nation = "nation";
    public const string Small = "a tenth";

    private static readonly string[] Keyed = ["Q1", "Q3"];

    public async Task<IReadOnlyList<Figures>> RunAsync(BenchDatabase nation, BenchDatabase small, CancellationToken ct)
    {
        await using var large = new ServicePeer(nation.ConnectionString);
        await using var little = new ServicePeer(small.ConnectionString);
        await large.StartAsync(ct);
        await little.StartAsync(ct);
        var figures = new List<Figures>();
        foreach (var query in QueryCatalogue.All.Where(query => Keyed.Contains(query.Name)))
        {
            figures.AddRange(
                await load.RunAsync(
                    query,
                    [
                        (Small, little, await SampleReader.DrawAsync(small.Source, query, options.Seed, ct)),
                        (Nation, large, await SampleReader.DrawAsync(nation.Source, query, options.Seed, ct)),
                    ],
                    ct
                )
            );
        }

        return figures;
    }
}
