using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Npgsql;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Graph.Tests.Service.Queries.Answers;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>What an export may take, and what becomes of one that cannot go on.</summary>
[Collection(LargeAnswerCollection.Name)]
public sealed class ExportLimitTests(LargeAnswer large)
{
    private const string Sessions = """
        FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'SocietyParty.Graph API' AND state IN ('idle in transaction', 'active') AND pid <> pg_backend_pid()
        """;

    private const string Path = "/export/societies?columns=name";

    private static readonly ServiceOptions Patient = new() { Http = new(StatementMsMax: 600_000), Export = new(MsMax: 3_600_000) };

    [Fact]
    public async Task A_list_is_as_long_as_is_allowed()
    {
        var count = await ScalarAsync<long>("SELECT count(*) FROM graph.society");
        (await AnswerAsync(new() { Export = new(RowsMax: (int)count) })).ShouldBe((200, ""));
        (await AnswerAsync(new() { Export = new(RowsMax: (int)count - 1) })).ShouldBe((422, "SP-LIMIT-106"));
    }

    [Fact]
    public async Task An_export_that_takes_too_long_before_its_first_byte_says_so()
    {
        await using var connection = await large.Sample.Run.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var locking = new NpgsqlCommand("LOCK TABLE graph.society", connection))
        {
            await locking.ExecuteNonQueryAsync();
        }

        (await AnswerAsync(Patient with { Export = new(MsMax: 200) })).ShouldBe((422, "SP-LIMIT-107"));
        (await AnswerAsync(new() { Http = new(StatementMsMax: 200) })).ShouldBe((422, "SP-LIMIT-003"));
    }

    [Fact]
    public async Task As_many_run_at_a_time_as_are_allowed()
    {
        await using var service = await ServiceRun.StartAsync(
            Patient with
            {
                Export = Patient.Export with { RunningMax = 1 },
            },
            large.Sample.Graph
        );
        using (await AskAsync(service))
        {
            using var refused = await service.Client.GetAsync(Path);
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter!.ToString().ShouldBe("10");
            (await refused.Content.ReadAsStringAsync()).ShouldContain("SP-LIMIT-105");
        }

        // Who leaves makes room.
        await Eventually.BeAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/export/committees");
            using var response = await service.Client.SendAsync(request);
            return response.IsSuccessStatusCode;
        });
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public async Task Rows_wait_for_the_reader_and_a_failure_between_them_ends_the_connection(string format)
    {
        await using var service = await ServiceRun.StartAsync(Patient, large.Sample.Graph);
        using var client = await AskAsync(service, format);
        // The list is 45 MB: the service waits for its reader, and PostgreSQL with it.
        await Eventually.BeAsync(async () => await ScalarAsync<long>($"SELECT count(*) {Sessions} AND wait_event = 'ClientWrite'") == 1);
        (await ScalarAsync<bool>($"SELECT pg_terminate_backend(pid) {Sessions}")).ShouldBeTrue();
        await Should.ThrowAsync<IOException>(() => ReadAllAsync(client));
        await Eventually.BeAsync(async () => await ScalarAsync<long>($"SELECT count(*) {Sessions}") == 0);
    }

    [Fact]
    public async Task A_change_while_an_export_runs_is_not_in_it()
    {
        await using var service = await ServiceRun.StartAsync(Patient, large.Sample.Graph);
        using var client = await AskAsync(service);
        await Eventually.BeAsync(async () => await ScalarAsync<long>($"SELECT count(*) {Sessions} AND wait_event = 'ClientWrite'") == 1);
        var count = await ScalarAsync<long>("SELECT count(*) FROM graph.society");
        await using (
            var adding = large.Sample.Run.Database.CreateCommand(
                "INSERT INTO graph.society (name, committee_id, level) SELECT '合成后来学会', min(id), 'MUNICIPAL' FROM graph.committee"
            )
        )
        {
            await adding.ExecuteNonQueryAsync();
        }

        try
        {
            var text = await ReadAllAsync(client);
            text.ShouldNotContain("合成后来学会");
            text.Split("\r\n").Count(line => line.StartsWith('长') || line.StartsWith('重')).ShouldBe((int)count);
        }
        finally
        {
            await using var removing = large.Sample.Run.Database.CreateCommand("DELETE FROM graph.society WHERE name = '合成后来学会'");
            await removing.ExecuteNonQueryAsync();
        }
    }

    private async Task<(int Status, string Code)> AnswerAsync(ServiceOptions options)
    {
        await using var service = await ServiceRun.StartAsync(options, large.Sample.Graph);
        using var response = await service.Client.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead);
        if (response.IsSuccessStatusCode)
        {
            return ((int)response.StatusCode, "");
        }

        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return ((int)response.StatusCode, body.RootElement.GetProperty("errors")[0].GetProperty("code").GetString()!);
    }

    /// <summary>Asks, reads the first byte and nothing more.</summary>
    private static async Task<TcpClient> AskAsync(ServiceRun service, string format = "csv")
    {
        var address = service.Client.BaseAddress!;
        var client = new TcpClient { LingerState = new LingerOption(true, 0), ReceiveBufferSize = TextSample.ReceiveBufferBytes };
        await client.ConnectAsync(address.Host, address.Port);
        await client
            .GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes($"GET {Path}&format={format} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));
        (await client.GetStream().ReadAsync(new byte[1])).ShouldBe(1);
        return client;
    }

    /// <summary>Fails where the connection was reset or ended without the last chunk.</summary>
    private static async Task<string> ReadAllAsync(TcpClient client)
    {
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await client.GetStream().ReadAsync(buffer) is var count and > 0)
        {
            read.Write(buffer, 0, count);
            if (read.Length > 5 && read.GetBuffer().AsSpan((int)read.Length - 5, 5).SequenceEqual("0\r\n\r\n"u8))
            {
                return Encoding.UTF8.GetString(read.GetBuffer(), 0, (int)read.Length);
            }
        }

        throw new EndOfStreamException();
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = large.Sample.Run.Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
