using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocietyParty.Graph.Tests.Service.Mutations;
using SocietyParty.Service.Http;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>The first request of a day in Beijing finds ended what ends on it, and no later one asks again.</summary>
public sealed class DayChangeTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task What_ends_by_itself_has_ended_for_the_day_s_first_request()
    {
        var key = await city.ScalarAsync<long>(
            """
            INSERT INTO graph.branch (name, committee_id, form, status, status_since, ends_on)
            VALUES ('合成日期更替党支部', 1, 'BRANCH', 'ESTABLISHED', '2024-01-01', '2024-02-29') RETURNING id
            """
        );
        Task<string> StatusAsync() => city.ScalarAsync<string>("SELECT status FROM graph.branch WHERE id = @key", new { key });

        // 15:59 of the 28th in London is 23:59 in Beijing.
        var clock = new Clock { Now = new(2024, 2, 28, 15, 59, 0, TimeSpan.Zero) };
        await using var played = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(city.ConnectionString)
            {
                Options = "-c graph.today=2024-02-28",
                Pooling = false,
            }.ConnectionString
        );
        using (var turn = new DayChange(played, clock, NullLogger<DayChange>.Instance))
        {
            await turn.EnsureAsync(CancellationToken.None);
            (await StatusAsync()).ShouldBe("ESTABLISHED");
        }

        await using var next = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(city.ConnectionString)
            {
                Options = "-c graph.today=2024-02-29",
                Pooling = false,
            }.ConnectionString
        );
        using var later = new DayChange(next, clock, NullLogger<DayChange>.Instance);
        await later.EnsureAsync(CancellationToken.None);
        (await StatusAsync()).ShouldBe("DISSOLVED");

        // The same day asks no more; one minute later it is another day.
        await city.ExecuteAsync(
            "INSERT INTO graph.branch (name, committee_id, form, status, status_since, ends_on) "
                + "VALUES ('合成日期再更替党支部', 1, 'BRANCH', 'ESTABLISHED', '2024-01-01', '2024-02-28')"
        );
        Task<string> SecondAsync() => city.ScalarAsync<string>("SELECT status FROM graph.branch WHERE name = '合成日期再更替党支部'");
        await later.EnsureAsync(CancellationToken.None);
        (await SecondAsync()).ShouldBe("ESTABLISHED");
        clock.Now += TimeSpan.FromMinutes(1);
        await later.EnsureAsync(CancellationToken.None);
        (await SecondAsync()).ShouldBe("DISSOLVED");
    }

    [Fact]
    public async Task A_request_meets_an_outage_itself()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Timeout=1");
        using var turn = new DayChange(nowhere, TimeProvider.System, NullLogger<DayChange>.Instance);
        await turn.EnsureAsync(CancellationToken.None);

        await using var reading = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(city.ConnectionString) { Options = "-c default_transaction_read_only=on" }.ConnectionString
        );
        using var copy = new DayChange(reading, TimeProvider.System, NullLogger<DayChange>.Instance);
        await copy.EnsureAsync(CancellationToken.None);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
