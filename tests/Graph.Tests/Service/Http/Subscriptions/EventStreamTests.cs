using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>graphql-sse, distinct connections.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    // What urql sends.
    private const string Both =
        "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed";

    private OpenService service = null!;

    public async Task InitializeAsync() => service = await OpenService.StartAsync(new() { HeartbeatMs = 20 });

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task A_query_gives_its_result_and_completes()
    {
        using var stream = await service.StreamAsync("{ branches { totalCount } }");
        stream.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
        (await stream.NextAsync()).GetRawText().ShouldBe("""{"data":{"branches":{"totalCount":109}}}""");
        (await stream.ReceiveAsync()).ShouldBe(("complete", ""));
        (await stream.ReceiveAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_subscription_sends_signs_of_life_and_what_is_committed_after_its_headers()
    {
        using var stream = await service.StreamAsync("subscription { branchChanged { kind branch { name } } }");
        (await stream.ReceiveAsync()).ShouldBe(("", ""));
        await service.ExecuteAsync("UPDATE graph.branch SET name = '二' WHERE id = (SELECT min(id) FROM graph.branch)");
        (await stream.NextAsync()).GetRawText().ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED","branch":{"name":"二"}}}}""");
        stream.Dispose();
        await Eventually.BeAsync(() => service.Hub.GroupCount == 0 && service.Connections.Count == 0);
    }

    [Fact]
    public async Task An_invalid_document_is_told_as_a_result()
    {
        using var stream = await service.StreamAsync("{ nothing }");
        stream.Response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await stream.NextAsync())
            .GetProperty("errors")[0]
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()!
            .ShouldStartWith("SP-VALIDATE");
        (await stream.ReceiveAsync()).ShouldBe(("complete", ""));
    }

    [Theory]
    [InlineData("text/event-stream", "text/event-stream")]
    [InlineData("text/event-stream, application/json;q=0.5", "text/event-stream")]
    [InlineData("application/json, text/event-stream;q=0.9", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData(Both, "application/graphql-response+json")]
    public async Task Accept_decides_whether_a_get_is_answered_by_a_stream(string accept, string media)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await service.Client.SendAsync(request);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(media);
    }

    [Fact]
    public async Task A_client_that_takes_both_gets_a_stream_for_a_subscription()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "subscription { branchChanged { kind } }" }),
        };
        request.Headers.TryAddWithoutValidation("Accept", Both);
        using var response = await service.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
    }

    [Fact]
    public async Task A_stream_wants_a_content_type_that_no_form_can_send()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("{\"query\":\"{ __typename }\"}"),
        };
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_subscription_without_a_stream_is_told_what_it_needs()
    {
        using var response = await service.Client.PostAsync(
            "/graphql",
            JsonContent.Create(new { query = "subscription { branchChanged { kind } }" })
        );
        var error = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync()).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-HTTP-007");
    }

    [Fact]
    public async Task A_stream_breaks_off_when_the_service_stops_so_that_clients_try_again()
    {
        await using var stopped = await OpenService.StartAsync();
        using var stream = await stopped.StreamAsync("subscription { branchChanged { kind } }");
        var stopping = stopped.StopAsync();
        (await Record.ExceptionAsync(stream.ReceiveAsync)).ShouldBeAssignableTo<IOException>();
        await stopping;
    }
}
