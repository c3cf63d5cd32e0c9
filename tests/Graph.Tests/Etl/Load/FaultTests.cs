using System.Runtime.InteropServices;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>
/// Whatever breaks a load, and wherever: the star is the one from before, row for row, and the next load gives the star that it would
/// have given anyway. The steps are those of the pipeline, so a new one is among them by itself.
/// </summary>
public sealed class FaultTests
{
    private static readonly LoadOptions Next = new(new(2022, 7, 15), new(2022, 5, 1));

    /// <summary>
    /// A process or a server is killed at the first and the last step of each kind, COMMIT among them; with <c>FAULT_STEPS=all</c>, as
    /// every night, at each. Errors are tried at every step, and connections that end at every third (<see cref="AtomicityTests"/>).
    /// </summary>
    private static readonly IReadOnlyList<string> Killed =
        Environment.GetEnvironmentVariable("FAULT_STEPS") == "all"
            ? LoadPipeline.Steps
            : [.. LoadPipeline.Steps.GroupBy(step => step.Split('/')[0]).SelectMany(kind => kind.Take(1).Concat(kind.Skip(1).TakeLast(1)))];

    // What fails inside the load's own transaction, and how PostgreSQL says so.
    private static readonly (string Statement, string State)[] Refusals =
    [
        ("SET LOCAL statement_timeout = '10ms'; SELECT pg_sleep(600)", PostgresErrorCodes.QueryCanceled),
        // A full disk: PostgreSQL is not given the room that a sort needs for its temporary file.
        (
            "SET LOCAL work_mem = '64kB'; SET LOCAL temp_file_limit = '64kB'; "
                + "SELECT count(*) FROM (SELECT i FROM generate_series(1, 100000) AS i ORDER BY -i OFFSET 1) AS x",
            PostgresErrorCodes.ConfigurationLimitExceeded
        ),
    ];

    // The two take turns: to a transaction both are an error of a statement.
    [Fact]
    public async Task A_statement_that_the_server_refuses_leaves_the_old_star()
    {
        await using var database = await LoadDatabase.ChangedAfterALoadAsync();
        var before = await database.RowVersionsAsync();
        foreach (var (place, broken) in LoadPipeline.Steps.Index())
        {
            var (statement, state) = Refusals[place % Refusals.Length];
            var options = Next with
            {
                BeforeStep = (step, connection) => step == broken ? connection.ExecuteAsync(statement) : Task.CompletedTask,
            };
            // A load that was refused before that step says why.
            var refusal = await Should.ThrowAsync<PostgresException>(async () =>
                (await LoadPipeline.RunAsync(database.Source, options)).Problem?.Message.ShouldBeNull(broken)
            );
            refusal.SqlState.ShouldBe(state);
            (await database.RowVersionsAsync()).ShouldBe(before, broken);
            (await StatusReader.ReadAsync(database.Source)).Runs[0].Status.ShouldBe("FAILED", broken);
        }

        await NextLoadIsWholeAsync(database);
    }

    // A server process that stands still, as on a machine with too much to do: while it does, it holds the lock of the load that failed.
    [Fact]
    public async Task A_rollback_may_take_longer_than_the_connections_default()
    {
        const int SignalContinue = 18;
        const int SignalStop = 19;
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await using var impatient = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 1, CancellationTimeout = -1 }.ConnectionString
        );
        var goesOn = Task.CompletedTask;
        var options = new LoadOptions(LoadDatabase.June15)
        {
            BeforeStep = (step, connection) =>
            {
                if (step != LoadPipeline.Steps[1])
                {
                    return Task.CompletedTask;
                }

                var server = connection.ProcessID;
                Kill(server, SignalStop).ShouldBe(0);
                goesOn = Task.Run(async () =>
                {
                    await Task.Delay(TimeSpan.FromSeconds(3));
                    Kill(server, SignalContinue).ShouldBe(0);
                });
                throw new TimeoutException("broken by the test");
            },
        };
        await Should.ThrowAsync<TimeoutException>(() => LoadPipeline.RunAsync(impatient, options));
        (await LoadPipeline.RunAsync(database.Source, options with { BeforeStep = null })).Problem?.Message.ShouldBeNull();
        await goesOn;
    }

    [Fact]
    public async Task A_transform_that_runs_out_of_disk_in_its_middle_leaves_the_old_star()
    {
        await using var database = await LoadDatabase.ChangedAfterALoadAsync();
        var before = await database.RowVersionsAsync();
        var options = new LoadOptions(new(2022, 7, 15), new(2017, 1, 1))
        {
            IsFull = true,
            BeforeStep = (step, connection) =>
                step == "facts/fct_coverage_monthly"
                    ? connection.ExecuteAsync("SET LOCAL work_mem = '64kB'; SET LOCAL temp_file_limit = '64kB'")
                    : Task.CompletedTask,
        };
        (await Should.ThrowAsync<PostgresException>(() => LoadPipeline.RunAsync(database.Source, options))).SqlState.ShouldBe(
            PostgresErrorCodes.ConfigurationLimitExceeded
        );
        (await database.RowVersionsAsync()).ShouldBe(before);
        await NextLoadIsWholeAsync(database);
    }

    [Fact]
    public async Task A_loader_that_is_killed_after_a_step_leaves_the_old_star_and_status_says_so()
    {
        await using var database = await LoadDatabase.ChangedAfterALoadAsync();
        await using var holder = await HoldAsync(database);
        var before = await database.RowVersionsAsync();
        foreach (var step in Killed)
        {
            await holder.ExecuteAsync("UPDATE public.held SET step = @step; SELECT pg_advisory_lock(77)", new { step });
            await using (
                var etl = EtlProcess.Start("load", "--as-of", "2022-07-15", "--from", "2022-05", "--connection", database.ConnectionString)
            )
            {
                await UntilAsync(holder, "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted)");
                await etl.KillAsync();
            }

            await UntilAsync(
                holder,
                "SELECT NOT EXISTS (SELECT FROM pg_stat_activity AS a JOIN dw.load_run AS r ON r.backend_pid = a.pid "
                    + "WHERE r.id = (SELECT max(id) FROM dw.load_run))"
            );
            await holder.ExecuteAsync("SELECT pg_advisory_unlock(77)");
            (await database.RowVersionsAsync()).ShouldBe(before, step);
            (await StatusReader.ReadAsync(database.Source)).Runs[0].Status.ShouldBe("INTERRUPTED", step);
        }

        await holder.ExecuteAsync("UPDATE public.held SET step = ''");
        await NextLoadIsWholeAsync(database);
    }

    [Fact]
    public async Task A_server_that_crashes_before_a_step_leaves_the_old_star_and_status_says_so()
    {
        using var temporary = new TemporaryFolder();
        // Durable: what was committed before a crash must be there after it.
        var folder = temporary.Below("data");
        var cluster = await PrivateCluster.StartAsync(folder);
        try
        {
            var database = await LoadDatabase.ChangedAfterALoadAsync(cluster.ConnectionString);
            var before = await database.RowVersionsAsync();
            foreach (var broken in Killed)
            {
                var options = Next with { BeforeStep = (step, _) => step == broken ? CrashAsync(cluster) : Task.CompletedTask };
                await Should.ThrowAsync<NpgsqlException>(() => LoadPipeline.RunAsync(database.Source, options));
                await database.Source.DisposeAsync();
                await cluster.DisposeAsync();

                cluster = await PrivateCluster.StartAsync(folder);
                database = LoadDatabase.At(cluster.ConnectionString);
                (await database.RowVersionsAsync()).ShouldBe(before, broken);
                (await StatusReader.ReadAsync(database.Source)).Runs[0].Status.ShouldBe("INTERRUPTED", broken);
            }

            await NextLoadIsWholeAsync(database);
            await database.Source.DisposeAsync();
        }
        finally
        {
            await cluster.DisposeAsync();
        }
    }

    // The log writes a step's row while the next step runs: its end is met one step later, when the connection is closed.
    [Fact]
    public async Task A_log_that_loses_its_connection_is_an_outage_and_leaves_the_old_star()
    {
        const string EndTheLog =
            "SELECT count(pg_terminate_backend(pid, 60000)) FROM pg_stat_activity "
            + "WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE '%synchronous_commit%'";
        await using var database = await LoadDatabase.ChangedAfterALoadAsync();
        var before = await database.RowVersionsAsync();
        var options = Next with
        {
            BeforeStep = async (step, connection) =>
            {
                if (step == LoadPipeline.Steps[0])
                {
                    (await connection.ExecuteScalarAsync<long>(EndTheLog)).ShouldBe(1);
                }
            },
        };
        await Should.ThrowAsync<NpgsqlException>(() => LoadPipeline.RunAsync(database.Source, options));
        (await database.RowVersionsAsync()).ShouldBe(before);
        (await StatusReader.ReadAsync(database.Source)).Runs[0].Status.ShouldBe("INTERRUPTED");
    }

    /// <summary>The next load, and beside it the same load of the same graph that nothing disturbed.</summary>
    private static async Task NextLoadIsWholeAsync(LoadDatabase database)
    {
        await using var undisturbed = await LoadDatabase.ChangedAfterALoadAsync();
        await undisturbed.LoadAsync(Next.AsOf, Next.From);
        await database.LoadAsync(Next.AsOf, Next.From);
        (await database.StarAsync()).ShouldBe(await undisturbed.StarAsync());
    }

    /// <summary>
    /// Makes a load stop in the log of the step that <c>public.held</c> names, or in its COMMIT, for as long as the returned connection
    /// holds lock 77. A server process whose client was killed notices it while it waits.
    /// </summary>
    private static async Task<NpgsqlConnection> HoldAsync(LoadDatabase database)
    {
        await database.ExecuteAsync(
            $$"""
            CREATE TABLE public.held (step text);
            INSERT INTO public.held VALUES ('');
            CREATE FUNCTION public.hold() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
                IF ((SELECT step FROM public.held) = CASE TG_TABLE_NAME WHEN 'load_step' THEN to_jsonb(NEW) ->> 'step' ELSE '{{LoadPipeline.CommitStep}}' END) THEN
                    PERFORM pg_advisory_xact_lock(77);
                END IF;
                RETURN NEW;
            END $body$;
            CREATE TRIGGER hold BEFORE INSERT ON dw.load_step FOR EACH ROW EXECUTE FUNCTION public.hold();
            CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON dw.loaded_month DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.hold();
            DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET client_connection_check_interval = ''20ms''', current_database()); END $do$;
            """
        );
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        return connection;
    }

    private static Task<int> UntilAsync(NpgsqlConnection connection, string question) =>
        connection.ExecuteAsync(
            $"DO $$ BEGIN WHILE NOT ({question}) LOOP PERFORM pg_sleep(0.01), pg_stat_clear_snapshot(); END LOOP; END $$",
            commandTimeout: 180
        );

    // Immediate: no backend ends its work and nothing is written any more; the next start recovers from the log of writes.
    private static async Task CrashAsync(PrivateCluster cluster)
    {
        const int SignalQuit = 3;
        var server = cluster.ServerProcessId!.Value;
        Kill(server, SignalQuit).ShouldBe(0);
        while (cluster.ServerProcessId == server)
        {
            await Task.Delay(5);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
