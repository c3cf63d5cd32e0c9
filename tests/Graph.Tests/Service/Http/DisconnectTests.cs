using System.Net.Http.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>A client that leaves takes its statement in PostgreSQL with it.</summary>
public sealed class DisconnectTests
{
    private const string Query = "{ branches { nodes { latestAssessment { year } } } }";

    private const string Waiting = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'SocietyParty.Graph API' AND wait_event_type = 'Lock'
        """;

    [Theory]
    [InlineData("http")]
    [InlineData("event stream")]
    [InlineData("socket")]
    [InlineData("socket that completes")]
    public async Task A_statement_ends_with_its_client(string way)
    {
        await using var service = await OpenService.StartAsync(options: new() { Http = new(StatementMsMax: 600_000) });
        await using var connection = await service.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var locking = new NpgsqlCommand("LOCK TABLE graph.assessment", connection))
        {
            await locking.ExecuteNonQueryAsync();
        }

        var leave = await AskAsync(service, way);
        await Eventually.BeAsync(async () => await service.ScalarAsync<long>(Waiting) == 1);
        await leave();
        // The lock is held all the time: only a cancelled statement stops waiting for it.
        await Eventually.BeAsync(async () => await service.ScalarAsync<long>(Waiting) == 0);
    }

    /// <summary>Asks without waiting for the answer; gives how to leave.</summary>
    private static async Task<Func<Task>> AskAsync(OpenService service, string way)
    {
        if (way.StartsWith("socket", StringComparison.Ordinal))
        {
            var socket = await service.SocketAsync();
            await socket.InitAsync();
            await socket.SubscribeAsync("1", Query);
            if (way == "socket that completes")
            {
                return () => socket.SendAsync("""{"id":"1","type":"complete"}""");
            }

            return () =>
            {
                socket.Abort();
                return Task.CompletedTask;
            };
        }

        var gone = new CancellationTokenSource();
        // Not disposed of here: it is still being sent when this returns.
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Query }) };
        if (way == "event stream")
        {
            request.Headers.Add("Accept", "text/event-stream");
        }

        var answer = service.Client.SendAsync(request, gone.Token);
        return async () =>
        {
            await gone.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(answer);
            gone.Dispose();
        };
    }
}
