using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Queries.Replicas;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>The primary dies under load and a standby takes its place: what was acknowledged is there, once.</summary>
public sealed class PromotionTests
{
    private const string Found =
        "mutation ($input: FoundSocietyInput!) { foundSociety(input: $input) { society { name } errors { code } } }";

    [Fact]
    public async Task A_standby_is_promoted_under_load_and_nothing_is_lost_or_doubled()
    {
        await using var all = await ReplicaFixture.StartAsync();
        // What is acknowledged is on the disks of both; else a change of the last moment may be lost, which no program can mend.
        await all.Primary.SetAsync("synchronous_standby_names = 'FIRST 1 (s1, s2)'");
        await all.Primary.ReloadAsync();
        await all.Standbys[0].SetAsync("synchronous_standby_names = ''");
        await Eventually.BeAsync(async () =>
            await all.Primary.ScalarAsync<long>("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == 1
        );

        using var stop = new CancellationTokenSource();
        var done = new ConcurrentBag<string>();
        var writers = Enumerable.Range(0, 3).Select(number => WriteAsync(all, number, done, stop.Token)).ToArray();
        await Eventually.BeAsync(() => done.Count > 10);
        all.Primary.Kill();
        await all.Standbys[0].PromoteAsync();
        var before = done.Count;
        await Eventually.BeAsync(() => done.Count > before + 10);
        // The other one follows the new primary, and answers again; the new primary is none of the replicas any more.
        await all.Standbys[0].ExecuteAsync("CHECKPOINT");
        await all.Standbys[1].ExecuteAsync("CHECKPOINT");
        await Eventually.BeAsync(() =>
            all.Replicas.All[0].State == ReplicaState.Primary && all.Replicas.All[1].State == ReplicaState.Serving
        );
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        var kept = await all.Standbys[0].ScalarAsync<string[]>("SELECT array_agg(name) FROM graph.society WHERE name LIKE '升主学会%'");
        kept.ShouldBeUnique();
        done.Except(kept).ShouldBeEmpty();
        // What was never acknowledged is at most what each writer had in its hands.
        kept.Except(done).Count().ShouldBeLessThanOrEqualTo(writers.Length);
    }

    /// <summary>Founds societies one after the other, each again with its key until it is acknowledged, and reads each own one.</summary>
    private static async Task WriteAsync(ReplicaFixture all, int number, ConcurrentBag<string> done, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"升主学会{number}号{i}");
            var input = new
            {
                name,
                committee = GlobalId.Format("Committee", 1),
                idempotencyKey = name,
            };
            while (!stop.IsCancellationRequested)
            {
                using var response = await all.SendAsync(Found, new { input });
                var answer = await response.Content.ReadAsStringAsync(CancellationToken.None);
                if (!response.IsSuccessStatusCode)
                {
                    ((int)response.StatusCode).ShouldBe(503, answer);
                    await Task.Delay(50, CancellationToken.None);
                    continue;
                }

                // Done, and the primary died before it was read: the same key asks for it again.
                if (answer.Contains("CHANGE_UNREAD", StringComparison.Ordinal))
                {
                    await Task.Delay(50, CancellationToken.None);
                    continue;
                }

                answer.ShouldContain("\"errors\":[]");
                done.Add(name);
                var place = ("X-Read-After", response.Headers.GetValues("X-Read-After").Single());
                using var read = await all.SendAsync(
                    "query ($name: String!) { societies(where: { name: { eq: $name } }) { totalCount } }",
                    new { name },
                    place
                );
                if (read.IsSuccessStatusCode)
                {
                    JsonSerializer
                        .Deserialize<JsonElement>(await read.Content.ReadAsStringAsync(CancellationToken.None))
                        .GetProperty("data")
                        .GetProperty("societies")
                        .GetProperty("totalCount")
                        .GetInt32()
                        .ShouldBe(1, name);
                }

                break;
            }
        }
    }
}
