using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

public class MigrationRunnerTests
{
    private static readonly MigrationFile People = MigrationFile.Parse(
        "graph/0001_people.sql",
        "CREATE TABLE person (id int PRIMARY KEY);\n"
    );
    private static readonly MigrationFile Names = MigrationFile.Parse("graph/0002_names.sql", "ALTER TABLE person ADD name text;\n");
    private static readonly MigrationFile Facts = MigrationFile.Parse(
        "warehouse/0001_facts.sql",
        "CREATE VIEW fact AS SELECT name FROM person;\n"
    );

    [Fact]
    public async Task Each_file_is_applied_once_and_in_order()
    {
        await using var database = await NewDatabaseAsync();
        var first = await new MigrationRunner(database, [Names, Facts, People], []).RunAsync();
        first.Applied.ShouldBe([People, Names, Facts]);
        first.AlreadyThere.ShouldBe(0);

        var second = await new MigrationRunner(database, [People, Names, Facts], []).RunAsync();
        second.Applied.ShouldBeEmpty();
        second.AlreadyThere.ShouldBe(3);
        (await RecordedAsync(database)).ShouldBe("graph 1 people, graph 2 names, warehouse 1 facts");
    }

    [Fact]
    public async Task What_a_file_leaves_to_the_end_is_checked_before_the_next_one()
    {
        await using var database = await NewDatabaseAsync();
        var waits = MigrationFile.Parse(
            "graph/0002_waits.sql",
            "CREATE TABLE post (person_id int REFERENCES person DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO post VALUES (1);\n"
                + "INSERT INTO person VALUES (1);\n"
        );
        var changes = MigrationFile.Parse("graph/0003_changes.sql", "ALTER TABLE post ADD COLUMN since date;\n");
        (await new MigrationRunner(database, [People, waits, changes], []).RunAsync()).Applied.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_later_version_applies_only_what_is_new()
    {
        await using var database = await NewDatabaseAsync();
        await new MigrationRunner(database, [People], []).RunAsync();
        var heard = new HeardProgress();
        (await new MigrationRunner(database, [People, Names], []).RunAsync(heard)).Applied.ShouldBe([Names]);
        heard.Lines.ShouldBe(["Applying graph/0002_names.sql"]);
    }

    [Fact]
    public async Task An_expansion_of_a_later_version_is_left_alone_and_anything_else_is_refused()
    {
        await using var database = await NewDatabaseAsync();
        var expansion = MigrationFile.Parse(Names.Path, "-- Expansion: a column that nobody has to know.\n" + Names.Sql);
        var other = MigrationFile.Parse("graph/0003_other.sql", "ALTER TABLE person DROP name;\n");
        await new MigrationRunner(database, [People, expansion], []).RunAsync();
        (
            await ScalarAsync(database, "SELECT string_agg(number || ' ' || is_expansion, ', ' ORDER BY number) FROM meta.schema_version")
        ).ShouldBe("1 false, 2 true");

        var heard = new HeardProgress();
        var result = await new MigrationRunner(database, [People], []).RunAsync(heard);
        result.Ahead.Select(file => file.Path).ShouldBe([Names.Path]);
        heard.Lines.ShouldBe(["A later version has brought the database to graph/0002_names.sql; this one works on with it"]);
        // A program that has something to apply of its own is no version before.
        (await FailsAsync(database, [People, Facts])).Code.ShouldBe("SP-MIGRATE-104");
        await new MigrationRunner(database, [People, expansion, other], []).RunAsync();
        (await FailsAsync(database, [People])).Code.ShouldBe("SP-MIGRATE-104");
        (await FailsAsync(database, [People, expansion])).Code.ShouldBe("SP-MIGRATE-104");
    }

    [Fact]
    public async Task Progress_is_a_line_an_area()
    {
        await using var database = await NewDatabaseAsync();
        var heard = new HeardProgress();
        await new MigrationRunner(database, [People, Names, Facts], []).RunAsync(heard);
        heard.Lines.ShouldBe(["Applying graph 0001 to 0002", "Applying warehouse/0001_facts.sql"]);
    }

    [Fact]
    public async Task An_edited_file_is_refused_by_name()
    {
        await using var database = await NewDatabaseAsync();
        await new MigrationRunner(database, [People], []).RunAsync();
        var edited = MigrationFile.Parse(People.Path, People.Sql + "-- an afterthought\n");

        var failure = await FailsAsync(database, [edited, Names]);
        failure.Message.ShouldBe(
            "SP-MIGRATE-106 schema/graph/0001_people.sql differs from the file that was applied to this database. "
                + "If you run a release, install it again unchanged, or the release that made the database. "
                + "If you develop, undo the edit: tables change in a new file with the next number, views and functions in their own "
                + "file under views/."
        );
        (await RecordedAsync(database)).ShouldBe("graph 1 people");
    }

    [Fact]
    public void Line_endings_and_a_byte_order_mark_do_not_change_the_checksum() =>
        MigrationFile.Parse(People.Path, "\uFEFF" + People.Sql.Replace("\n", "\r\n")).Checksum.ShouldBe(People.Checksum);

    [Fact]
    public async Task A_failing_file_names_its_line_and_leaves_nothing()
    {
        await using var database = await NewDatabaseAsync();
        var failing = MigrationFile.Parse(
            "graph/0002_broken.sql",
            "CREATE TABLE half (id int);\n\n-- Next:\nSELECT 1,\n    nonsense\nFROM half;\n"
        );

        var failure = await FailsAsync(database, [People, failing]);
        failure.Message.ShouldBe(
            "SP-MIGRATE-201 schema/graph/0002_broken.sql, line 5: PostgreSQL says: column \"nonsense\" does not exist (42703). "
                + "Nothing was applied, the database is as it was; mend this and start again."
        );
        (await ScalarAsync(database, "SELECT count(*) FROM pg_tables WHERE tablename IN ('half', 'person')")).ShouldBe(0L);
        (await ScalarAsync(database, "SELECT to_regclass('meta.schema_version') IS NULL")).ShouldBe(true);
    }

    [Fact]
    public async Task A_failure_within_a_body_names_the_line_of_the_file()
    {
        await using var database = await NewDatabaseAsync();
        var failing = MigrationFile.Parse(
            People.Path,
            "CREATE TABLE person (id int);\n\nCREATE FUNCTION name() RETURNS int\nLANGUAGE sql AS $$ SELECT\n    nonsense FROM person $$;\n"
        );
        (await FailsAsync(database, [failing])).Message.ShouldStartWith(
            "SP-MIGRATE-201 schema/graph/0001_people.sql, line 5: PostgreSQL says:"
        );
    }

    [Fact]
    public async Task A_failure_without_a_position_names_the_file_and_what_PostgreSQL_names()
    {
        await using var database = await NewDatabaseAsync();
        var failing = MigrationFile.Parse(
            People.Path,
            "CREATE TABLE person (id int PRIMARY KEY);\nINSERT INTO person VALUES (1);\nINSERT INTO person\nVALUES (1);\n"
        );
        var failure = await FailsAsync(database, [failing]);
        failure.Message.ShouldStartWith(
            "SP-MIGRATE-201 schema/graph/0001_people.sql: PostgreSQL says: duplicate key value violates unique constraint \"person_pkey\""
        );
    }

    [Theory]
    [InlineData("COMMIT")]
    [InlineData("begin")]
    [InlineData("ROLLBACK")]
    [InlineData("END")]
    [InlineData("SAVEPOINT half")]
    public async Task A_file_may_not_end_its_own_transaction(string word)
    {
        await using var database = await NewDatabaseAsync();
        var failure = await FailsAsync(database, [MigrationFile.Parse(People.Path, $"CREATE TABLE half (id int);\n{word};\n")]);
        failure.Message.ShouldContain("schema/graph/0001_people.sql: PostgreSQL says: EXECUTE of transaction commands is not implemented");
        (await ScalarAsync(database, "SELECT count(*) FROM pg_tables WHERE tablename = 'half'")).ShouldBe(0L);
    }

    [Fact]
    public async Task Two_runners_at_once_apply_each_file_once()
    {
        await using var database = await NewDatabaseAsync();
        await using var other = NpgsqlDataSource.Create(database.ConnectionString);
        // The file cannot be over before the other runner waits for its turn.
        await using var gate = await database.OpenConnectionAsync();
        await using var transaction = await gate.BeginTransactionAsync();
        await using var shut = new NpgsqlCommand("SELECT pg_advisory_xact_lock(1)", gate, transaction);
        await shut.ExecuteNonQueryAsync();
        var held = MigrationFile.Parse(People.Path, "SELECT pg_advisory_xact_lock(1);\n" + People.Sql);
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var running = Task.WhenAll(
            new[] { database, other }.Select(source => new MigrationRunner(source, [held, Names], []).RunAsync(Heard()))
        );
        await Task.WhenAny(waiting.Task, running);
        waiting.Task.IsCompletedSuccessfully.ShouldBeTrue();
        await transaction.CommitAsync();
        var results = await running;
        results.Sum(result => result.Applied.Count).ShouldBe(2);
        results.Sum(result => result.AlreadyThere).ShouldBe(2);

        HeardProgress Heard() =>
            new(step =>
            {
                if (step.StartsWith("Waiting for another process", StringComparison.Ordinal))
                {
                    waiting.TrySetResult();
                }
            });
    }

    [Fact]
    public async Task After_a_failure_the_next_runner_need_not_wait()
    {
        await using var database = await NewDatabaseAsync();
        await FailsAsync(database, [MigrationFile.Parse(People.Path, "nonsense;")]);
        (await new MigrationRunner(database, [People], []).RunAsync()).Applied.ShouldBe([People]);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        await using var database = await NewDatabaseAsync();
        await new MigrationRunner(database, [People, Names], []).RunAsync();
        (await FailsAsync(database, [People])).Message.ShouldBe(
            "SP-MIGRATE-104 The database is newer than this program: it has graph/0002_names.sql, the program ends at number 0001. "
                + "Run a newer version of the program."
        );
    }

    [Fact]
    public async Task A_missing_number_and_a_repeated_one_are_refused_before_anything_is_applied()
    {
        await using var database = await NewDatabaseAsync();
        (await FailsAsync(database, [Names])).Message.ShouldStartWith("SP-MIGRATE-103 graph has graph/0002_names.sql but no number 0001.");
        var twin = MigrationFile.Parse("graph/0001_twin.sql", "SELECT 1");
        (await FailsAsync(database, [People, twin])).Message.ShouldStartWith(
            "SP-MIGRATE-102 graph/0001_people.sql and graph/0001_twin.sql have the same number."
        );
    }

    [Fact]
    public async Task A_database_that_lacks_an_earlier_file_is_refused()
    {
        await using var database = await NewDatabaseAsync();
        await new MigrationRunner(database, [People, Names], []).RunAsync();
        await ScalarAsync(database, "DELETE FROM meta.schema_version WHERE number = 1");
        (await FailsAsync(database, [People, Names])).Code.ShouldBe("SP-MIGRATE-105");
    }

    [Fact]
    public void A_file_that_is_not_named_like_a_migration_is_refused() =>
        Should.Throw<DatabaseSetupException>(() => MigrationFile.Parse("graph/People.sql", "")).Code.ShouldBe("SP-MIGRATE-101");

    [Fact]
    public async Task Bodies_of_functions_and_odd_characters_reach_the_server_untouched()
    {
        await using var database = await NewDatabaseAsync();
        var file = MigrationFile.Parse(
            People.Path,
            """
            CREATE FUNCTION twice(number int) RETURNS int LANGUAGE plpgsql AS $body$
            BEGIN
                RETURN number * 2; -- a semicolon; in a body
            END $body$;
            CREATE FUNCTION thrice(number int) RETURNS int LANGUAGE sql
            BEGIN ATOMIC
                SELECT CASE WHEN number > 0 THEN number * 3 ELSE 0 END;
            END;
            DO $$ BEGIN PERFORM twice(1); END $$;
            CREATE TABLE odd AS SELECT '@name; $1'::text AS text, '{"a": 1}'::jsonb @> '{"a": 1}' AS holds, E'it\'s; ' AS escaped;
            """
        );
        await new MigrationRunner(database, [file], []).RunAsync();
        (await ScalarAsync(database, "SELECT text || twice(2) || thrice(3) || escaped FROM odd")).ShouldBe("@name; $149it's; ");
    }

    [Theory]
    [InlineData("graph")]
    [InlineData("warehouse")]
    public void The_embedded_files_are_numbered_without_gaps(string area) =>
        MigrationFile.Embedded(area).Select(file => file.Number).ShouldBe(Enumerable.Range(1, MigrationFile.Embedded(area).Count));

    private static async Task<NpgsqlDataSource> NewDatabaseAsync() =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(await TestCluster.NewDatabaseAsync())
            {
                // So that the test's own second data source can be made from this one's string.
                PersistSecurityInfo = true,
            }
        );

    private static Task<DatabaseSetupException> FailsAsync(NpgsqlDataSource database, IReadOnlyList<MigrationFile> files) =>
        Should.ThrowAsync<DatabaseSetupException>(() => new MigrationRunner(database, files, []).RunAsync());

    private static async Task<object?> RecordedAsync(NpgsqlDataSource database) =>
        await ScalarAsync(
            database,
            "SELECT string_agg(concat_ws(' ', area, number, name), ', ' ORDER BY area, number) FROM meta.schema_version"
        );

    private static async Task<object?> ScalarAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
