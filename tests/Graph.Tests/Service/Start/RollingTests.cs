using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Schema.Database;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>
/// While instances of a later version come, those of this one go on, and may be started again: as long as what the later one did to the
/// structure is an expansion.
/// </summary>
public sealed class RollingTests
{
    private const string Expansion = """
        -- Expansion: programs that do not know the column insert without it and read by name.
        ALTER TABLE graph.society ADD COLUMN later text NOT NULL DEFAULT 'none';
        """;

    private const string Contraction = "ALTER TABLE graph.society DROP COLUMN later;";

    private const string Count = "{ societies { totalCount } }";

    private const string Change = """
        mutation { updateCommittee(input: { committee: "$1", version: $2, name: "合成市科技社团党委" }) { committee { name } errors { __typename } } }
        """;

    [Fact]
    public async Task Beside_an_expansion_this_version_serves_changes_and_starts_and_beside_a_contraction_it_says_so()
    {
        var graph = await SampleDatabase.NewAsync();
        await using var source = NpgsqlDataSource.Create(graph);
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = graph };
        await using var running = await StartAsync(environment);
        var before = await AskAsync(running, Count);

        var later = Next(Expansion);
        (await LaterAsync(source, later)).Applied.ShouldBe([later]);
        // Something of the later version's own among the views; it would be gone if this one made its views.
        await ExecuteAsync(source, "COMMENT ON VIEW mart.coverage IS 'of a later version'");

        (await ReadyAsync(running)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(running, Count)).ShouldBe(before);
        var committee = GlobalId.Format("Committee", await ScalarAsync<long>(source, "SELECT min(id) FROM graph.committee"));
        var version = await ScalarAsync<int>(source, "SELECT version FROM graph.committee ORDER BY id LIMIT 1");
        var change = Change.Replace("$1", committee, StringComparison.Ordinal).Replace("$2", $"{version}", StringComparison.Ordinal);
        (await AskAsync(running, change)).ShouldContain("\"name\":\"合成市科技社团党委\"");

        await using var restarted = await StartAsync(environment);
        restarted.Output.ShouldContain($"A later version has brought the database to {later.Path}; this one works on with it");
        (await AskAsync(restarted, Count)).ShouldBe(before);
        (await ReadyAsync(restarted)).ShouldBe(HttpStatusCode.OK);
        (await ScalarAsync<string>(source, "SELECT obj_description('mart.coverage'::regclass)")).ShouldBe("of a later version");

        await LaterAsync(source, later, Next(Contraction, later));
        (await ReadyAsync(running)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        await using var refused = ServiceProcess.Start(["--urls", ServiceProcess.AnyAddress], environment);
        (await refused.EndAsync()).ShouldBe(1);
        refused.Output.ShouldContain("SP-MIGRATE-104");
        // What runs still answers those whom a proxy has not turned away yet.
        (await AskAsync(running, Count)).ShouldBe(before);
    }

    private static MigrationFile Next(string sql, params MigrationFile[] after)
    {
        var last = MigrationFile.Embedded("graph")[^1].Number + after.Length + 1;
        return MigrationFile.Parse($"graph/{last:0000}_later.sql", sql);
    }

    /// <summary>What the start of a later version does to the structure.</summary>
    private static Task<MigrationResult> LaterAsync(NpgsqlDataSource source, params MigrationFile[] later) =>
        new MigrationRunner(
            source,
            [.. MigrationFile.Embedded("graph"), .. later, .. MigrationFile.Embedded("warehouse")],
            [ViewList.Embedded("graph"), ViewList.Embedded("warehouse")]
        ).RunAsync();

    private static async Task<ServiceProcess> StartAsync(Dictionary<string, string?> environment)
    {
        var service = ServiceProcess.Start(["--urls", ServiceProcess.AnyAddress], environment);
        await service.ReadyAsync();
        return service;
    }

    private static async Task<HttpStatusCode> ReadyAsync(ServiceProcess service)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync($"{service.Address}/readyz");
        return answer.StatusCode;
    }

    private static async Task<string> AskAsync(ServiceProcess service, string query)
    {
        using var client = new HttpClient();
        using var answer = await client.PostAsJsonAsync($"{service.Address}/graphql", new { query });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetRawText();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
