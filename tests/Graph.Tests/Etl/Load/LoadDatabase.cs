using Dapper;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Star;
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

    /// <summary>A copy of a template that the caller fills and loads once a process.</summary>
    public static async Task<LoadDatabase> CopyAsync(string template, Func<LoadDatabase, Task> fill)
    {
        await TestCluster.TemplateAsync(template, async connectionString =>
        {
            var filled = new LoadDatabase(connectionString);
            await using var source = filled.Source;
            await new MigrationRunner(source).RunAsync();
            (await RuleSetLoader.LoadAsync(source, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
            await fill(filled);
        });
        var copy = new LoadDatabase(await TestCluster.NewDatabaseAsync(template));
        // A copy is another database, which a load would notice; here it stands for the one that was loaded.
        await copy.ExecuteAsync(
            "UPDATE dw.load_run SET source_system = regexp_replace(source_system, '[0-9]+$', "
                + "(SELECT oid::text FROM pg_database WHERE datname = current_database()))"
        );
        return copy;
    }

    private const string Sample = """
        INSERT INTO graph.committee (name, region_code) VALUES ('科技社团党委', '500000');
        INSERT INTO graph.society (name, committee_id, kind, level) SELECT '学会' || i, 1, 'LEARNED_SOCIETY', 'PROVINCIAL' FROM generate_series(1, 109) AS i;
        INSERT INTO graph.branch (name, committee_id, form, status)
        SELECT '学会' || i || '党支部', 1, CASE WHEN i <= 48 THEN 'BRANCH' ELSE 'FUNCTIONAL_BRANCH' END, CASE WHEN i <= 2 THEN 'PROPOSED' ELSE 'ESTABLISHED' END
        FROM generate_series(1, 109) AS i;
        INSERT INTO graph.branch_society (branch_id, society_id) SELECT i, i FROM generate_series(1, 109) AS i;
        INSERT INTO graph.branch_category_period (branch_id, category, valid_during)
        SELECT i, CASE WHEN i <= 4 THEN 'A' WHEN i <= 48 THEN 'B' ELSE 'C' END, daterange(NULL, NULL) FROM generate_series(1, 109) AS i;
        """;

    // In every way that makes a load write.
    public const string Changes = """
        UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2022-06-01' WHERE id = 1;
        UPDATE graph.branch_category_period SET valid_during = '(,2022-06-10)' WHERE branch_id = 5;
        INSERT INTO graph.branch_category_period (branch_id, category, valid_during) VALUES (5, 'A', '[2022-06-10,)');
        INSERT INTO graph.supporting_unit (name) VALUES ('大学');
        INSERT INTO graph.society_supporting_unit (society_id, supporting_unit_id, valid_during) VALUES (7, 1, '[2022-05-10,)');
        INSERT INTO graph.society (name, committee_id, level) VALUES ('新学会', 1, 'PROVINCIAL');
        UPDATE graph.committee SET name = '新名' WHERE id = 1;
        """;

    /// <summary>A loaded star and a graph that has changed since in every way that makes a load write.</summary>
    public static async Task<LoadDatabase> ChangedAfterALoadAsync()
    {
        var database = await WithSampleAsync();
        await database.LoadAsync(June15);
        await database.ExecuteAsync(Changes);
        return database;
    }

    /// <summary>The same in an empty database of the caller's own cluster, which the caller drops.</summary>
    public static async Task<LoadDatabase> ChangedAfterALoadAsync(string connectionString)
    {
        var database = new LoadDatabase(connectionString);
        await new MigrationRunner(database.Source).RunAsync();
        (await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
        await database.ExecuteAsync(Sample);
        await database.LoadAsync(June15);
        await database.ExecuteAsync(Changes);
        return database;
    }

    /// <summary>A database that is there already, in a cluster of the caller's own.</summary>
    public static LoadDatabase At(string connectionString) => new(connectionString);

    /// <summary>109 branches, one society each: A 4 of which 2 proposed, B 44, C 61, as the sample has them.</summary>
    public static async Task<LoadDatabase> WithSampleAsync()
    {
        var database = await CreateAsync();
        await database.ExecuteAsync(Sample);
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

    /// <summary>Loads; before <paramref name="step"/> it runs <paramref name="sql"/> inside the load.</summary>
    public async Task<LoadReport> LoadAsync(DateOnly asOf, DateOnly? from = null, string? step = null, string sql = "")
    {
        var options = new LoadOptions(asOf, from)
        {
            BeforeStep = async (name, connection) =>
            {
                if (name == step)
                {
                    await connection.ExecuteAsync(sql);
                }
            },
        };
        var report = await LoadPipeline.RunAsync(Source, options);
        report.Problem.ShouldBeNull(report.Problem?.Check?.Describe());
        return report;
    }

    /// <summary>One month of one rule set as <c>I01, I02</c>, such as <c>107/109 107/109</c>.</summary>
    public Task<string> CoverageAsync(string month = "2022-06", string ruleSet = "default", string where = "true") =>
        ScalarAsync<string>(
            $"""
            SELECT format('%s/%s %s/%s', coalesce(sum(organization_coverage_numerator), 0), coalesce(sum(organization_coverage_denominator), 0),
                          coalesce(sum(work_coverage_numerator), 0), coalesce(sum(work_coverage_denominator), 0))
            FROM mart.coverage_history WHERE to_char(month, 'YYYY-MM') = '{month}' AND rule_set_code = '{ruleSet}' AND {where}
            """
        );

    private static readonly string[] Tables =
    [
        .. FactTable.All.Select(fact => fact.Name),
        .. AggregateTable.All.Select(aggregate => aggregate.Name),
        .. DimensionTable.All.Select(dimension => dimension.Name),
        "dim_rule_set",
        "dim_region",
        "dim_code",
        "dim_grade",
        "dim_scheme_item",
        "bridge_committee",
        "loaded_month",
    ];

    /// <summary>Every row of the star with its place and writer: equal texts mean that not one row was written.</summary>
    public Task<string> RowVersionsAsync() =>
        ScalarAsync<string>(
            $"""
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                {string.Join(
                "\nUNION ALL ",
                Tables.Select(table => $"SELECT '{table} ' || t.xmin || t.ctid::text || t FROM dw.{table} AS t")
            )}
                UNION ALL SELECT 'days ' || count(*) FROM dw.dim_date
            ) AS row (line)
            """
        );

    /// <summary>The star by its business keys: what it says now, without who wrote it and under which surrogate keys.</summary>
    public Task<string> StarAsync() =>
        ScalarAsync<string>(
            $"""
            SELECT string_agg(line, E'\n' ORDER BY line) FROM (
                {string.Join("\nUNION ALL ", FactTable.All.Select(Said))}
                UNION ALL {string.Join("\nUNION ALL ", AggregateTable.All.Select(Said))}
                UNION ALL {string.Join("\nUNION ALL ", DimensionTable.All.Select(Said))}
                UNION ALL SELECT 'tree ' || concat_ws(' ', ancestor_id, committee_id, depth, valid_from, valid_to) FROM dw.bridge_committee
                UNION ALL SELECT 'month ' || concat_ws(' ', month_key, snapshot_day) FROM dw.loaded_month
            ) AS row (line)
            """
        );

    private const string Surrogates = "generation,load_run_id,society_key,branch_key,committee_key,rule_set_key";

    // A surrogate key says what it leads to.
    private static string Said(FactTable fact) =>
        $"""
            SELECT concat_ws(' ', '{fact.Name}', to_jsonb(f) - string_to_array('{Surrogates}', ','),
                (SELECT concat_ws(' ', 'society', d.society_id, d.valid_from) FROM dw.dim_society AS d WHERE d.society_key::text = to_jsonb(f) ->> 'society_key'),
                (SELECT concat_ws(' ', 'branch', d.branch_id, d.valid_from) FROM dw.dim_branch AS d WHERE d.branch_key::text = to_jsonb(f) ->> 'branch_key'),
                (SELECT concat_ws(' ', 'committee', d.committee_id, d.valid_from) FROM dw.dim_committee AS d
                 WHERE d.committee_key::text = to_jsonb(f) ->> 'committee_key'))
            FROM dw.{fact.Name} AS f WHERE f.generation = (SELECT generation FROM dw.published)
            """;

    private static string Said(AggregateTable aggregate) =>
        $"SELECT concat_ws(' ', '{aggregate.Name}', to_jsonb(a) - string_to_array('{Surrogates}', ',')) FROM dw.{aggregate.Name} AS a "
        + "WHERE a.generation = (SELECT generation FROM dw.published)";

    private static string Said(DimensionTable dimension) =>
        $"SELECT concat_ws(' ', '{dimension.Name}', to_jsonb(d) - '{dimension.Thing}_key' - 'load_run_id') FROM dw.{dimension.Name} AS d "
        + "WHERE d.superseded_run_id IS NULL";

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
