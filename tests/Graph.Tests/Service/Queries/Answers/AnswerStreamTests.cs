using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries.Answers;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>A large answer passes through; what fails on the way never looks whole.</summary>
[Collection(LargeAnswerCollection.Name)]
public sealed class AnswerStreamTests(LargeAnswer large)
{
    // Waits for the end of each session, as long as that takes.
    private const string Terminate =
        "SELECT count(*) FILTER (WHERE pg_terminate_backend(pid, 120000)) FROM pg_stat_activity WHERE datname = current_database() "
        + "AND pid <> pg_backend_pid() AND query LIKE '%to_json%' AND state = 'active'";

    [Theory]
    [InlineData("{ societies(first: 500) { nodes { name } } }", false)]
    [InlineData(TextSample.Query, true)]
    public async Task What_is_held_does_not_grow_with_the_answer(string query, bool isSent)
    {
        var prepared = large.Sample.Run.Prepare(query);
        (prepared.Plan.Statement.Rows is not null).ShouldBe(isSent);
        var sink = new CountingSink();
        await large.Sample.Run.WriteAsync(prepared, sink);
        sink.Bytes.ShouldBeGreaterThan(30_000_000);
        // A row's two texts, or a piece of a column.
        sink.HeldBytesMax.ShouldBeLessThan(isSent ? 3 * LargeAnswer.TextBytes : 2 * AnswerWriter.PieceBytes);
    }

    /// <summary>What stands between two places of rows goes in pieces too.</summary>
    [Fact]
    public async Task The_first_row_is_written_in_pieces()
    {
        var sink = new CountingSink();
        await large.Sample.Run.WriteAsync(
            large.Sample.Run.Prepare("{ societies(first: 20) { nodes { a: name b: name c: name d: name e: name aliases { alias } } } }"),
            sink
        );
        sink.Bytes.ShouldBeGreaterThan(20 * 6 * LargeAnswer.TextBytes);
        sink.HeldBytesMax.ShouldBeLessThan(2 * LargeAnswer.TextBytes);
    }

    /// <summary>Sent rows hold one of themselves, however many there are; the first row's text goes in pieces.</summary>
    [Fact]
    public async Task Sent_rows_are_held_one_at_a_time()
    {
        await using var few = await TextSample.NewAsync();
        await few.StoreAsync([.. Enumerable.Repeat("中文 a", 500)]);
        var sink = new CountingSink();
        await few.Run.WriteAsync(few.Run.Prepare(TextSample.Query), sink);
        sink.Bytes.ShouldBeGreaterThan(30_000);
        sink.HeldBytesMax.ShouldBeLessThan(300);
    }

    [Theory]
    [InlineData("{ societies(first: 500) { nodes { name } } }")]
    [InlineData(TextSample.Query)]
    public async Task A_failure_after_the_first_bytes_breaks_off(string query)
    {
        var sink = new CountingSink(async pause =>
        {
            if (pause == 1)
            {
                await ExecuteAsync();
            }
        });
        (await large.Sample.Run.Runner.RunAsync(large.Sample.Run.Prepare(query), sink, "test", CancellationToken.None)).ShouldBeNull();
        (sink.IsBrokenOff, sink.Bytes < 30_000_000).ShouldBe((true, true));
    }

    [Theory]
    [InlineData("{ societies(first: 500) { nodes { name } } }")]
    [InlineData(TextSample.Query)]
    public async Task A_failure_before_is_told(string query)
    {
        var sink = new CountingSink(
            async pause =>
            {
                if (pause == 1)
                {
                    await ExecuteAsync();
                }
            },
            sends: false
        );
        var response = await large.Sample.Run.Runner.RunAsync(large.Sample.Run.Prepare(query), sink, "test", CancellationToken.None);
        sink.IsBrokenOff.ShouldBeFalse();
        response!.Status.ShouldBe(StatusCodes.Status503ServiceUnavailable);
        System.Text.Encoding.UTF8.GetString(response.Body.Span).ShouldContain("SP-DATABASE-001");
    }

    [Theory]
    [InlineData("{ societies(first: 1) { nodes { id } } }", true)]
    [InlineData("{ societies(first: 2) { nodes { name } } }", false)]
    [InlineData("{ societies(first: 2) { nodes { aliases { reason } } } }", false)]
    public async Task A_short_answer_has_its_length_and_a_long_one_comes_in_chunks(string query, bool isShort)
    {
        await using var service = await ServiceRun.StartAsync(new ServiceOptions(), large.Sample.Graph);
        using var response = await AskAsync(service, query);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        (bytes.Length < HttpSink.HeldBytesMax).ShouldBe(isShort);
        (response.Headers.TransferEncodingChunked == true).ShouldBe(!isShort);
        // The client's own count stands in where the header is missing.
        response.Headers.NonValidated.Contains("Transfer-Encoding").ShouldBe(!isShort);
        System.Text.Json.JsonDocument.Parse(bytes).Dispose();
    }

    [Theory]
    [InlineData("{ societies(first: 500) { nodes { name } } }")]
    [InlineData(TextSample.Query)]
    public async Task A_client_sees_that_an_answer_was_broken_off(string query)
    {
        // Neither limit is met: on a busy machine the default ones end the statement before its first bytes.
        await using var service = await ServiceRun.StartAsync(
            new ServiceOptions { Http = new(StatementMsMax: 600_000, AnswerMsMax: 3_600_000) },
            large.Sample.Graph,
            receiveBufferBytes: TextSample.ReceiveBufferBytes
        );
        using var response = await AskAsync(service, query);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        // The client has read next to nothing, and the answer is larger than all buffers: the statement stands still until it does.
        await ExecuteAsync();
        await Should.ThrowAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync());
    }

    private static Task<HttpResponseMessage> AskAsync(ServiceRun service, string query) =>
        service.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) },
            HttpCompletionOption.ResponseHeadersRead
        );

    private async Task ExecuteAsync()
    {
        await using var source = NpgsqlDataSource.Create(large.Sample.Graph);
        await using var command = source.CreateCommand(Terminate);
        command.CommandTimeout = 150;
        ((long)(await command.ExecuteScalarAsync())!).ShouldBeGreaterThan(0);
    }
}
