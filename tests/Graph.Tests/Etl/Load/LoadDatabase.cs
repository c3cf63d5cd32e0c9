using Dapper;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>A migrated database of the test's own with the shipped rule sets, and words to fill its graph.</summary>
internal sealed class LoadDatabase : IAsyncDisposable
{
    public static readonly DateOnly June15 = new(2022, 6, 15);

    private LoadDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<LoadDatabase> CreateAsync()
    {
        var template = await TestCluster.TemplateAsync("load_template", async connectionString =>
        {
            await using var source = NpgsqlDataSource.Create(connectionString);
            await new MigrationRunner(source).RunAsync();
            (await RuleSetLoader.LoadAsync(source, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
            // The calendar is the same in every database; a template with it makes each first load faster.
            await using var connection = await source.OpenConnectionAsync();
            await connection.ExecuteAsync(TransformFile.All["dimensions/dim_date"].Sql);
        });
        return new LoadDatabase(await TestCluster.NewDatabaseAsync(template));
    }

    /// <summary>109 branches, one society each: A 4 of which 2 proposed, B 44, C 61, as the sample has them.</summary>
    public static async Task<LoadDatabase> WithSampleAsync()
    {
        var database = await CreateAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('科技社团党委', '500000');
            INSERT INTO graph.society (name, committee_id, kind, level) SELECT '学会' || i, 1, 'LEARNED_SOCIETY', 'PROVINCIAL' FROM generate_series(1, 109) AS i;
            INSERT INTO graph.branch (name, committee_id, form, status)
            SELECT '学会' || i || '党支部', 1, CASE WHEN i <= 48 THEN 'BRANCH' ELSE 'FUNCTIONAL_BRANCH' END, CASE WHEN i <= 2 THEN 'PROPOSED' ELSE 'ESTABLISHED' END
            FROM generate_series(1, 109) AS i;
            INSERT INTO graph.branch_society (branch_id, society_id) SELECT i, i FROM generate_series(1, 109) AS i;
            INSERT INTO graph.branch_category_period (branch_id, category, valid_during)
            SELECT i, CASE WHEN i <= 4 THEN 'A' WHEN i <= 48 THEN 'B' ELSE 'C' END, daterange(NULL, NULL) FROM generate_series(1, 109) AS i;
            """
        );
        return database;
    }

    /// <summary>One committee in Chongqing, number 1, and societies without anything.</summary>
    public static async Task<LoadDatabase> WithSocietiesAsync(int count)
    {
        var database = await CreateAsync();
        await database.ExecuteAsync(
            $"""
            INSERT INTO graph.committee (name, region_code) VALUES ('科技社团党委', '500000');
            INSERT INTO graph.society (name, committee_id, level) SELECT '学会' || i, 1, 'PROVINCIAL' FROM generate_series(1, {count}) AS i;
            """
        );
        return database;
    }

    /// <summary>Adds a branch of a society and returns its number.</summary>
    public Task<long> BranchAsync(long society, string form = "BRANCH", string status = "ESTABLISHED", string? since = null) =>
        ScalarAsync<long>(
            $"""
            WITH branch AS (
                INSERT INTO graph.branch (name, committee_id, form, status, status_since)
                VALUES ('党支部' || (SELECT count(*) FROM graph.branch), 1, '{form}', '{status}', {Quoted(since)}) RETURNING id
            )
            INSERT INTO graph.branch_society (branch_id, society_id) SELECT id, {society} FROM branch RETURNING branch_id
            """
        );

    public Task CategoryAsync(long branch, string category, string during = "(,)") =>
        ExecuteAsync(
            $"INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES ({branch}, '{category}', '{during}')"
        );

    public async Task<LoadReport> LoadAsync(DateOnly asOf, DateOnly? from = null)
    {
        var report = await LoadPipeline.RunAsync(Source, new LoadOptions(asOf, from));
        report.Problem.ShouldBeNull(report.Problem?.Check?.Describe());
        return report;
    }

    /// <summary>One month of one rule set as <c>I01, I02</c>, such as <c>107/109 107/109</c>.</summary>
    public Task<string> CoverageAsync(string month = "2022-06", string ruleSet = "default", string where = "true") =>
        ScalarAsync<string>(
            $"""
            SELECT format('%s/%s %s/%s', coalesce(sum(organization_coverage_numerator), 0), coalesce(sum(organization_coverage_denominator), 0),
                          coalesce(sum(work_coverage_numerator), 0), coalesce(sum(work_coverage_denominator), 0))
            FROM mart.coverage WHERE to_char(month, 'YYYY-MM') = '{month}' AND rule_set_code = '{ruleSet}' AND {where}
            """
        );

    /// <summary>Every row of the star with its place and writer: equal texts mean that not one row was written.</summary>
    public Task<string> RowVersionsAsync() =>
        ScalarAsync<string>(
            """
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                SELECT 'coverage ' || xmin || ctid::text || f FROM dw.fct_coverage_monthly f
                UNION ALL SELECT 'change ' || xmin || ctid::text || f FROM dw.fct_category_change f
                UNION ALL SELECT 'society ' || xmin || ctid::text || f FROM dw.dim_society f
                UNION ALL SELECT 'branch ' || xmin || ctid::text || f FROM dw.dim_branch f
                UNION ALL SELECT 'committee ' || xmin || ctid::text || f FROM dw.dim_committee f
                UNION ALL SELECT 'rule set ' || xmin || ctid::text || f FROM dw.dim_rule_set f
                UNION ALL SELECT 'days ' || count(*) FROM dw.dim_date
            ) AS row (line)
            """
        );

    /// <summary>The star by its business keys: what it says, without who wrote it and under which surrogate keys.</summary>
    public Task<string> StarAsync() =>
        ScalarAsync<string>(
            """
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                SELECT concat_ws(' ', 'coverage', f.month_key, r.code, f.society_id, f.snapshot_key, s.valid_from, f.committee_id, c.valid_from, coalesce(f.category, '-'),
                    has_counted_organization, has_instructor, work_covered, denominator_all, denominator_operating, denominator_with_members, denominator_should_build,
                    organization_coverage_numerator, organization_coverage_denominator, work_coverage_numerator, work_coverage_denominator)
                FROM dw.fct_coverage_monthly f
                JOIN dw.dim_rule_set r USING (rule_set_key) JOIN dw.dim_society s USING (society_key) JOIN dw.dim_committee c USING (committee_key)
                UNION ALL
                SELECT concat_ws(' ', 'change', f.branch_id, coalesce(date_key, 0), b.valid_from, c.valid_from, coalesce(from_category, '-'), to_category, is_upgrade_to_a)
                FROM dw.fct_category_change f JOIN dw.dim_branch b USING (branch_key) JOIN dw.dim_committee c USING (committee_key)
                UNION ALL
                SELECT 'society ' || (to_jsonb(s) - 'society_key' - 'load_run_id')::text FROM dw.dim_society s
                UNION ALL
                SELECT 'branch ' || (to_jsonb(b) - 'branch_key' - 'load_run_id')::text FROM dw.dim_branch b
                UNION ALL
                SELECT 'committee ' || (to_jsonb(c) - 'committee_key' - 'load_run_id')::text FROM dw.dim_committee c
            ) AS row (line)
            """
        );

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public async Task<IReadOnlyList<string>> LinesAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return (await connection.QueryAsync<string>(sql)).ToList();
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await TestCluster.DropDatabaseAsync(ConnectionString);
    }

    private static string Quoted(string? text) => text is null ? "NULL" : $"'{text}'";
}
