using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Queries;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Access;

/// <summary>
/// <c>access</c>: what row-level security costs. The same questions come in turn from somebody who sees everything, as the owner,
/// and by the administrator who sees most; then root totals and groups of one committee alone beside those of all. CPU time is the measure.
/// </summary>
internal static class AccessVerb
{
    private const int NameWidth = 22;

    private const int SamplesMax = 200;

    // The more a question costs, the fewer of it.
    private static readonly Dictionary<string, int> Requests = new()
    {
        ["Q1"] = 200,
        ["Q2"] = 60,
        ["Q3"] = 60,
        ["Q4"] = 20,
        ["Q5"] = 10,
    };

    private static readonly Dictionary<string, double> Targets = new()
    {
        ["Q1"] = 1.15,
        ["Q2"] = 1.1,
        ["Q3"] = 1.1,
        ["Q4"] = 1.15,
        ["Q5"] = 1.1,
    };

    // By today's tree: the one with most below it, and one with branches and nothing below it.
    private const string ReadCommittees = """
        WITH below AS (SELECT c.id, graph.scope_of_committee(c.id)::bigint[] AS scope FROM graph.committee AS c),
        counted AS (
            SELECT b.id, (SELECT count(*) FROM graph.committee AS x WHERE x.place >= b.scope[1] AND x.place < b.scope[2]) AS committees,
                (SELECT count(*) FROM graph.branch AS x WHERE x.place >= b.scope[1] AND x.place < b.scope[2]) AS branches
            FROM below AS b)
        SELECT (SELECT id FROM counted ORDER BY committees DESC, id LIMIT 1), (SELECT id FROM counted WHERE committees = 1 AND branches > 0 ORDER BY branches DESC, id LIMIT 1)
        """;

    private const string ReadWithin = "SELECT graph.committees_within($1)";

    private const string ReadBranches = "SELECT array_agg(id) FROM graph.branch WHERE committee_id = ANY ($1)";

    private static readonly (string Name, string Text)[] Roots =
    [
        ("total of branches", "{ branches(first: 1) { totalCount } }"),
        ("branches by category", "{ branches { groups(by: [CATEGORY]) { nodes { count } } } }"),
        ("total of societies", "{ societies(first: 1) { totalCount } }"),
        ("coverage by level", "{ coverage(by: [LEVEL]) { nodes { societies } } }"),
        ("indicator I01", "{ indicator(id: \"I01\") { values { nodes { value } } } }"),
    ];

    public static Command Create()
    {
        var connection = new Option<string?>("--connection")
        {
            Description =
                "A generated and loaded database, as its owner; tokens are made and taken back. Left out: the private cluster in --data.",
        };
        var data = new Option<string>("--data")
        {
            Description = "Folder of a private cluster; generated and loaded once, kept for the next run.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench",
            HelpName = "DIR",
        };
        var command = new Command("access", "Measures what row-level security costs, as CPU time.") { connection, data };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var graph = await GraphDatabase.OpenAsync(parsed.GetValue(connection), parsed.GetValue(data), ct: ct);
                await MeasureAsync(graph, ct);
                return 0;
            }
        );
        return command;
    }

    private static async Task MeasureAsync(GraphDatabase graph, CancellationToken ct)
    {
        var (top, small) = await CommitteesAsync(graph.Source, ct);
        await using var sides = await AccessMeasurement.StartAsync(graph, ct);
        await using var signedIn = await AccessMeasurement.StartSignedInAsync(graph, [top, small], ct);
        Console.WriteLine(
            $"CPU milliseconds of a request, least of {AccessMeasurement.Rounds} rounds in turn: in PostgreSQL, "
                + "with service and client, and that of whoever signs in with a token. "
                + $"Scoped: committee {top} with all below it, the same questions."
        );
        Console.WriteLine(
            "".PadRight(NameWidth) + " unrestricted   scoped  ratio   unrestricted   scoped  ratio   unrestricted   scoped  ratio  target"
        );
        foreach (var query in QueryCatalogue.All)
        {
            var samples = query.NeedsCursor
                ? await sides.CursorsAsync(Requests[query.Name], ct)
                : [.. (await SamplesAsync(graph.Source, query, top, ct)).Take(Requests[query.Name])];
            var line = await LineAsync(query.Name, query.Text("service.graphql"), [.. samples.Select(query.Service)], top);
            Console.WriteLine(line + Cell(Targets[query.Name], "0.00", 8));
        }

        Console.WriteLine($"Of the root: all beside committee {small} alone.");
        foreach (var (name, text) in Roots)
        {
            Console.WriteLine(await LineAsync(name, text, [.. Enumerable.Repeat(new JsonObject(), 20)], small));
        }

        async Task<string> LineAsync(string name, string text, IReadOnlyList<JsonObject> variables, long committee)
        {
            var named = await sides.CompareAsync(text, variables, committee, ct);
            var admitted = await signedIn.CompareAsync(text, variables, committee, ct);
            return name.PadRight(NameWidth)
                + Cells(named.Free.Database, named.Scoped.Database, 13)
                + Cells(named.Free.All, named.Scoped.All, 15)
                + Cells(admitted.Free.All, admitted.Scoped.All, 15);
        }
    }

    private static string Cells(double free, double scoped, int width) =>
        Cell(free, "0.000", width) + Cell(scoped, "0.000", 9) + Cell(scoped / free, "0.00", 7);

    private static string Cell(double number, string format, int width) =>
        number.ToString(format, CultureInfo.InvariantCulture).PadLeft(width);

    private static async Task<(long Top, long Small)> CommitteesAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var command = database.CreateCommand(ReadCommittees);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>What the administrator sees all of, so that both sides do the same work.</summary>
    private static async Task<IReadOnlyList<Sample>> SamplesAsync(
        NpgsqlDataSource database,
        BenchQuery query,
        long top,
        CancellationToken ct
    )
    {
        var committees = (await ArrayAsync(database, ReadWithin, top, ct)).ToHashSet();
        var all = await SampleReader.DrawAsync(database, query, seed: 1, ct);
        var seen = query.Name is "Q1" ? (await ArrayAsync(database, ReadBranches, committees.ToArray(), ct)).ToHashSet() : committees;
        var samples = all.Where(sample => sample.Committees is { } list ? list.All(committees.Contains) : seen.Contains(sample.Id))
            .Take(SamplesMax)
            .ToList();
        return samples.Count > 0
            ? samples
            : throw new BenchException("SP-BENCH-201", $"The database has nothing to ask {query.Name} for within committee {top}.");
    }

    private static async Task<long[]> ArrayAsync(NpgsqlDataSource database, string sql, object value, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        return (long[])(await command.ExecuteScalarAsync(ct))!;
    }
}
