using Dapper;
using Npgsql;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>What a load freezes of the city, and who sees it.</summary>
[Collection(AccessCollection.Name)]
public sealed class PeerComparisonTests(AccessFixture city)
{
    [Fact]
    public async Task A_load_freezes_the_newest_finished_period_once_with_the_committees_own_figures()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        var wrong = await connection.QueryAsync<string>(
            """
            SELECT p.indicator_id || ' ' || p.committee_id FROM mart.peer_comparison AS p
            LEFT JOIN LATERAL (SELECT * FROM mart.indicator_value(p.indicator_id, '{COMMITTEE}', p.period_from, p.period_to) AS v WHERE v.committee_id = p.committee_id) AS v ON true
            WHERE p.peer_group = 'PEERS' AND (v.numerator, v.denominator, v.value) IS DISTINCT FROM (p.numerator, p.denominator, p.value)
            """
        );
        wrong.ShouldBeEmpty();
        var frozen = (
            await connection.QueryAsync<string>(
                "SELECT DISTINCT indicator_id || ' ' || period_from || ' ' || period_to FROM mart.peer_comparison ORDER BY 1"
            )
        ).ToList();
        frozen.Count.ShouldBeGreaterThan(10);
        frozen.ShouldContain(one => one.StartsWith("I01 ", StringComparison.Ordinal));
        frozen.ShouldNotContain(one => one.StartsWith("I06 ", StringComparison.Ordinal));
        // What was said stays: another time nothing is frozen, whatever was corrected since.
        (await connection.ExecuteScalarAsync<long>("SELECT dw.freeze_peers()")).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_of_a_month_that_goes_on_is_told()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var last = await connection.ExecuteScalarAsync<DateOnly>(
            "SELECT max(period_to) FROM dw.peer_comparison WHERE indicator_id = 'I01'"
        );
        await connection.ExecuteAsync("DELETE FROM dw.peer_comparison; SELECT set_config('graph.today', @last::text, true)", new { last });
        await connection.ExecuteAsync("SELECT dw.freeze_peers()");
        (await connection.ExecuteScalarAsync<DateOnly?>("SELECT max(period_to) FROM dw.peer_comparison")).ShouldNotBe(last);
    }

    [Theory]
    [InlineData(null, 4)]
    [InlineData("own", 1)]
    // The city's own: not those below it, whose rows it sees anyway.
    [InlineData("city", 1)]
    public async Task A_committee_sees_what_it_may_know_and_not_what_others_may(string? who, int committees)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var asker = who == "own" ? city.Committee : 1;
        if (who is not null)
        {
            await connection.ExecuteAsync(
                "SET LOCAL ROLE api_committee; SELECT set_config('sp.scope', graph.scope_of_committee(@asker), true)",
                new { asker }
            );
        }

        var seen = (await connection.QueryAsync<long>("SELECT DISTINCT committee_id FROM mart.peer_comparison")).ToList();
        if (who is null)
        {
            seen.Count.ShouldBeGreaterThanOrEqualTo(committees);
        }
        else
        {
            seen.ShouldBe([asker]);
        }

        await connection.ExecuteAsync("SAVEPOINT before");
        if (who is not null)
        {
            (await Should.ThrowAsync<PostgresException>(() => connection.ExecuteAsync("SELECT FROM dw.peer_comparison"))).SqlState.ShouldBe(
                "42501"
            );
        }
    }
}
