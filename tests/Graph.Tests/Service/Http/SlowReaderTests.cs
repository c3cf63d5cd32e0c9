using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Graph.Tests.Service.Queries.Answers;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>Who does not read cannot keep a statement.</summary>
[Collection(LargeAnswerCollection.Name)]
public sealed class SlowReaderTests(LargeAnswer large)
{
    private const string Held = """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'SocietyParty.Graph API' AND state = 'active'
        """;

    [Theory]
    [InlineData("{ societies(first: 500) { nodes { name } } }")]
    [InlineData(TextSample.Query)]
    public async Task A_client_that_reads_nothing_is_cut_off_in_time(string query)
    {
        // The statement's own limit is far away: only the answer's is left.
        await using var service = await ServiceRun.StartAsync(
            new ServiceOptions { Http = new(StatementMsMax: 600_000, AnswerMsMax: 1_500) },
            large.Sample.Graph
        );
        using var client = await AskAsync(service, query);
        // The first byte says that the statement runs and the time has begun. What can be read of the rest fits no buffer.
        (await client.GetStream().ReadAsync(new byte[1])).ShouldBe(1);
        await Eventually.BeAsync(async () => await HeldAsync() == 0);
        await Should.ThrowAsync<IOException>(() => ReadAllAsync(client));
    }

    [Theory]
    [InlineData("{ societies(first: 500) { nodes { name } } }")]
    [InlineData(TextSample.Query)]
    public async Task A_client_that_leaves_in_the_middle_takes_its_statement_with_it(string query)
    {
        await using var service = await ServiceRun.StartAsync(
            new ServiceOptions { Http = new(StatementMsMax: 600_000, AnswerMsMax: 3_600_000) },
            large.Sample.Graph
        );
        using (await AskAsync(service, query))
        {
            await Eventually.BeAsync(async () => await HeldAsync() == 1);
        }

        await Eventually.BeAsync(async () => await HeldAsync() == 0);
    }

    private static async Task<TcpClient> AskAsync(ServiceRun service, string query)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query });
        var address = service.Client.BaseAddress!;
        var client = new TcpClient { LingerState = new LingerOption(true, 0), ReceiveBufferSize = TextSample.ReceiveBufferBytes };
        await client.ConnectAsync(address.Host, address.Port);
        await client
            .GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: "
                        + $"{body.Length}\r\n\r\n"
                )
            );
        await client.GetStream().WriteAsync(body);
        return client;
    }

    /// <summary>Fails where the connection was reset or ended without the last chunk.</summary>
    private static async Task ReadAllAsync(TcpClient client)
    {
        var (buffer, last) = (new byte[64 * 1024], "");
        while (await client.GetStream().ReadAsync(buffer) is var count and > 0)
        {
            last = Encoding.Latin1.GetString(buffer, Math.Max(0, count - 5), Math.Min(5, count));
        }

        if (last != "0\r\n\r\n")
        {
            throw new EndOfStreamException();
        }
    }

    private async Task<long> HeldAsync()
    {
        await using var command = large.Sample.Run.Database.CreateCommand(Held);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
