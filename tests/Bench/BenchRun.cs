using System.Diagnostics;
using System.Reflection;
using SocietyParty.Bench.Cli;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Peers;
using SocietyParty.Bench.Queries;
using SocietyParty.Bench.Report;
using Spectre.Console;

namespace SocietyParty.Bench;

/// <summary>One run: the database, the parts that were asked for, the report.</summary>
internal static class BenchRun
{
    // A cursor costs a request before anything is measured.
    private const int CursorsMax = 300;

    public static async Task RunAsync(BenchOptions options, IAnsiConsole console, CancellationToken ct)
    {
        RequireOptimized();
        if (!ProcessUsage.IsKnown)
        {
            console.WriteLine("CPU and memory are read from /proc, which only Linux has: they are left out.");
        }

        await using var nation = await BenchDatabase.OpenNationAsync(options, ct);
        var postgres = await PostgresUsage.FindAsync(nation.Source, ct);
        var load = new LoadMeasurement(options, postgres, console);
        var peers = await PeersAsync(options, nation, ct);
        var report = new BenchReport
        {
            PostgreSQL = await nation.Source.VersionAsync(ct),
            Societies = await nation.Source.SocietiesAsync(ct),
            Cores = Environment.ProcessorCount,
            Connections = options.Connections,
            Rounds = options.Rounds,
            Seconds = options.Seconds,
            Peers = peers.ToDictionary(peer => peer.Name, peer => peer.Description),
        };
        if (options.Parts.Contains(BenchOptions.LoadPart))
        {
            report = report with { Load = await LoadAsync(options, nation, peers, load, console, ct) };
        }

        if (options.Parts.Contains(BenchOptions.ColdPart))
        {
            report = report with { Cold = await ColdDocuments.MeasureAsync(options.Seed, ct) };
        }

        if (options.Parts.Contains(BenchOptions.KeyedPart))
        {
            report = report with { Keyed = await KeyedAsync(options, nation, load, console, ct) };
        }

        report = report with { Ratios = [.. RatiosOf(report)] };
        ReportTables.Write(report, console);
        if (options.JsonFile is { } file)
        {
            await report.WriteAsync(file, ct);
        }
    }

    private static void RequireOptimized()
    {
        if (typeof(BenchRun).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            throw new BenchException("SP-BENCH-103", "A debug build would be measured. Say `dotnet run -c Release --project tests/Bench`.");
        }
    }

    private static async Task<IReadOnlyList<Peer>> PeersAsync(BenchOptions options, BenchDatabase nation, CancellationToken ct)
    {
        var peers = new List<Peer>();
        if (!options.Parts.Contains(BenchOptions.LoadPart))
        {
            return peers;
        }

        if (options.Peers.Contains(PeerNames.Service))
        {
            peers.Add(new ServicePeer(nation.ConnectionString));
        }

        if (options.Peers.Contains(PeerNames.Floor))
        {
            peers.Add(new FloorPeer(nation.ConnectionString));
        }

        if (options.Peers.Contains(PeerNames.PostGraphile))
        {
            peers.Add(new PostGraphilePeer(nation.ConnectionString, await NodeFolder.InstallAsync(ct)));
        }

        return peers;
    }

    private static async Task<IReadOnlyList<Figures>> LoadAsync(
        BenchOptions options,
        BenchDatabase nation,
        IReadOnlyList<Peer> peers,
        LoadMeasurement load,
        IAnsiConsole console,
        CancellationToken ct
    )
    {
        var figures = new List<Figures>();
        try
        {
            foreach (var peer in peers)
            {
                await peer.StartAsync(ct);
            }

            foreach (var query in QueryCatalogue.All.Where(query => options.Queries.Contains(query.Name)))
            {
                var able = peers.Where(peer => peer.CanAnswer(query)).ToList();
                var samples = await SampleReader.DrawAsync(nation.Source, query, options.Seed, ct);
                if (query.NeedsCursor && able.OfType<ServicePeer>().FirstOrDefault() is { } service)
                {
                    samples = await service.WithCursorsAsync([.. samples.Take(CursorsMax)], ct);
                }

                await Agreement.RequireAsync(able, query, samples.Take(options.Checks), ct);
                var agreeing = string.Join(", ", able.Select(peer => peer.Name));
                console.MarkupLineInterpolated($"{query.Name} {query.Title}: {agreeing} agree; {samples.Count:N0} different requests");
                figures.AddRange(await load.RunAsync(query, [.. able.Select(peer => (peer.Name, peer, samples))], ct));
            }

            return figures;
        }
        finally
        {
            foreach (var peer in peers)
            {
                await peer.DisposeAsync();
            }
        }
    }

    private static async Task<IReadOnlyList<Figures>> KeyedAsync(
        BenchOptions options,
        BenchDatabase nation,
        LoadMeasurement load,
        IAnsiConsole console,
        CancellationToken ct
    )
    {
        await using var small = await BenchDatabase.OpenSmallAsync(options, nation, ct);
        if (small is not null)
        {
            return await new KeyedMeasurement(options, load).RunAsync(nation, small, ct);
        }

        console.WriteLine("Keyed queries are left out: --connection is only read, so give --small-connection too.");
        return [];
    }

    private static IEnumerable<Ratio> RatiosOf(BenchReport report)
    {
        foreach (var ratio in Ratio.OfLoad(report.Load))
        {
            yield return ratio;
        }

        if (report.Cold is { } cold)
        {
            yield return new Ratio("cold document, p50 ms", cold.P50Ms, Most: ColdDocuments.P50TargetMs);
        }

        foreach (var ratio in Ratio.OfKeyed(report.Keyed))
        {
            yield return ratio;
        }
    }
}
