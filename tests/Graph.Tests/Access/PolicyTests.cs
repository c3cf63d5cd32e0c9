using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Service.Access;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>Each table, view and function of the graph has what the wall is made of. A list holds what breaks the sentence.</summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private NpgsqlDataSource database = null!;

    public async Task InitializeAsync() => database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());

    public async Task DisposeAsync() => await database.DisposeAsync();

    private const string Tables =
        "SELECT c.relname AS name, c.* FROM pg_class AS c WHERE c.relnamespace = 'graph'::regnamespace AND c.relkind IN ('r', 'p')";

    [Theory]
    [InlineData(
        "Every table is decided about",
        $"SELECT t.name FROM ({Tables}) AS t WHERE NOT EXISTS (SELECT FROM graph.access_rule AS r WHERE r.name = t.name)"
    )]
    [InlineData(
        "What belongs to somebody has row security, and its owner too",
        $"""
            SELECT t.name FROM ({Tables}) AS t JOIN graph.access_rule AS r USING (name)
            WHERE r.way NOT IN ('SHARED', 'OWN') AND NOT (t.relrowsecurity AND t.relforcerowsecurity)
            """
    )]
    [InlineData(
        "Each has a policy for a committee, one for everything and one for the owner",
        $"""
            SELECT t.name || ' ' || wanted FROM ({Tables}) AS t, unnest(ARRAY['committee', 'everywhere', 'owner']) AS wanted
            WHERE t.name IN (SELECT name FROM graph.access_rule WHERE way NOT IN ('SHARED', 'OWN'))
              AND NOT EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = t.oid AND p.polname = wanted)
            """
    )]
    [InlineData(
        "Whoever sees everything sees each row, and no policy takes away what another gives",
        """
            SELECT polrelid::regclass || ' ' || polname FROM pg_policy
            WHERE polname IN ('everywhere', 'owner', 'research') AND pg_get_expr(polqual, polrelid) <> 'true' OR NOT polpermissive
            """
    )]
    [InlineData("No policy is for everybody", "SELECT polrelid::regclass || ' ' || polname FROM pg_policy WHERE 0 = ANY (polroles)")]
    [InlineData(
        "Policies read a setting in a subquery, once a statement",
        """
            SELECT polrelid::regclass || ' ' || polname FROM pg_policy
            WHERE pg_get_expr(polqual, polrelid) ~ 'current_setting' AND pg_get_expr(polqual, polrelid) !~ 'SELECT \(NULLIF\(current_setting|SELECT NULLIF\(current_setting'
            """
    )]
    [InlineData(
        "What a view shows is what its reader may see, unless everybody may, but for places, by which a scope is found",
        """
            SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'graph'::regnamespace AND relkind = 'v' AND relname <> 'committee_scope'
                  AND NOT reloptions::text ~ 'security_invoker=t(rue)?'
              AND EXISTS (
              SELECT FROM pg_depend AS d JOIN pg_rewrite AS w ON w.oid = d.objid AND w.ev_class = pg_class.oid
              JOIN pg_class AS read ON read.oid = d.refobjid AND read.oid <> pg_class.oid
              WHERE d.refclassid = 'pg_class'::regclass
              AND NOT EXISTS (SELECT FROM graph.access_rule AS r WHERE r.name = read.relname AND r.way = 'SHARED'))
            """
    )]
    [InlineData(
        "What a role of the API reads of source is what it may see of the graph",
        """
            SELECT c.oid::regclass::text FROM pg_class AS c, unnest(ARRAY['api_everywhere', 'api_research', 'api_committee', 'api_branch', 'api_self']) AS role
            WHERE c.relnamespace = 'source'::regnamespace AND has_table_privilege(role, c.oid, 'SELECT') AND NOT coalesce(c.reloptions::text, '') ~ 'security_invoker=t(rue)?'
            """
    )]
    [InlineData(
        "Triggers run as their owner, with a search path that nobody can change",
        """
            SELECT oid::regproc::text FROM pg_proc WHERE pronamespace = 'graph'::regnamespace AND prorettype = 'trigger'::regtype
              AND NOT (prosecdef AND proconfig::text ~ 'search_path')
            """
    )]
    [InlineData(
        "Other functions run as their caller, but for those that find a scope, what is joint with it, or take a turn",
        """
            SELECT oid::regproc::text FROM pg_proc WHERE pronamespace = 'graph'::regnamespace AND prorettype <> 'trigger'::regtype AND prosecdef
              AND proname NOT IN ('scope_of_committee', 'scope_of_team', 'joint_branches', 'take_import_turn')
            """
    )]
    [InlineData(
        "No role of the API logs in, bypasses policies or makes anything",
        """
            SELECT rolname FROM pg_roles
            WHERE rolname LIKE 'api\_%' AND (rolcanlogin OR rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb)
            """
    )]
    [InlineData(
        "No role of the API owns anything",
        "SELECT c.oid::regclass::text FROM pg_class AS c WHERE pg_get_userbyid(c.relowner) LIKE 'api\\_%'"
    )]
    [InlineData(
        "Nobody of them reads what is the program's own",
        """
            SELECT r.name || ' ' || role FROM graph.access_rule AS r, unnest(ARRAY['api_everywhere', 'api_research', 'api_committee', 'api_branch', 'api_self']) AS role
            WHERE r.way = 'OWN' AND has_table_privilege(role, 'graph.' || r.name, 'SELECT, INSERT, UPDATE, DELETE')
            """
    )]
    [InlineData(
        "Researchers read nothing that is about people",
        "SELECT name FROM graph.access_rule WHERE is_about_people AND has_any_column_privilege('api_research', 'graph.' || name, 'SELECT')"
    )]
    [InlineData(
        "Researchers do not read who entered which branch another one is below",
        """
            SELECT a.attname FROM pg_attribute AS a
            WHERE a.attrelid = 'graph.branch_parent'::regclass AND a.attnum > 0 AND a.attname ~ '_by$'
              AND has_column_privilege('api_research', a.attrelid, a.attnum, 'SELECT')
            """
    )]
    [InlineData(
        "Which consortia a supervision team has, a team reads and does not write",
        """
            SELECT polrelid::regclass || ' ' || polname FROM pg_policy
            WHERE polrelid IN ('graph.supervision_team'::regclass, 'graph.consortium'::regclass, 'graph.consortium_supervision'::regclass)
              AND 'api_branch'::regrole = ANY (polroles) AND polcmd <> 'r'
            """
    )]
    [InlineData(
        "Nobody of them writes a place, but that of a society that comes",
        """
            SELECT a.attrelid::regclass || ' ' || role FROM pg_attribute AS a, unnest(ARRAY['api_everywhere', 'api_research', 'api_committee', 'api_branch', 'api_self']) AS role
            WHERE a.attname IN ('place', 'society_place') AND a.atttypid = 'bigint'::regtype AND a.attrelid::regclass::text LIKE 'graph.%'
              AND (SELECT relkind FROM pg_class WHERE oid = a.attrelid) = 'r'
              AND has_column_privilege(role, a.attrelid, a.attnum, 'INSERT, UPDATE')
              AND NOT (a.attrelid = 'graph.society'::regclass AND role IN ('api_everywhere', 'api_committee')
                AND NOT has_column_privilege(role, a.attrelid, a.attnum, 'UPDATE'))
            """
    )]
    [InlineData(
        "Researchers and members write nothing",
        """
            SELECT r.name || ' ' || role FROM graph.access_rule AS r, unnest(ARRAY['api_research', 'api_self']) AS role
            WHERE has_any_column_privilege(role, 'graph.' || r.name, 'INSERT, UPDATE') OR has_table_privilege(role, 'graph.' || r.name, 'DELETE')
            """
    )]
    [InlineData(
        "A place is held by a foreign key that carries it along",
        """
            SELECT a.attrelid::regclass || '.' || a.attname FROM pg_attribute AS a JOIN pg_class AS t ON t.oid = a.attrelid AND t.relkind = 'r'
            WHERE a.attname IN ('place', 'society_place') AND a.atttypid = 'bigint'::regtype AND t.relnamespace = 'graph'::regnamespace AND t.relname <> 'committee'
              AND NOT EXISTS (SELECT FROM pg_constraint AS c WHERE c.conrelid = t.oid AND c.contype = 'f' AND a.attnum = ANY (c.conkey) AND c.confupdtype = 'c')
            """
    )]
    public async Task Holds(string sentence, string offenders) => (await Catalogue.ReadAsync(database, offenders)).ShouldBeEmpty(sentence);

    [Fact]
    public async Task A_table_without_decision_is_an_offender()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            $"""
            CREATE TABLE graph.something_new (id bigint);
            SELECT string_agg(t.name, ' ') FROM ({Tables}) AS t WHERE NOT EXISTS (SELECT FROM graph.access_rule AS r WHERE r.name = t.name)
            """,
            connection
        );
        (await command.ExecuteScalarAsync()).ShouldBe("something_new");
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task Without_a_scope_nothing_is_seen(string role, string scope)
    {
        var tables = await Catalogue.ReadAsync(
            database,
            $"""
            SELECT DISTINCT name FROM graph.access_rule
            WHERE way NOT IN ('SHARED', 'OWN') AND has_table_privilege('{role}', 'graph.' || name, 'SELECT') ORDER BY 1
            """
        );
        tables.Count.ShouldBeGreaterThan(8);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var enter = new NpgsqlCommand($"SET LOCAL ROLE {role}; SELECT set_config('sp.scope', '{scope}', true)", connection);
        await enter.ExecuteNonQueryAsync();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT count(*) FROM graph.{table}", connection);
            (await command.ExecuteScalarAsync()).ShouldBe(0L, table);
        }
    }

    public static TheoryData<string, string> Classes()
    {
        var cases = new TheoryData<string, string>();
        foreach (var of in new[] { AccessClass.Committee, AccessClass.Branch, AccessClass.Self })
        {
            cases.Add(of.RoleName(), "");
            cases.Add(of.RoleName(), "{}");
        }

        return cases;
    }
}
