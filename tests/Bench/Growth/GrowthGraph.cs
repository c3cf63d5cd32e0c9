using System.Text;
using System.Text.Json.Nodes;
using SocietyParty.Bench.Access;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Events;
using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Mutations;
using SocietyParty.Bench.Queries;
using SocietyParty.Bench.Warehouse;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Growth;

/// <summary>A graph of one size with the service on it, in this process.</summary>
internal sealed class GrowthGraph : IAsyncDisposable
{
    // The more a question costs, the fewer of it.
    private static readonly Dictionary<string, int> Requests = new()
    {
        ["Q1"] = 200,
        ["Q2"] = 60,
        ["Q3"] = 60,
        ["Q4"] = 40,
        ["Q5"] = 10,
    };

    private const int Changes = 40;

    private const string ChangeBranches = """
        INSERT INTO graph.activity (branch_id, kind, title, held_on, is_collective)
        SELECT id, 'OTHER', $1, date_trunc('month', graph.today())::date, true FROM graph.branch WHERE status = 'ESTABLISHED'
        ORDER BY md5(id || ' ' || $1) LIMIT $2
        """;

    private const string TakeAway = $"""
        SET session_replication_role = replica;
        DELETE FROM graph.activity WHERE title LIKE '{MutationVerb.Prefix}%' OR title LIKE '{EventVerb.Prefix}%';
        RESET session_replication_role
        """;

    private readonly GraphDatabase graph;
    private readonly AccessMeasurement service;
    private readonly PostgresUsage postgres;
    private readonly SubscriberList streams = new();
    private readonly Dictionary<string, JsonObject[]> asked = [];
    private IReadOnlyList<long> branches = [];
    private int number;

    private GrowthGraph(GraphDatabase graph, AccessMeasurement service, PostgresUsage postgres) =>
        (this.graph, this.service, this.postgres) = (graph, service, postgres);

    public double Gigabytes { get; private init; }

    public static async Task<GrowthGraph> OpenAsync(string folder, int societies, CancellationToken ct)
    {
        var graph = await SmallGraph.OpenAsync(folder, societies, ct);
        await graph.Source.ScalarAsync(TakeAway, ct);
        var postgres = await PostgresUsage.FindAsync(graph.Source, ct)
            ?? throw new BenchException("SP-BENCH-210", "No CPU time is known of PostgreSQL's processes on this system.");
        return new GrowthGraph(graph, await AccessMeasurement.StartAsync(graph, ct), postgres)
        {
            branches = await MutationVerb.BranchesAsync(graph.Source, ct),
            Gigabytes = (long)(await graph.Source.ScalarAsync("SELECT pg_database_size(current_database())", ct))! / 1e9,
        };
    }

    public async ValueTask DisposeAsync()
    {
        streams.Dispose();
        await service.DisposeAsync();
        await graph.Source.ScalarAsync(TakeAway, CancellationToken.None);
        await graph.DisposeAsync();
    }

    /// <summary>CPU milliseconds of a question, with service and client.</summary>
    public async Task<double> QuestionAsync(BenchQuery query, CancellationToken ct)
    {
        if (!asked.TryGetValue(query.Name, out var variables))
        {
            var count = Requests[query.Name];
            var samples = query.NeedsCursor
                ? await service.CursorsAsync(count, ct)
                : [.. (await SampleReader.DrawAsync(graph.Source, query, seed: 1, ct)).Take(count)];
            asked[query.Name] = variables = [.. samples.Select(query.Service)];
        }

        return (await service.RoundAsync(query.Text("service.graphql"), variables, committee: null, ct)).All;
    }

    /// <summary>The same of an activity that is recorded.</summary>
    public async Task<double> ChangeAsync(CancellationToken ct)
    {
        var run = Guid.NewGuid().ToString("N")[..8];
        var inputs = Enumerable
            .Range(0, Changes)
            .Select(i => (Branch: branches[(number + i) % branches.Count], Number: number + i))
            .Select(one => new JsonObject { ["input"] = MutationVerb.Input(one.Branch, run, one.Number) })
            .ToArray();
        number += Changes;
        return (await service.RoundAsync(MutationVerb.Document, inputs, committee: null, ct)).All;
    }

    /// <summary>Opens event streams to the service.</summary>
    public Task ListenAsync(int subscribers, CancellationToken ct) =>
        streams.OpenAsync(
            subscribers,
            service.Port,
            "/graphql",
            Encoding.UTF8.GetBytes(new JsonObject { ["query"] = EventVerb.Document }.ToJsonString()),
            ct
        );

    /// <summary>The same from the commit of an activity until all streams have it.</summary>
    public async Task<double> EventAsync(CancellationToken ct)
    {
        var title = EventVerb.Prefix + Guid.NewGuid().ToString("N");
        streams.Expect(title);
        var since = System.Diagnostics.Stopwatch.GetTimestamp();
        var before = Cpu();
        await using (var insert = graph.Source.CreateCommand(EventVerb.Insert))
        {
            insert.Parameters.AddWithValue(title);
            await insert.ExecuteNonQueryAsync(ct);
        }

        await streams.SeenAsync(since, ct);
        return Cpu() - before;
    }

    /// <summary>The same of an <c>etl load</c> after so many branches changed in the open month, with the loader.</summary>
    public async Task<double> LoadAsync(int branches, CancellationToken ct)
    {
        if (branches > 0)
        {
            await using var change = graph.Source.CreateCommand(ChangeBranches);
            change.CommandTimeout = 0;
            change.Parameters.AddWithValue(EventVerb.Prefix + Guid.NewGuid().ToString("N"));
            change.Parameters.AddWithValue(branches);
            await change.ExecuteNonQueryAsync(ct);
        }

        var load = await new LoaderRun(graph.ConnectionString, postgres).RunAsync("growth", branches, [], ct);
        return (load.PostgresCpuSeconds!.Value + load.LoaderCpuSeconds!.Value) * 1000;
    }

    private double Cpu() => postgres.CpuMs() + Environment.CpuUsage.TotalTime.TotalMilliseconds;
}
