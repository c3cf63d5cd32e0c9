using Npgsql;

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
                WHERE n.nspname IN ('staging', 'dw', 'mart') AND c.relkind IN ('r', 'v', 'm', 'p') AND col_description(c.oid, a.attnum) IS NULL
                  AND (a.attnum > 0 OR obj_description(c.oid, 'pg_class') IS NULL)
                ORDER BY 1
                """
            )
        ).ShouldBeEmpty();
        (
            await database.LinesAsync(
                "SELECT nspname::text FROM pg_namespace n WHERE nspname IN ('staging', 'dw', 'mart') AND obj_description(n.oid, "
                    + "'pg_namespace') IS NULL"
            )
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_foreign_key_of_the_star_has_an_index()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await database.LinesAsync(
                """
                SELECT c.conrelid::regclass || '.' || a.attname
                FROM pg_constraint c
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                WHERE c.contype = 'f' AND c.connamespace = 'dw'::regnamespace
                  -- Days are never removed, so nobody looks for the facts of one.
                  AND c.confrelid <> 'dw.dim_date'::regclass
                  AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])
                """
            )
        ).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT count(*) FROM mart.coverage", true)]
    [InlineData("SELECT count(*) FROM mart.coverage_by_committee", true)]
    [InlineData("SELECT count(*) FROM mart.category_change", true)]
    [InlineData("SELECT count(*) FROM mart.indicator", true)]
    [InlineData("SELECT count(*) FROM dw.fct_coverage_monthly", false)]
    [InlineData("SELECT count(*) FROM dw.load_run", false)]
    [InlineData("SELECT count(*) FROM staging.load", false)]
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
    public async Task The_coverage_view_has_the_columns_that_the_API_reads()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await database.ScalarAsync<string>(
                """
                SELECT string_agg(attname || ' ' || format_type(atttypid, NULL), ', ' ORDER BY attnum)
                FROM pg_attribute WHERE attrelid = 'mart.coverage'::regclass AND attnum > 0
                """
            )
        ).ShouldBe(
            "month date, rule_set_code text, rule_set_title text, is_default_rule_set boolean, society_id bigint, society_name "
                + "text, committee_id bigint, "
                + "committee_name text, region_code character, region_name text, category text, society_kind text, "
                + "discipline_code text, discipline_name text, "
                + "level text, society_count integer, organization_coverage_numerator integer, organization_coverage_denominator integer, "
                + "work_coverage_numerator integer, work_coverage_denominator integer, denominator_all integer, "
                + "denominator_operating integer, "
                + "denominator_with_members integer, denominator_should_build integer, organization_definition text, "
                + "organization_source text, "
                + "work_definition text, work_source text, loaded_at timestamp with time zone, "
                + "strong_coverage_numerator integer, effective_coverage_numerator integer, "
                + "organization_numerator_all integer, organization_numerator_operating integer, "
                + "organization_numerator_with_members integer, organization_numerator_should_build integer, "
                + "work_numerator_all integer, work_numerator_operating integer, work_numerator_with_members integer, "
                + "work_numerator_should_build integer, "
                + "strong_coverage_denominator integer, effective_coverage_denominator integer, "
                + "strong_definition text, strong_source text, effective_definition text, effective_source text"
        );
    }
}
