using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using SocietyParty.Service.Http.Subscriptions;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>Who does not take its results is closed; nobody else waits, and nothing piles up.</summary>
public sealed class SlowConsumerTests
{
    // About 100 kB a result, so that no socket's buffers hold the results of all these events.
    private const string Large =
        "subscription { branchChanged { kind branch { name committee { branches(first: 100) { nodes { id name society { id name "
        + "kind aliases { alias reason } committee { name region { name } } } categoryHistory { category validFrom document { "
        + "title } } } } } } } }";

    // More than any socket's buffers hold; with these many nobody was given up.
    private const int EventsMax = 2_000;

    // No signs of life: who does not read does not answer them, and would be cut off by them on a slow machine.
    private static readonly TransportLimits Patient = new(EventsBufferedMax: 2, HeartbeatMs: 3_600_000, CloseMs: 3_600_000);

    [Fact]
    public void A_subscriber_holds_no_more_than_its_limit()
    {
        using var subscriber = new Subscriber(2);
        var results = Enumerable.Range(0, 4).Select(i => subscriber.Offer(Encoding.UTF8.GetBytes($"{i}"))).ToList();
        results.ShouldBe([true, true, false, false]);
        subscriber.Reason.ShouldBe(StreamEnd.TooSlow);
        subscriber.Ended.IsCancellationRequested.ShouldBeTrue();
        subscriber.Results.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_socket_that_is_not_read_is_closed_and_the_others_hear_everything()
    {
        await using var service = await OpenService.StartAsync(Patient);
        using var slow = await SubscribedAsync(service);
        var sent = await OverwhelmAsync(service);

        var got = 0;
        while ((await slow.ReceiveAsync()).ValueKind == JsonValueKind.Object)
        {
            got++;
        }

        slow.Closed!.Value.ShouldSatisfyAllConditions(
            closed => closed.Code.ShouldBe(1013),
            closed => closed.Reason.ShouldStartWith("SP-LIMIT-104")
        );
        got.ShouldBe(sent - 1, "it gets everything up to the result for which there was no place");
    }

    [Fact]
    public async Task A_stream_that_is_not_read_is_ended_with_an_error_and_the_others_hear_everything()
    {
        await using var service = await OpenService.StartAsync(Patient);
        using var slow = await service.StreamAsync(Large);
        var sent = await OverwhelmAsync(service);

        for (var got = 1; got < sent; got++)
        {
            (await slow.NextAsync()).TryGetProperty("data", out _).ShouldBeTrue();
        }

        (await slow.NextAsync())
            .GetProperty("errors")[0]
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()
            .ShouldBe("SP-LIMIT-104");
        (await slow.ReceiveAsync()).ShouldBe(("complete", ""));
        (await slow.ReceiveAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_socket_that_takes_nothing_at_all_is_cut_off()
    {
        await using var service = await OpenService.StartAsync(Patient with { CloseMs = 1 });
        using var slow = await SubscribedAsync(service);
        await OverwhelmAsync(service);
        await Eventually.BeAsync(() => service.Hub.GroupCount == 0 && service.Connections.Count == 0);
        await Should.ThrowAsync<WebSocketException>(async () =>
        {
            while (slow.Closed is null)
            {
                await slow.ReceiveAsync();
            }
        });
    }

    [Fact]
    public async Task A_stream_that_takes_nothing_at_all_is_cut_off()
    {
        await using var service = await OpenService.StartAsync(Patient with { CloseMs = 1 });
        using var slow = await service.StreamAsync(Large);
        await OverwhelmAsync(service);
        await Eventually.BeAsync(() => service.Hub.GroupCount == 0 && service.Connections.Count == 0);
        await Should.ThrowAsync<IOException>(async () =>
        {
            while (await slow.ReceiveAsync() is not null)
            {
                continue;
            }
        });
    }

    private static async Task<SocketClient> SubscribedAsync(OpenService service)
    {
        var client = await service.SocketAsync();
        await client.InitAsync();
        await client.SubscribeAsync("s", Large);
        return client;
    }

    /// <summary>
    /// Changes a branch until the service gives up the one who does not read; another one with the same operation takes each result
    /// before the next change. Gives the number of changes.
    /// </summary>
    private static async Task<int> OverwhelmAsync(OpenService service)
    {
        using var quick = await SubscribedAsync(service);
        service.Hub.GroupCount.ShouldBe(1);
        var sent = 0;
        while (service.Hub.SubscriberCount == 2)
        {
            sent.ShouldBeLessThan(EventsMax);
            var name = $"名{sent++}";
            await service.ExecuteAsync($"UPDATE graph.branch SET name = '{name}' WHERE id = (SELECT min(id) FROM graph.branch)");
            (await quick.NextAsync("s"))
                .GetProperty("data")
                .GetProperty("branchChanged")
                .GetProperty("branch")
                .GetProperty("name")
                .GetString()
                .ShouldBe(name);
        }

        service.Hub.SubscriberCount.ShouldBe(1);
        return sent;
    }
}
