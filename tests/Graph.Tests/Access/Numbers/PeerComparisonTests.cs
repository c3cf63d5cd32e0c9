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
            SELECT p.indicator_id || ' ' || p.committee_id FROM mart.peer_figure AS p
            LEFT JOIN LATERAL (SELECT * FROM mart.indicator_value(p.indicator_id, '{COMMITTEE}', p.period_from, p.period_to) AS v WHERE v.committee_id = p.committee_id) AS v ON true
            WHERE (v.numerator, v.denominator, v.value) IS DISTINCT FROM (p.numerator, p.denominator, p.value)
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

    /// <summary>A sum over what groups are compared with would count the own figure three times.</summary>
    [Fact]
    public async Task The_own_figure_stands_once_and_each_group_leads_to_it()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        (
            await connection.QueryAsync<string>(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = 'mart' AND table_name LIKE 'peer_comparison%' AND column_name IN ('numerator', 'denominator', 'value')
                """
            )
        ).ShouldBeEmpty();
        var (sums, figures, groups) = await connection.QuerySingleAsync<(long, long, long)>(
            """
            SELECT
                (SELECT count(*) FROM (SELECT FROM mart.peer_figure GROUP BY committee_id, indicator_id HAVING count(*) = 1) AS one),
                (SELECT count(*) FROM mart.peer_figure),
                (SELECT count(*) FROM mart.peer_comparison AS c JOIN mart.peer_figure AS f
                 ON f.id = c.figure_id AND f.committee_id = c.committee_id AND f.indicator_id = c.indicator_id AND f.period_to = c.period_to)
            """
        );
        figures.ShouldBeGreaterThan(10);
        sums.ShouldBe(figures);
        groups.ShouldBe(3 * figures);
        groups.ShouldBe(await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM mart.peer_comparison"));
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
