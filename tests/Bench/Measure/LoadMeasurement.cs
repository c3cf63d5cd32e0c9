using SocietyParty.Bench.Cli;
using SocietyParty.Bench.Load;
using SocietyParty.Bench.Peers;
using SocietyParty.Bench.Queries;
using Spectre.Console;

namespace SocietyParty.Bench.Measure;

/// <summary>The peers in turn, query by query: what the machine does beside it meets all of them.</summary>
internal sealed class LoadMeasurement(BenchOptions options, PostgresUsage? postgres, IAnsiConsole console)
{
    // Connections are made and the processor finds its pace.
    private const int RoundWarmUpSeconds = 1;

    /// <param name="peers">With names to show; the same program may stand there twice, over two databases.</param>
    public async Task<IReadOnlyList<Figures>> RunAsync(
        BenchQuery query,
        IReadOnlyList<(string Name, Peer Peer, IReadOnlyList<Sample> Samples)> peers,
        CancellationToken ct
    )
    {
        var files = peers.ToDictionary(peer => peer.Name, _ => Path.GetTempFileName());
        try
        {
            var rounds = peers.ToDictionary(peer => peer.Name, _ => new List<Round>());
            foreach (var (name, peer, samples) in peers)
            {
                RequestFile.Write(files[name], peer.Port, samples.Select(sample => peer.Request(query, sample)));
                await Round.MeasureAsync(peer, files[name], options.Connections, 0, options.WarmUpSeconds, postgres, ct);
            }

            for (var number = 1; number <= options.Rounds; number++)
            {
                foreach (var (name, peer, _) in peers)
                {
                    var round = await Round.MeasureAsync(
                        peer,
                        files[name],
                        options.Connections,
                        RoundWarmUpSeconds,
                        options.Seconds,
                        postgres,
                        ct
                    );
                    rounds[name].Add(round);
                    console.MarkupLineInterpolated($"[grey]{query.Name} round {number} {name}: {round.Load.PerSecond:N0} requests/s[/]");
                }
            }

            return [.. peers.Select(peer => Figures.Of(query.Name, peer.Name, rounds[peer.Name]))];
        }
        finally
        {
            foreach (var file in files.Values)
            {
                File.Delete(file);
            }
        }
    }
}
