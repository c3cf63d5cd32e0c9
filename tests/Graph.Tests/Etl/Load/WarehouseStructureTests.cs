using Npgsql;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

public sealed class WarehouseStructureTests
{
    [Fact]
    public async Task Every_table_view_and_column_has_a_comment()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await database.LinesAsync(
                """
                SELECT format('%s.%s.%s', n.nspname, c.relname, coalesce(a.attname, '(itself)'))
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL (
                    SELECT 0 AS attnum, NULL::name AS attname
                    UNION ALL SELECT attnum, attname FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                ) AS a
                WHERE n.nspname IN ('dw', 'mart') AND c.relkind IN ('r', 'v', 'm', 'p') AND col_description(c.oid, a.attnum) IS NULL
                  AND (a.attnum > 0 OR obj_description(c.oid, 'pg_class') IS NULL)
                ORDER BY 1
                """
            )
        ).ShouldBeEmpty();
        (
            await database.LinesAsync(
                "SELECT nspname::text FROM pg_namespace n WHERE nspname IN ('source', 'dw', 'mart') AND obj_description(n.oid, "
                    + "'pg_namespace') IS NULL"
            )
        ).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT count(*) FROM mart.coverage", true)]
    [InlineData("SELECT count(*) FROM mart.coverage_by_committee", true)]
    [InlineData("SELECT count(*) FROM mart.category_change", true)]
    [InlineData("SELECT count(*) FROM mart.indicator", true)]
    [InlineData("SELECT count(*) FROM mart.clause_of('001 §7')", true)]
    [InlineData("SELECT count(*) FROM graph.clauses_of('001 §7')", false)]
    [InlineData("SELECT count(*) FROM mart.coverage_history", true)]
    [InlineData("SELECT count(*) FROM mart.member_count", true)]
    [InlineData("SELECT count(*) FROM dw.fct_coverage_monthly", false)]
    [InlineData("SELECT count(*) FROM dw.load_run", false)]
    [InlineData("SELECT count(*) FROM source.society", false)]
    [InlineData("SELECT count(*) FROM graph.society", false)]
    [InlineData("UPDATE dw.load_run SET rows = 0", false)]
    [InlineData("CREATE TABLE mart.mine ()", false)]
    public async Task The_BI_role_reads_mart_and_nothing_else(string sql, bool allowed)
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        var read = () => database.ExecuteAsync($"SET ROLE bi_reader; {sql}; RESET ROLE");

        if (allowed)
        {
            await read();
        }
        else
        {
            (await Should.ThrowAsync<PostgresException>(read)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task Plain_views_add_up_to_the_number_of_things()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15, new(2022, 1, 1));

        // Two rule sets and six months are loaded: what a BI user types first is right all the same.
        (
            await database.LinesAsync(
                """
                SELECT concat_ws(' ', count(*), sum(society_count), sum(organization_coverage_numerator), sum(organization_coverage_denominator)) FROM mart.coverage
                UNION ALL SELECT concat_ws(' ', count(*), sum(branch_count), sum(established)) FROM mart.branch
                UNION ALL SELECT concat_ws(' ', sum(society_count), sum(organization_coverage_numerator)) FROM mart.coverage_by_committee
                UNION ALL SELECT concat_ws(' ', sum(society_count), sum(organization_coverage_numerator)) FROM mart.coverage_by_discipline
                UNION ALL SELECT count(*)::text FROM mart.coverage_history
                """
            )
        ).ShouldBe(["109 109 107 109", "109 109 107", "109 107", "109 107", "1308"]);
    }

    [Fact]
    public async Task No_default_answer_comes_from_a_day_to_come()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(LoadDatabase.June15);
        var year = LoadOptions.Today().Year + 1;
        var mistyped = new LoadOptions(new DateOnly(year, 7, 15));
        (await LoadPipeline.RunAsync(database.Source, mistyped)).Problem!.Code.ShouldBe("SP-LOAD-106");
        (await LoadPipeline.RunAsync(database.Source, mistyped with { AllowsFuture = true })).Problem.ShouldBeNull();

        (await database.ScalarAsync<string>("SELECT month::text FROM mart.coverage")).ShouldBe("2022-06-01");
        (
            await database.ScalarAsync<bool>(
                $"SELECT has_come FROM mart.coverage_month WHERE is_default_rule_set AND month = '{year}-07-01'"
            )
        ).ShouldBeFalse();

        (await LoadPipeline.UnloadAsync(database.Source, [new(2022, 5, 1)])).Problem!.Code.ShouldBe("SP-LOAD-107");
        (await LoadPipeline.UnloadAsync(database.Source, [new(year, 7, 1)])).Problem.ShouldBeNull();
        (await database.LinesAsync("SELECT DISTINCT month::text FROM mart.coverage_history")).ShouldBe(["2022-06-01"]);
        (await LoadPipeline.UnloadAsync(database.Source, [new(2022, 6, 1)])).Problem!.Code.ShouldBe("SP-LOAD-108");
    }
}
