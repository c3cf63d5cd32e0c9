using Dapper;
using Npgsql;
using SocietyParty.Etl.Readers;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Readers;

/// <summary>What a reader can do and what not.</summary>
[Collection(nameof(ReaderFixture))]
public sealed class ReaderAccountTests(ReaderFixture fixture)
{
    private const string Denied = PostgresErrorCodes.InsufficientPrivilege;
    private const string ReadOnly = PostgresErrorCodes.ReadOnlySqlTransaction;

    /// <summary>A statement, and the state with which it is refused; null where it is answered.</summary>
    public static TheoryData<string, string?> Statements =>
        new()
        {
            { "SELECT sum(organization_coverage_numerator) FROM mart.coverage", null },
            { "SELECT count(*) FROM society", null },
            { "SELECT count(*) FROM mart.clause_of('001 §7')", null },
            { "SELECT obj_description('mart.coverage'::regclass)", null },
            { "SELECT count(*) FROM dw.fct_coverage_monthly", Denied },
            { "SELECT count(*) FROM graph.person", Denied },
            { "SELECT count(*) FROM source.member", Denied },
            { "SELECT graph.today()", Denied },
            { "SELECT rolpassword FROM pg_authid", Denied },
            { "SELECT pg_read_file('postgresql.conf')", Denied },
            { "COPY mart.coverage TO PROGRAM 'cat'", Denied },
            { "COPY (SELECT 1) TO PROGRAM 'cat'", Denied },
            { "DELETE FROM mart.code", Denied },
            { "SET default_transaction_read_only = off; DELETE FROM dw.loaded_month", Denied },
            { "SET default_transaction_read_only = off; UPDATE mart.code SET label_en = ''", Denied },
            { "SET default_transaction_read_only = off; CREATE TABLE mart.own (id int)", Denied },
            { "SET default_transaction_read_only = off; CREATE TABLE public.own (id int)", Denied },
            { "SET default_transaction_read_only = off; CREATE SCHEMA own", Denied },
            { "CREATE TEMPORARY TABLE own (id int)", ReadOnly },
            { "SET default_transaction_read_only = off; CREATE TEMPORARY TABLE own (id int)", Denied },
            { "SET default_transaction_read_only = off; SELECT 1 AS id INTO TEMPORARY own", Denied },
            { "SELECT lo_create(0)", Denied },
            { "SELECT pg_advisory_lock(1)", Denied },
            { "SELECT pg_try_advisory_lock_shared(1, 2)", Denied },
            { "SET ROLE societyparty", Denied },
            { "SET default_transaction_read_only = off; CREATE ROLE friend IN ROLE bi_reader", Denied },
        };

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task A_statement_is_answered_or_refused(string sql, string? state)
    {
        await using var reader = await fixture.LogInAsync();
        (await StateAsync(reader, sql)).ShouldBe(state);
    }

    [Fact]
    public async Task Every_view_and_function_of_mart_is_open_and_nothing_else_is()
    {
        // What the owner sees, asked of the reader; functions by their right, since each wants other values.
        var relations = await fixture.Database.LinesAsync(
            """
            SELECT n.nspname || '.' || c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\_%' ORDER BY 1
            """
        );
        relations.Count(name => name.StartsWith("mart.", StringComparison.Ordinal)).ShouldBeGreaterThan(30);
        await using var reader = await fixture.LogInAsync();
        foreach (var relation in relations)
        {
            var expected = relation.StartsWith("mart.", StringComparison.Ordinal) ? null : Denied;
            (await StateAsync(reader, $"SELECT * FROM {relation} LIMIT 1")).ShouldBe(expected, relation);
        }

        (
            await fixture.Database.LinesAsync(
                $"""
                SELECT oid::regprocedure::text FROM pg_proc
                WHERE pronamespace = 'mart'::regnamespace AND NOT has_function_privilege('{ReaderFixture.Reader}', oid, 'EXECUTE')
                """
            )
        // It tells of fewer than five people: the report hides them, where it prints totals beside them.
        ).ShouldBe(["mart.member_detail(date)"]);
        (
            await fixture.Database.LinesAsync(
                $"""
                SELECT nspname::text FROM pg_namespace
                WHERE nspname NOT LIKE 'pg\_%' AND has_schema_privilege('{ReaderFixture.Reader}', oid, 'USAGE') ORDER BY 1
                """
            )
        ).ShouldBe(["information_schema", "mart", "public"]);
    }

    [Theory]
    [InlineData("search_path", "mart")]
    [InlineData("statement_timeout", "1min")]
    [InlineData("idle_in_transaction_session_timeout", "1min")]
    [InlineData("default_transaction_read_only", "on")]
    public async Task A_session_begins_with_its_settings(string setting, string value)
    {
        await using var reader = await fixture.LogInAsync();
        (await reader.ExecuteScalarAsync<string>($"SHOW {setting}")).ShouldBe(value);
    }

    [Fact]
    public async Task The_rest_of_a_private_cluster_is_closed_to_readers()
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(fixture.ConnectionString(ReaderFixture.Reader, fixture.Password));
        foreach (var database in (string[])["postgres", "template1"])
        {
            elsewhere.Database = database;
            await using var connection = new NpgsqlConnection(elsewhere.ConnectionString);
            (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync())).SqlState.ShouldBe(Denied);
        }
    }

    [Fact]
    public async Task A_long_statement_is_cancelled_and_one_connection_too_many_refused()
    {
        const string Name = "reader_with_little";
        var password = await ReaderAccount.CreateAsync(
            fixture.Database.Source,
            Name,
            new ReaderLimits(2, StatementSeconds: 1),
            isPrivate: true
        );
        try
        {
            await using var first = await fixture.LogInAsync(Name, password);
            (await StateAsync(first, "SELECT pg_sleep(600)")).ShouldBe(PostgresErrorCodes.QueryCanceled);
            await using var second = await fixture.LogInAsync(Name, password);
            var refused = await Should.ThrowAsync<PostgresException>(() => fixture.LogInAsync(Name, password));
            refused.SqlState.ShouldBe(PostgresErrorCodes.TooManyConnections);
        }
        finally
        {
            await ReaderAccount.RevokeAsync(fixture.Database.Source, Name);
        }
    }

    [Fact]
    public async Task A_revoked_reader_loses_its_sessions_and_its_login()
    {
        const string Name = "reader_for_a_while";
        var password = await ReaderAccount.CreateAsync(fixture.Database.Source, Name, new ReaderLimits(), isPrivate: true);
        await using var open = await fixture.LogInAsync(Name, password);
        await ReaderAccount.RevokeAsync(fixture.Database.Source, Name);

        (await StateAsync(open, "SELECT 1")).ShouldBe(PostgresErrorCodes.AdminShutdown);
        var refused = await Should.ThrowAsync<PostgresException>(() => fixture.LogInAsync(Name, password));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InvalidPassword);
        (await fixture.Database.ScalarAsync<long>($"SELECT count(*) FROM pg_roles WHERE rolname = '{Name}'")).ShouldBe(0);
    }

    [Fact]
    public async Task The_password_is_long_checked_by_scram_and_in_no_log()
    {
        const string Name = "reader_that_is_logged";
        var loud = new NpgsqlConnectionStringBuilder(fixture.Database.ConnectionString)
        {
            Options = "-c log_statement=all",
            Pooling = false,
        };
        await using var source = NpgsqlDataSource.Create(loud.ConnectionString);
        var password = await ReaderAccount.CreateAsync(source, Name, new ReaderLimits(), isPrivate: true);
        try
        {
            password.Length.ShouldBe(32);
            password.ShouldAllBe(letter => char.IsAsciiLetterOrDigit(letter));
            (await fixture.Database.ScalarAsync<string>($"SELECT rolpassword FROM pg_authid WHERE rolname = '{Name}'")).ShouldStartWith(
                "SCRAM-SHA-256$4096:"
            );
            await using (await fixture.LogInAsync(Name, password)) { }

            var log = await LogAsync((await TestCluster.ClusterAsync()).LogFile);
            log.ShouldContain("societyparty.verifier");
            log.ShouldNotContain(password);
        }
        finally
        {
            await ReaderAccount.RevokeAsync(fixture.Database.Source, Name);
        }
    }

    [Fact]
    public async Task Loads_and_imports_go_on_where_the_owner_is_no_superuser()
    {
        const string Owner = "owner_of_one_database";
        await fixture.Database.ExecuteAsync(
            $"CREATE ROLE {Owner} LOGIN CREATEROLE PASSWORD 'owner'; GRANT bi_reader TO {Owner} WITH ADMIN OPTION"
        );
        var own = new NpgsqlConnectionStringBuilder(await TestCluster.NewDatabaseAsync());
        await fixture.Database.ExecuteAsync($"ALTER DATABASE {own.Database} OWNER TO {Owner}");
        (own.Username, own.Password) = (Owner, "owner");
        const string Name = "reader_of_the_owner";
        await using (var source = NpgsqlDataSource.Create(own.ConnectionString))
        {
            await using var connection = await source.OpenConnectionAsync();
            // What is asked of the star where readers are listed.
            await connection.ExecuteAsync(
                """
                CREATE SCHEMA mart; CREATE SCHEMA access; CREATE SCHEMA dw;
                CREATE TABLE access.reader (name text, committee_id bigint);
                CREATE TABLE dw.dim_committee (committee_id bigint, name text, superseded_run_id bigint, is_current boolean);
                """
            );
            await ReaderAccount.CreateAsync(source, Name, new ReaderLimits(), isPrivate: false);
            await connection.ExecuteAsync("CREATE TEMPORARY TABLE own (id int)");
            (await ReaderAccount.ListAsync(source)).Single(reader => reader.Name == Name).HasTemporaryTables.ShouldBeFalse();
            await ReaderAccount.RevokeAsync(source, Name);
        }

        await TestCluster.DropDatabaseAsync(own.ConnectionString);
        await fixture.Database.ExecuteAsync($"DROP ROLE {Owner}");
    }

    private static async Task<string?> StateAsync(NpgsqlConnection connection, string sql)
    {
        try
        {
            // One by one: a transaction's mode is that of its beginning.
            foreach (var statement in sql.Split("; "))
            {
                await connection.ExecuteAsync(statement);
            }

            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    private static async Task<string> LogAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return await new StreamReader(stream).ReadToEndAsync();
    }
}
