using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>Views and functions follow their files, whatever the database had before.</summary>
public sealed class ViewRunnerTests
{
    private static readonly MigrationFile People = MigrationFile.Parse(
        "graph/0001_people.sql",
        "CREATE SCHEMA own; CREATE TABLE own.person (id int, name text); INSERT INTO own.person VALUES (1, 'one');\n"
    );
    private static readonly ViewFile Named = View("named", "SELECT id, name FROM own.person");
    private static readonly ViewFile Short = View("short", "SELECT left(name, 2) AS name FROM own.named");
    private static readonly ViewFile Twice = Function("twice", "(value int)", "value * 2");

    [Fact]
    public async Task They_are_made_after_the_numbered_files_and_then_left_alone()
    {
        await using var database = await NewDatabaseAsync();
        var heard = new HeardProgress();
        (await RunAsync(database, [People], heard, Named, Short, Twice)).ViewsMade.ShouldBe(3);
        heard.Lines.ShouldBe(["Applying graph/0001_people.sql", "Applying 3 views and functions of graph"]);

        heard = new HeardProgress();
        (await RunAsync(database, [People], heard, Named, Short, Twice)).ViewsMade.ShouldBe(0);
        heard.Lines.ShouldBeEmpty();
        (await TextAsync(database, "SELECT string_agg(area || ' ' || name, ', ' ORDER BY name) FROM meta.view_version")).ShouldBe(
            "graph own.named, graph own.short, graph own.twice"
        );
    }

    [Fact]
    public async Task A_view_that_others_read_may_lose_rename_and_retype_columns()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short);
        await RunAsync(
            database,
            View("named", "SELECT name AS called, id::text AS id FROM own.person"),
            View("short", "SELECT left(called, 2) AS name FROM own.named")
        );
        (await ColumnsAsync(database, "named")).ShouldBe("called text, id text");
    }

    [Fact]
    public async Task Comments_and_grants_are_those_of_the_file()
    {
        await using var database = await NewDatabaseAsync();
        var readable = new ViewFile(
            "graph",
            Named.Name,
            Named.Sql + "COMMENT ON COLUMN own.named.id IS 'Key.';\nGRANT SELECT ON own.named TO PUBLIC;\n"
        );
        await RunAsync(database, readable);
        await TextAsync(database, "COMMENT ON COLUMN own.named.name IS 'by hand'");
        (await TextAsync(database, State)).ShouldBe("Key. by hand true");
        await RunAsync(database, readable, Twice);
        (await TextAsync(database, State)).ShouldBe("Key. true");
        await RunAsync(database, Named);
        (await TextAsync(database, State)).ShouldBe("false");
    }

    private const string State = """
        SELECT concat_ws(' ', col_description('own.named'::regclass, 1), col_description('own.named'::regclass, 2),
            EXISTS (SELECT FROM pg_class, aclexplode(relacl) WHERE pg_class.oid = 'own.named'::regclass AND grantee = 0)::text)
        """;

    [Fact]
    public async Task Views_may_change_places()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, View("one", "SELECT id FROM own.person"), View("two", "SELECT id FROM own.one"));
        await RunAsync(database, View("two", "SELECT name FROM own.person"), View("one", "SELECT name FROM own.two"));
        (await ColumnsAsync(database, "one")).ShouldBe("name text");
    }

    [Fact]
    public async Task A_function_with_another_signature_leaves_none_behind()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Twice, View("doubled", "SELECT own.twice(id) AS id FROM own.person"));
        await RunAsync(
            database,
            Function("twice", "(value bigint)", "(value * 2)::int"),
            View("doubled", "SELECT own.twice(id::bigint) AS id FROM own.person")
        );
        (await TextAsync(database, "SELECT string_agg(oid::regprocedure::text, ' ') FROM pg_proc WHERE proname = 'twice'")).ShouldBe(
            "own.twice(bigint)"
        );
    }

    [Theory]
    [InlineData("CREATE INDEX person_twice ON own.person (own.twice(id))")]
    [InlineData("ALTER TABLE own.person ADD CHECK (own.twice(id) > 0)")]
    [InlineData("ALTER TABLE own.person ALTER id SET DEFAULT own.twice(4)")]
    [InlineData("ALTER TABLE own.person ADD twice int GENERATED ALWAYS AS (own.twice(id)) STORED")]
    public async Task A_function_that_a_table_needs_is_replaced_where_it_stands(string need)
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Twice);
        await TextAsync(database, need);
        var before = await TextAsync(database, "SELECT 'own.twice'::regproc::oid::text");
        await RunAsync(database, Function("twice", "(value int)", "value + value"));
        (await TextAsync(database, "SELECT 'own.twice'::regproc::oid::text")).ShouldBe(before);
        (await TextAsync(database, "SELECT pg_get_function_sqlbody('own.twice'::regproc)")).ShouldContain("value + value");
    }

    [Fact]
    public async Task A_function_that_a_table_needs_keeps_its_signature()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Twice);
        await TextAsync(database, "CREATE INDEX person_twice ON own.person (own.twice(id))");
        (await FailsAsync(database, [People], Function("twice", "(value bigint)", "(value * 2)::int"))).Message.ShouldBe(
            "SP-MIGRATE-204 schema/graph/views/own.twice.sql makes one object, own.twice; the database has own.twice(bigint) and "
                + "own.twice(integer). Nothing was applied. Name file and object alike; an old signature that tables depend on is dropped "
                + "in a numbered file."
        );
    }

    [Fact]
    public async Task A_file_makes_what_its_name_says()
    {
        await using var database = await NewDatabaseAsync();
        (await FailsAsync(database, [People], Named with { Name = "own.naned" })).Message.ShouldStartWith(
            "SP-MIGRATE-204 schema/graph/views/own.naned.sql makes one object, own.naned; the database has none."
        );
    }

    [Fact]
    public async Task A_view_of_somebody_else_on_one_of_ours_outlives_a_change()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short);
        await TextAsync(database, "CREATE VIEW theirs AS SELECT name FROM own.short");
        await RunAsync(database, View("named", "SELECT id, name || '!' AS name FROM own.person"), Short);
        (await TextAsync(database, "SELECT name FROM theirs")).ShouldBe("on");

        var failure = await FailsAsync(database, [People], View("named", "SELECT name FROM own.person"), Short);
        failure.Message.ShouldStartWith("SP-MIGRATE-201 schema/graph/views/own.named.sql: PostgreSQL says: cannot drop columns from view");
        failure.Message.ShouldContain(
            "It was replaced, not dropped, because of: view own.short depends on view own.named, view theirs depends on view own.short."
        );
        (await ColumnsAsync(database, "named")).ShouldBe("id integer, name text");
    }

    [Fact]
    public async Task A_numbered_file_may_change_the_columns_that_views_read()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short, View("everything", "SELECT * FROM own.person"));
        var wider = MigrationFile.Parse(
            "graph/0002_wider.sql",
            "ALTER TABLE own.person ALTER id TYPE bigint, ADD since date; SELECT own.twice(1);\n"
        );
        // A function is there while numbered files run, for triggers call it.
        await RunAsync(database, Named, Short, View("everything", "SELECT * FROM own.person"), Twice);
        var result = await RunAsync(database, [People, wider], null, Named, Short, View("everything", "SELECT * FROM own.person"), Twice);
        result.ViewsMade.ShouldBe(4);
        (await ColumnsAsync(database, "named")).ShouldBe("id bigint, name text");
        (await ColumnsAsync(database, "everything")).ShouldBe("id bigint, name text, since date");
    }

    [Fact]
    public async Task Numbered_files_from_before_find_the_views_of_each_other()
    {
        var first = MigrationFile.Parse("graph/0002_named.sql", "CREATE VIEW own.named AS SELECT id FROM own.person;\n");
        var second = MigrationFile.Parse("graph/0003_short.sql", "CREATE VIEW own.short AS SELECT id FROM own.named;\n");
        await using var database = await NewDatabaseAsync();
        await new MigrationRunner(database, [People, first, second], [new ViewList("graph", 3, [Named, Short])]).RunAsync();
        (await ColumnsAsync(database, "short")).ShouldBe("name text");
        await using var later = await NewDatabaseAsync();
        var refused = await Should.ThrowAsync<DatabaseSetupException>(() =>
            new MigrationRunner(later, [People, first, second], [new ViewList("graph", 2, [Named, Short])]).RunAsync()
        );
        refused.Message.ShouldContain("schema/graph/0003_short.sql, line 1: PostgreSQL says: relation \"own.named\" does not exist");
    }

    [Fact]
    public async Task What_has_no_file_any_more_is_dropped()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short, Twice);
        await RunAsync(database, Named);
        (await TextAsync(database, "SELECT concat(to_regclass('own.named'), to_regclass('own.short'), to_regproc('own.twice'))")).ShouldBe(
            "own.named"
        );
        (await TextAsync(database, "SELECT string_agg(name, ', ') FROM meta.view_version")).ShouldBe("own.named");
    }

    [Fact]
    public async Task What_has_no_file_any_more_but_is_needed_is_told()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short);
        await TextAsync(database, "CREATE VIEW theirs AS SELECT name FROM own.short");
        (await FailsAsync(database, [People], Named)).Message.ShouldStartWith(
            "SP-MIGRATE-203 own.short is no part of this program any more, but something depends on it: "
                + "view theirs depends on view own.short."
        );
        (await TextAsync(database, "SELECT name FROM theirs")).ShouldBe("on");
    }

    [Fact]
    public async Task What_is_missing_is_made_again()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short, Twice);
        await TextAsync(database, "DROP VIEW own.short");
        (await RunAsync(database, Named, Short, Twice)).ViewsMade.ShouldBe(3);
        await TextAsync(database, "DROP FUNCTION own.twice");
        (await RunAsync(database, Named, Short, Twice)).ViewsMade.ShouldBe(3);
        (await TextAsync(database, "SELECT name FROM own.short WHERE own.twice(1) = 2")).ShouldBe("on");
    }

    [Fact]
    public async Task A_failure_names_file_and_line_and_leaves_everything_as_it_was()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short);
        var next = MigrationFile.Parse("graph/0002_next.sql", "CREATE TABLE own.next (id int);\n");
        var failure = await FailsAsync(database, [People, next], Named, View("short", "SELECT id,\n    nonsense\nFROM own.named"));
        failure.Message.ShouldBe(
            "SP-MIGRATE-201 schema/graph/views/own.short.sql, line 3: PostgreSQL says: column \"nonsense\" does not exist (42703). "
                + "Nothing was applied, the database is as it was; mend this and start again."
        );
        (await ColumnsAsync(database, "short")).ShouldBe("name text");
        (await TextAsync(database, "SELECT concat(to_regclass('own.next'), (SELECT count(*) FROM meta.schema_version))")).ShouldBe("1");
        (await RunAsync(database, [People, next], null, Named, Short)).Applied.ShouldBe([next]);
    }

    [Fact]
    public async Task Nobody_sees_a_view_missing()
    {
        await using var database = await NewDatabaseAsync();
        await RunAsync(database, Named, Short);
        await using var reader = await database.OpenConnectionAsync();
        var seen = new List<object?>();
        var heard = new HeardProgress(_ =>
        {
            using var look = new NpgsqlCommand("SELECT concat(to_regclass('own.named'), ' ', to_regclass('own.short'))", reader);
            seen.Add(look.ExecuteScalar());
            // To read one is to wait for the end of the change.
            using var read = new NpgsqlCommand("SET lock_timeout = 1; SELECT name FROM own.short", reader);
            seen.Add(Should.Throw<PostgresException>(() => read.ExecuteScalar()).SqlState);
        });
        await RunAsync(database, [People], heard, Named, Short, Twice);
        seen.ShouldBe(["own.named own.short", PostgresErrorCodes.LockNotAvailable]);
    }

    [Fact]
    public async Task Two_runners_at_once_make_them_once()
    {
        await using var database = await NewDatabaseAsync();
        var results = await Task.WhenAll(RunAsync(database, Named, Short), RunAsync(database, Named, Short));
        results.Sum(result => result.ViewsMade).ShouldBe(2);
    }

    [Theory]
    [InlineData("after 0001\nown.a\nown.b", "SP-MIGRATE-107 schema/graph/views/order.txt lists own.b, which has no file.")]
    [InlineData("after 0001", "SP-MIGRATE-107 schema/graph/views/order.txt does not list own.a.sql.")]
    [InlineData("after 0001\nown.a\nown.a", "SP-MIGRATE-107 schema/graph/views/order.txt lists own.a twice.")]
    [InlineData("own.a", "SP-MIGRATE-107 schema/graph/views/order.txt does not begin with a line like `after 0019`.")]
    [InlineData("", "SP-MIGRATE-107 schema/graph/views/order.txt does not begin with a line like `after 0019`.")]
    public void List_and_folder_agree(string order, string message) =>
        Should
            .Throw<DatabaseSetupException>(() =>
                ViewList.Parse("graph", new Dictionary<string, string> { ["order.txt"] = order, ["own.a.sql"] = "" })
            )
            .Message.ShouldStartWith(message);

    [Fact]
    public void A_list_is_read_in_its_order()
    {
        var list = ViewList.Parse(
            "graph",
            new Dictionary<string, string>
            {
                ["order.txt"] = "# first\nafter 0012\n\nown.b\n# then\nown.a\n",
                ["own.a.sql"] = "a",
                ["own.b.sql"] = "b",
            }
        );
        list.After.ShouldBe(12);
        list.Files.ShouldBe([new ViewFile("graph", "own.b", "b"), new ViewFile("graph", "own.a", "a")]);
    }

    private static ViewFile View(string name, string query) =>
        new("graph", $"own.{name}", $"CREATE OR REPLACE VIEW own.{name} AS\n{query};\n");

    private static ViewFile Function(string name, string arguments, string body) =>
        new(
            "graph",
            $"own.{name}",
            $"CREATE OR REPLACE FUNCTION own.{name}{arguments} RETURNS int LANGUAGE sql IMMUTABLE RETURN {body};\n"
        );

    private static async Task<NpgsqlDataSource> NewDatabaseAsync() => NpgsqlDataSource.Create(await TestCluster.NewDatabaseAsync());

    private static Task<MigrationResult> RunAsync(NpgsqlDataSource database, params ViewFile[] views) =>
        RunAsync(database, [People], null, views);

    private static Task<MigrationResult> RunAsync(
        NpgsqlDataSource database,
        MigrationFile[] files,
        IStartupProgress? progress,
        params ViewFile[] views
    ) => new MigrationRunner(database, files, [new ViewList("graph", 1, views)]).RunAsync(progress);

    private static Task<DatabaseSetupException> FailsAsync(NpgsqlDataSource database, MigrationFile[] files, params ViewFile[] views) =>
        Should.ThrowAsync<DatabaseSetupException>(() => RunAsync(database, files, null, views));

    private static Task<string> ColumnsAsync(NpgsqlDataSource database, string view) =>
        TextAsync(
            database,
            "SELECT string_agg(attname || ' ' || format_type(atttypid, NULL), ', ' ORDER BY attnum) FROM pg_attribute "
                + $"WHERE attrelid = 'own.{view}'::regclass AND attnum > 0"
        );

    private static async Task<string> TextAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (await command.ExecuteScalarAsync()) as string ?? "";
    }
}
