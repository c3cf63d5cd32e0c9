using Dapper;
using Npgsql;
using SocietyParty.Etl.Readers;
using SocietyParty.Etl.Refusals;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>A BI login that is bound to a committee reads over SQL what the administrator reads over GraphQL.</summary>
[Collection(AccessCollection.Name)]
public sealed class BoundReaderTests(AccessFixture city) : IAsyncLifetime
{
    private const string Bound = "reader_of_one_committee";
    private const string Free = "reader_of_all";

    private const string Names = "SELECT string_agg(name, ',' ORDER BY name) FROM mart.society WHERE is_current";

    private NpgsqlDataSource bound = null!;

    public async Task InitializeAsync()
    {
        await RevokeAsync();
        bound = Source(Bound, await ReaderAccount.CreateAsync(city.Database, Bound, new(), isPrivate: true, $"{city.Committee}"));
    }

    public async Task DisposeAsync()
    {
        await bound.DisposeAsync();
        await RevokeAsync();
    }

    [Fact]
    public async Task Each_view_has_the_rows_of_the_administrator()
    {
        var wrong = new List<string>();
        foreach (var view in ScopedNumbersTests.Views.Concat(ScopedNumbersTests.Shared).Concat(["committee_tree", "load", "quarantine"]))
        {
            var rows =
                "SELECT coalesce(string_agg((to_jsonb(v) - 'freshness')::text, ',' ORDER BY (to_jsonb(v) "
                + $"- 'freshness')::text), '') FROM mart.{view} AS v";
            var told = await bound.QueryAsync(rows);
            if (told != await AdministratorAsync(rows) || told.Contains(AccessFixture.Marker, StringComparison.Ordinal))
            {
                wrong.Add(view);
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Functions_and_the_service_say_the_same()
    {
        const string value = "SELECT numerator || '/' || denominator FROM mart.indicator_value('I01')";
        var told = await bound.QueryAsync(value);
        told.ShouldBe(await AdministratorAsync(value));
        var data = await city.DataAsync(
            $"CommitteeAdministrator {city.Committee}",
            "{ indicator(id: \"I01\") { values { nodes { numerator denominator } } } coverage(by: []) "
                + "{ nodes { organizationCoverage { numerator denominator } } } }"
        );
        var node = data.GetProperty("indicator").GetProperty("values").GetProperty("nodes")[0];
        $"{node.GetProperty("numerator")}/{node.GetProperty("denominator")}".ShouldBe(told);
        var rate = data.GetProperty("coverage").GetProperty("nodes")[0].GetProperty("organizationCoverage");
        $"{rate.GetProperty("numerator")}/{rate.GetProperty("denominator")}".ShouldBe(
            await bound.QueryAsync(
                "SELECT sum(organization_coverage_numerator) || '/' || sum(organization_coverage_denominator) FROM mart.coverage"
            )
        );
    }

    [Theory]
    [InlineData("SET sp.scope = '{0,9223372036854775807}'")]
    [InlineData("SET ROLE bi_reader")]
    [InlineData("SET ROLE bi_scoped")]
    [InlineData("SET row_security = off")]
    public async Task Nothing_that_a_reader_may_set_shows_more(string setting)
    {
        await using var connection = await bound.OpenConnectionAsync();
        await connection.ExecuteAsync(setting);
        var names = "";
        try
        {
            names = await connection.ExecuteScalarAsync<string>(Names) ?? "";
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // Refused is as good.
        }

        names.ShouldNotContain(AccessFixture.Marker);
        await connection.ExecuteAsync("RESET ALL; RESET ROLE");
        (await connection.ExecuteScalarAsync<string>(Names))!.ShouldContain("合成");
    }

    [Theory]
    [InlineData("SET ROLE api_everywhere")]
    [InlineData("SET ROLE mart_owner")]
    [InlineData("SELECT * FROM access.reader")]
    [InlineData("SELECT dw.seen('COMMITTEE')")]
    [InlineData("SELECT * FROM mart.member_detail(current_date)")]
    public async Task What_is_not_a_readers_is_refused(string sql)
    {
        await using var connection = await bound.OpenConnectionAsync();
        var refused = await Should.ThrowAsync<PostgresException>(() => connection.ExecuteAsync(sql));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Whose_committee_nobody_wrote_down_sees_nothing()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("DELETE FROM access.reader WHERE name = @Bound", new { Bound });
        (await bound.QueryAsync(Names)).ShouldBeEmpty();
        (await bound.QueryAsync("SELECT coalesce(sum(denominator), 0)::text FROM mart.indicator_value('I01')")).ShouldBe("0");
    }

    [Fact]
    public async Task A_reader_without_a_committee_sees_all_and_the_list_says_whose_is_whose()
    {
        var password = await ReaderAccount.CreateAsync(city.Database, Free, new(), isPrivate: true);
        await using (var free = Source(Free, password))
        {
            (await free.QueryAsync(Names)).ShouldContain(AccessFixture.Marker);
        }

        var name = await city.ScalarAsync<string>("SELECT name FROM graph.committee WHERE id = @Committee", new { city.Committee });
        (await ReaderAccount.ListAsync(city.Database))
            .Where(reader => reader.Name is Bound or Free)
            .Select(reader => (reader.Name, reader.Committee))
            .ShouldBe([(Free, null), (Bound, name)]);
    }

    [Fact]
    public async Task A_committee_that_there_is_not_is_refused_and_revoking_leaves_nothing()
    {
        (
            await Should.ThrowAsync<Refusal>(() => ReaderAccount.CreateAsync(city.Database, Free, new(), isPrivate: true, "没有的党委"))
        ).Code.ShouldBe("SP-READER-206");
        (await city.ScalarAsync<bool>("SELECT to_regrole(@Free) IS NULL", new { Free })).ShouldBeTrue();
        await ReaderAccount.RevokeAsync(city.Database, Bound);
        (await city.ScalarAsync<long>("SELECT count(*) FROM access.reader WHERE name = @Bound", new { Bound })).ShouldBe(0);
    }

    [Fact]
    public async Task A_committee_is_found_by_the_code_of_its_region()
    {
        var region = await city.ScalarAsync<string>(
            "SELECT region_code::text FROM graph.committee WHERE id = @Committee",
            new { city.Committee }
        );
        var name = await city.ScalarAsync<string>("SELECT name FROM graph.committee WHERE id = @Committee", new { city.Committee });
        await ReaderAccount.CreateAsync(city.Database, Free, new(), isPrivate: true, region);
        (await ReaderAccount.ListAsync(city.Database)).Single(reader => reader.Name == Free).Committee.ShouldBe(name);
    }

    private async Task RevokeAsync()
    {
        foreach (var reader in (await ReaderAccount.ListAsync(city.Database)).Where(reader => reader.Name is Bound or Free))
        {
            await ReaderAccount.RevokeAsync(city.Database, reader.Name);
        }
    }

    private NpgsqlDataSource Source(string name, string password) =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(city.ConnectionString)
            {
                Username = name,
                Password = password,
                Pooling = false,
            }.ConnectionString
        );

    private async Task<string> AdministratorAsync(string sql)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "SET LOCAL ROLE api_committee; SET LOCAL TimeZone = 'Asia/Shanghai'; SELECT set_config('sp.scope', "
                + "graph.scope_of_committee(@Committee), true)",
            new { city.Committee }
        );
        return await connection.ExecuteScalarAsync<string>(sql) ?? "";
    }
}

internal static class ReaderQueries
{
    public static async Task<string> QueryAsync(this NpgsqlDataSource source, string sql)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<string>(sql) ?? "";
    }
}
