using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Schema;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>Each table of the star, and what mart shows of it, is walled. A list holds what breaks the sentence.</summary>
public sealed class WarehousePolicyTests : IAsyncLifetime
{
    private NpgsqlDataSource database = null!;

    public async Task InitializeAsync() => database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());

    public async Task DisposeAsync() => await database.DisposeAsync();

    private const string Tables =
        "SELECT c.relname AS name, c.* FROM pg_class AS c WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p') "
        + "AND NOT c.relispartition";

    private const string Undecided =
        $"SELECT t.name FROM ({Tables}) AS t WHERE NOT EXISTS (SELECT FROM dw.access_rule AS r WHERE r.name = t.name)";

    [Theory]
    [InlineData("Every table is decided about", Undecided)]
    [InlineData(
        "Nothing is decided about that is not there",
        "SELECT DISTINCT name FROM dw.access_rule WHERE to_regclass('dw.' || name) IS NULL"
    )]
    [InlineData(
        "What names a committee, a branch or a society is somebody's, or of all at once",
        """
            SELECT DISTINCT r.name FROM dw.access_rule AS r JOIN pg_attribute AS a ON a.attrelid = ('dw.' || r.name)::regclass AND NOT a.attisdropped
            WHERE r.way = 'SHARED' AND a.attname IN ('committee_id', 'branch_id', 'society_id', 'source_id', 'province_code') AND r.name <> 'dim_region'
            """
    )]
    [InlineData(
        "What belongs to somebody has row security, and its owner too",
        $"""
            SELECT DISTINCT t.name FROM ({Tables}) AS t JOIN dw.access_rule AS r USING (name)
            WHERE r.way NOT IN ('SHARED', 'OWN') AND NOT (t.relrowsecurity AND t.relforcerowsecurity)
            """
    )]
    [InlineData(
        "Each has a policy for what mart shows, and one for the owner",
        $"""
            SELECT DISTINCT t.name || ' ' || wanted FROM ({Tables}) AS t JOIN dw.access_rule AS r USING (name), unnest(ARRAY['seen', 'owner']) AS wanted
            WHERE r.way NOT IN ('SHARED', 'OWN') AND NOT EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = t.oid AND p.polname = wanted)
            """
    )]
    [InlineData(
        "Policies ask once a statement",
        """
            SELECT polrelid::regclass || ' ' || polname FROM pg_policy
            WHERE polrelid::regclass::text LIKE 'dw.%' AND regexp_count(pg_get_expr(polqual, polrelid), 'dw\.se') <> regexp_count(pg_get_expr(polqual, polrelid), '\( SELECT dw\.se')
            """
    )]
    [InlineData(
        "What is shown is asked of each row, and what is of all at once of who sees everything",
        """
            SELECT DISTINCT p.polrelid::regclass::text FROM pg_policy AS p JOIN dw.access_rule AS r ON p.polrelid = ('dw.' || r.name)::regclass
            CROSS JOIN LATERAL pg_get_expr(p.polqual, p.polrelid) AS e (rule)
            WHERE p.polname = 'seen' AND (e.rule !~ 'dw\.sees_everything\(\)' OR r.way <> 'EVERYTHING'
                AND strpos(e.rule, format('dw.seen(%L', CASE r.way WHEN 'TREE' THEN 'COMMITTEE' ELSE r.way END)) = 0)
            """
    )]
    [InlineData(
        "What mart shows belongs to mart_owner, and shows what its owner sees",
        """
            SELECT c.oid::regclass::text FROM pg_class AS c
            WHERE c.relnamespace = 'mart'::regnamespace AND c.relkind = 'v' AND (c.relowner <> 'mart_owner'::regrole OR c.reloptions::text ~ 'security_invoker')
            UNION ALL
            SELECT p.oid::regprocedure::text FROM pg_proc AS p WHERE p.pronamespace = 'mart'::regnamespace AND p.proowner <> 'mart_owner'::regrole
            """
    )]
    [InlineData(
        "Views of dw, which belong to the owner of the database, read nothing that is somebody's, but which months there are",
        """
            SELECT DISTINCT v.oid::regclass::text FROM pg_class AS v
            JOIN pg_rewrite AS w ON w.ev_class = v.oid JOIN pg_depend AS d ON d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
            JOIN pg_class AS read ON read.oid = d.refobjid AND read.oid <> v.oid
            JOIN dw.access_rule AS r ON r.name = read.relname
            WHERE v.relnamespace = 'dw'::regnamespace AND v.relkind = 'v' AND read.relnamespace = 'dw'::regnamespace AND r.way <> 'SHARED' AND v.relname <> 'known_figure'
            """
    )]
    [InlineData(
        "Functions of dw run as their caller, but for those that find a scope or a word",
        """
            SELECT oid::regproc::text FROM pg_proc WHERE pronamespace = 'dw'::regnamespace AND prosecdef
              AND proname NOT IN ('sees_everything', 'seen', 'rule_set_named', 'indicator_dimensions')
            """
    )]
    [InlineData(
        "mart_owner neither logs in nor bypasses policies, nor makes anything",
        """
            SELECT rolname FROM pg_roles
            WHERE rolname IN ('mart_owner', 'bi_scoped') AND (rolcanlogin OR rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb)
            """
    )]
    [InlineData(
        "mart_owner reads nothing of the graph but documents and what waits for a load, nor partitions, nor what is the program's own",
        """
            SELECT c.oid::regclass::text FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v') AND has_table_privilege('mart_owner', c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE') AND (
              n.nspname = 'graph' AND c.relname NOT IN ('clause', 'policy_document', 'policy_clause', 'touched')
              OR n.nspname = 'dw' AND (c.relispartition OR c.relname IN ('load_step', 'report_edition', 'report_file')) OR n.nspname IN ('access', 'source', 'meta'))
            """
    )]
    [InlineData(
        "No role of the API, and no reader, reads dw",
        """
            SELECT c.oid::regclass || ' ' || role FROM pg_class AS c, unnest(ARRAY['api_everywhere', 'api_research', 'api_committee', 'api_branch', 'api_self', 'bi_reader', 'bi_scoped']) AS role
            WHERE c.relnamespace IN ('dw'::regnamespace, 'access'::regnamespace) AND c.relkind IN ('r', 'p', 'v') AND has_table_privilege(role, c.oid, 'SELECT, INSERT, UPDATE, DELETE')
            """
    )]
    public async Task Holds(string sentence, string offenders) => (await Catalogue.ReadAsync(database, offenders)).ShouldBeEmpty(sentence);

    [Fact]
    public async Task A_table_without_decision_is_an_offender()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"CREATE TABLE dw.fct_something_new (committee_id bigint); {Undecided}", connection);
        (await command.ExecuteScalarAsync()).ShouldBe("fct_something_new");
    }

    [Theory]
    [InlineData("api_committee", "")]
    [InlineData("api_committee", "{}")]
    [InlineData("api_branch", "")]
    [InlineData("api_branch", "{}")]
    public async Task Without_a_scope_no_number_is_seen(string role, string scope)
    {
        var views = await Catalogue.ReadAsync(
            database,
            """
            SELECT DISTINCT attrelid::regclass::text FROM pg_attribute
            WHERE attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'mart'::regnamespace AND relkind = 'v') AND attname IN ('committee_id', 'society_id', 'source_id')
            ORDER BY 1
            """
        );
        views.Count.ShouldBeGreaterThan(20);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var enter = new NpgsqlCommand($"SET LOCAL ROLE {role}; SELECT set_config('sp.scope', '{scope}', true)", connection);
        await enter.ExecuteNonQueryAsync();
        foreach (var view in views)
        {
            // The version that stands for none.
            await using var command = new NpgsqlCommand(
                $"SELECT count(*) FROM {view} AS v WHERE coalesce((to_jsonb(v) ->> 'committee_id')::bigint, 1) <> 0",
                connection
            );
            (await command.ExecuteScalarAsync()).ShouldBe(0L, view);
        }

        await using var values = new NpgsqlCommand(
            "SELECT coalesce(sum(v.denominator), 0) FROM mart.indicator_value('I01') AS v",
            connection
        );
        (await values.ExecuteScalarAsync()).ShouldBe(0m);
    }
}
