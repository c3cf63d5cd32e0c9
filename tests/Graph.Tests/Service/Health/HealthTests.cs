using System.Net;
using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Service.Health;

/// <summary>What an orchestrator asks: whether the process lives, and whether it can answer.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_database_that_stops_and_hangs_makes_the_service_not_ready_until_it_is_back()
    {
        var real = new NpgsqlConnectionStringBuilder(await SampleDatabase.NewAsync());
        await using var server = new BreakableServer(real.Port).Start();
        real.Port = server.Port;
        await using var service = await ServiceRun.StartAsync(new(), real.ConnectionString);
        await ShouldBeAsync(service, "/readyz", HttpStatusCode.OK, "{\"status\":\"ok\"}");

        server.Stop();
        await ShouldBeUnreachableAsync(service, real);
        server.Start();
        await ShouldBeAsync(service, "/readyz", HttpStatusCode.OK, "{\"status\":\"ok\"}");

        // Only the check's own limit ends this one.
        server.Hang();
        await ShouldBeUnreachableAsync(service, real);
        server.Recover();
        await ShouldBeAsync(service, "/readyz", HttpStatusCode.OK, "{\"status\":\"ok\"}");
    }

    [Fact]
    public async Task A_database_without_the_structure_that_the_program_expects_is_told_with_what_to_do()
    {
        var graph = await SampleDatabase.NewAsync();
        await using var service = await ServiceRun.StartAsync(new(), graph);
        await using var database = NpgsqlDataSource.Create(graph);
        var last = MigrationState.Expected[^1];

        await ExecuteAsync(database, $"DELETE FROM meta.schema_version WHERE area = 'warehouse' AND number = {last.Number}");
        var missing = await ProblemAsync(service);
        missing.ShouldStartWith("SP-HEALTH-002");
        missing.ShouldContain(last.Path);
        missing.ShouldContain("Restart the service");

        await ExecuteAsync(
            database,
            $"INSERT INTO meta.schema_version VALUES ('warehouse', {last.Number}, '{last.Name}', '{last.Checksum}', now(), 1), "
                + $"('warehouse', {last.Number + 1}, 'newer', 'x', now(), 1)"
        );
        var newer = await ProblemAsync(service);
        newer.ShouldStartWith("SP-HEALTH-003");
        newer.ShouldContain("Run a newer version of the program.");

        await ExecuteAsync(database, "DROP SCHEMA meta CASCADE");
        (await ProblemAsync(service)).ShouldContain($"lacks {MigrationState.Expected.Count} of");
    }

    [Fact]
    public async Task Other_methods_than_GET_and_HEAD_are_refused()
    {
        await using var service = await ServiceRun.StartAsync(new());
        foreach (var path in (string[])["/healthz", "/readyz"])
        {
            using var posted = await service.Client.PostAsync(path, null);
            posted.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        }
    }

    private static async Task ShouldBeUnreachableAsync(ServiceRun service, NpgsqlConnectionStringBuilder graph)
    {
        var problem = await ProblemAsync(service);
        problem.ShouldStartWith("SP-HEALTH-001");
        foreach (var secret in (string[])[graph.Password!, graph.Username!, graph.Database!, "Npgsql", "Exception"])
        {
            problem.ShouldNotContain(secret);
        }

        await ShouldBeAsync(service, "/healthz", HttpStatusCode.OK, "{\"status\":\"ok\"}");
    }

    private static async Task<string> ProblemAsync(ServiceRun service)
    {
        var body = await ShouldBeAsync(service, "/readyz", HttpStatusCode.ServiceUnavailable, null);
        using var parsed = JsonDocument.Parse(body);
        parsed.RootElement.GetProperty("status").GetString().ShouldBe("unavailable");
        return parsed.RootElement.GetProperty("problems").EnumerateArray().Single().GetString()!;
    }

    /// <summary>By GET and by HEAD.</summary>
    private static async Task<string> ShouldBeAsync(ServiceRun service, string path, HttpStatusCode status, string? expected)
    {
        using var response = await service.Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(status, body);
        expected?.ShouldBe(body);
        response.Headers.CacheControl!.ToString().ShouldBe("no-store");

        using var asked = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await service.Client.SendAsync(asked);
        (head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length).ShouldBe((status, 0));
        head.Content.Headers.ContentLength.ShouldBe(response.Content.Headers.ContentLength);
        return body;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
