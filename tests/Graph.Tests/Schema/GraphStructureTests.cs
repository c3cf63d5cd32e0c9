using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>What holds for every table of schema <c>graph</c>.</summary>
public sealed class GraphStructureTests
{
    [Fact]
    public async Task Every_table_view_and_column_has_a_comment() =>
        (
            await LinesAsync(
                """
                SELECT format('%s.%s', c.relname, coalesce(a.attname, '(itself)'))
                FROM pg_class c
                CROSS JOIN LATERAL (
                    SELECT 0 AS attnum, NULL::name AS attname
                    UNION ALL SELECT attnum, attname FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                ) AS a
                WHERE c.relnamespace = 'graph'::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
                  AND CASE WHEN a.attnum = 0 THEN obj_description(c.oid, 'pg_class') ELSE col_description(c.oid, a.attnum) END IS NULL
                """
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task Every_foreign_key_has_an_index() =>
        (
            await LinesAsync(
                """
                SELECT c.conrelid::regclass || '.' || a.attname
                FROM pg_constraint c
                JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                WHERE c.contype = 'f' AND c.connamespace = 'graph'::regnamespace
                  -- Runs are a log, never removed and reached from no query.
                  AND c.confrelid <> 'graph.import_run'::regclass
                  AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL)
                """
            )
        ).ShouldBeEmpty();

    /// <summary>A change of China's clock would have to change the functions, too.</summary>
    [Fact]
    public async Task Beijing_is_eight_hours_ahead_of_UTC_in_each_quarter_of_a_day() =>
        (
            await LinesAsync(
                """
                SELECT t::text FROM generate_series(TIMESTAMPTZ '2000-01-01 00:00+00', '2100-01-01', '6 hours') AS t
                WHERE t AT TIME ZONE 'Asia/Shanghai' <> t AT TIME ZONE interval '8 hours'
                UNION ALL
                SELECT d::text FROM unnest(ARRAY[graph.today(), dw.today()]) AS d WHERE d <> (now() AT TIME ZONE 'Asia/Shanghai')::date
                """
            )
        ).ShouldBeEmpty();

    [Fact]
    public async Task A_score_lies_between_0_and_its_maximum()
    {
        await using var source = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade) SELECT min(id), 2022, 90, 2, "
                + "'EXCELLENT' FROM graph.branch"
        );
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            connection.ExecuteAsync(
                "INSERT INTO graph.assessment_item_score SELECT id, 'SOCIAL_GOVERNANCE_1', 'SOCIAL_GOVERNANCE', 5, 10 FROM graph.assessment"
            )
        );
        refused.ConstraintName.ShouldBe("assessment_item_score_within_maximum");
    }

    private static async Task<IEnumerable<string>> LinesAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QueryAsync<string>(sql);
    }
}
