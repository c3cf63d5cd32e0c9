using System.Text;
using SocietyParty.Service.Http.Subscriptions;

namespace SocietyParty.Graph.Tests.Service.Subscriptions;

/// <summary>Who does not take its results is closed; nobody else waits, and nothing piles up.</summary>
public sealed class SlowConsumerTests
{
    // About 100 kB a result, so that no socket's buffers hold the results of all these events.
    private const string Large = "subscription { branchChanged { kind branch { name committee { branches(first: 100) { nodes { id name society { id name kind aliases { alias reason } committee { name region { name } } } categoryHistory { category validFrom document { title } } } } } } } }";
    private const int EventsMax = 600;

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
        await using var service = await OpenService.StartAsync(new() { EventsBufferedMax = 2 });
        using var slow = await service.SocketAsync();
        await slow.InitAsync();
        await slow.SubscribeAsync("s", Large);
        using var quick = await service.SocketAsync();
        await quick.InitAsync();
        await quick.SubscribeAsync("q", "subscription { branchChanged { kind } }");
        var sent = 0;
        // Event by event, so that none is collapsed with another.
        for (; sent < EventsMax && service.Hub.GroupCount == 2; sent++)
            await PublishAsync(service, quick, sent);

        service.Hub.GroupCount.ShouldBe(2, "both are still subscribed: the slow one is told why when it reads");
        var got = 0;
        while (slow.Closed is null)
            if ((await slow.ReceiveAsync()).ValueKind == System.Text.Json.JsonValueKind.Object)
                got++;
        slow.Closed.Value.ShouldSatisfyAllConditions(
            closed => closed.Code.ShouldBe(1013),
            closed => closed.Reason.ShouldStartWith("SP-LIMIT-104"));
        got.ShouldBeLessThan(sent);
    }

    private static async Task PublishAsync(OpenService service, SocketClient quick, int number)
    {
        await service.ExecuteAsync($"UPDATE graph.branch SET name = '名{number}' WHERE id = (SELECT min(id) FROM graph.branch)");
        (await quick.NextAsync("q")).GetRawText().ShouldBe("""{"data":{"branchChanged":{"kind":"CHANGED"}}}""");
    }
}
