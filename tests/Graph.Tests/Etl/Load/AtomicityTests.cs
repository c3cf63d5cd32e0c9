using Npgsql;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

public sealed class AtomicityTests
{
    private sealed class Broken() : Exception("broken by the test");

    [Fact]
    public async Task A_load_that_breaks_before_any_step_leaves_the_old_star()
    {
        await using var database = await LoadDatabase.ChangedAfterALoadAsync();
        var before = await database.RowVersionsAsync();
        foreach (var broken in LoadPipeline.Steps)
        {
            var options = new LoadOptions(new(2022, 7, 15), new(2022, 5, 1))
            {
                BeforeStep = (step, _) => step == broken ? throw new Broken() : Task.CompletedTask,
            };
            await Should.ThrowAsync<Broken>(() => LoadPipeline.RunAsync(database.Source, options));

            (await database.RowVersionsAsync()).ShouldBe(before, broken);
            (await database.ScalarAsync<string>("SELECT concat_ws(' ', status, error) FROM dw.load_run ORDER BY id DESC LIMIT 1")).ShouldBe(
                "FAILED broken by the test"
            );
            (
                await database.ScalarAsync<long>("SELECT count(*) FROM dw.load_step WHERE load_run_id = (SELECT max(id) FROM dw.load_run)")
            ).ShouldBe(LoadPipeline.Steps.ToList().IndexOf(broken));
        }

        await database.LoadAsync(new(2022, 7, 15));
        (await database.RowVersionsAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_load_whose_backend_is_terminated_leaves_the_old_star()
    {
        await using var database = await LoadDatabase.ChangedAfterALoadAsync();
        var before = await database.RowVersionsAsync();
        // Every third step: to the server a client that is gone is the same, and FaultTests kills that one at each.
        foreach (var broken in LoadPipeline.Steps.Where((_, place) => place % 3 == 0))
        {
            var options = new LoadOptions(new(2022, 7, 15), new(2022, 5, 1))
            {
                BeforeStep = async (step, connection) =>
                {
                    if (step == broken)
                    {
                        await database.ExecuteAsync($"SELECT pg_terminate_backend({connection.ProcessID}, 5000)");
                    }
                },
            };
            await Should.ThrowAsync<NpgsqlException>(() => LoadPipeline.RunAsync(database.Source, options));

            (await database.RowVersionsAsync()).ShouldBe(before, broken);
            (await database.ScalarAsync<string>("SELECT status FROM dw.load_run ORDER BY id DESC LIMIT 1")).ShouldBe("FAILED", broken);
        }
    }

    [Fact]
    public async Task A_reader_in_the_middle_of_a_load_sees_the_old_star()
    {
        await using var database = await LoadDatabase.ChangedAfterALoadAsync();
        var before = await database.RowVersionsAsync();
        var seen = new List<string>();
        var options = new LoadOptions(new(2022, 7, 15)) { BeforeStep = async (_, _) => seen.Add(await database.RowVersionsAsync()) };
        (await LoadPipeline.RunAsync(database.Source, options)).Succeeded.ShouldBeTrue();

        seen.Count.ShouldBe(LoadPipeline.Steps.Count);
        seen.ShouldAllBe(star => star == before);
        (await database.RowVersionsAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_load_sees_one_state_of_the_graph()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        var options = new LoadOptions(LoadDatabase.June15)
        {
            BeforeStep = async (step, _) =>
            {
                if (step == "staging/society_days")
                {
                    await database.ExecuteAsync("DELETE FROM graph.society WHERE id = 2");
                }
            },
        };
        (await LoadPipeline.RunAsync(database.Source, options)).Coverage[0].Societies.ShouldBe(2);
        (await database.LoadAsync(LoadDatabase.June15)).Coverage[0].Societies.ShouldBe(1);
    }

    // Without the lock the second load would wait for the first for ever; the time is a bound, never a measure.
    [Fact(Timeout = 300_000)]
    public async Task A_second_load_at_once_is_refused_and_the_next_one_runs()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        LoadReport? second = null;
        var options = new LoadOptions(LoadDatabase.June15)
        {
            BeforeStep = async (step, _) =>
            {
                if (step == "staging/society_days")
                {
                    second = await LoadPipeline.RunAsync(database.Source, new LoadOptions(LoadDatabase.June15));
                }
            },
        };
        (await LoadPipeline.RunAsync(database.Source, options)).Succeeded.ShouldBeTrue();

        second!.Problem!.Code.ShouldBe("SP-LOAD-201");
        (await database.ScalarAsync<long>("SELECT count(*) FROM dw.load_run")).ShouldBe(1);
        (await database.LoadAsync(LoadDatabase.June15)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Commit_may_take_longer_than_the_connections_default()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.ExecuteAsync(
            """
            CREATE FUNCTION public.slow_commit() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN PERFORM pg_sleep(2); RETURN NULL; END $body$;
            CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON dw.loaded_month DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION public.slow_commit();
            """
        );
        await using var impatient = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { CommandTimeout = 1 }.ConnectionString
        );
        (await LoadPipeline.RunAsync(impatient, new LoadOptions(LoadDatabase.June15))).Problem.ShouldBeNull();

        (await database.LinesAsync("SELECT status FROM dw.load_run")).ShouldBe(["SUCCEEDED"]);
    }

    [Fact]
    public async Task A_run_that_died_without_a_word_is_closed_by_the_next_load()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.ExecuteAsync("INSERT INTO dw.load_run (command, as_of) VALUES ('load', '2022-06-15')");
        await database.LoadAsync(LoadDatabase.June15);

        (await database.LinesAsync("SELECT status FROM dw.load_run ORDER BY id")).ShouldBe(["FAILED", "SUCCEEDED"]);
    }

    [Fact]
    public async Task A_cancelled_load_is_logged_as_failed()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        using var cancel = new CancellationTokenSource();
        var options = new LoadOptions(LoadDatabase.June15)
        {
            BeforeStep = (step, _) => step == "staging/society_days" ? cancel.CancelAsync() : Task.CompletedTask,
        };
        await Should.ThrowAsync<OperationCanceledException>(() => LoadPipeline.RunAsync(database.Source, options, ct: cancel.Token));

        (await database.LinesAsync("SELECT status FROM dw.load_run")).ShouldBe(["FAILED"]);
        (await database.ScalarAsync<long>("SELECT count(*) FROM dw.fct_coverage_monthly")).ShouldBe(0);
    }

    [Fact]
    public async Task The_log_and_the_status_tell_every_step_and_month()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        var heard = new List<StepReport>();
        var report = await LoadPipeline.RunAsync(
            database.Source,
            new LoadOptions(LoadDatabase.June15, new(2022, 5, 20)),
            new Listener(heard)
        );

        heard.ShouldBe(report.Steps);
        report.Steps.Select(step => step.Step).ShouldBe(LoadPipeline.Steps.Take(LoadPipeline.Steps.Count - 1));
        (await database.LinesAsync("SELECT concat_ws(' ', position, step, rows, ms) FROM dw.load_step ORDER BY position")).ShouldBe(
            report.Steps.Select(step => $"{step.Position} {step.Step} {step.Rows} {step.Milliseconds}")
        );
        var status = await StatusReader.ReadAsync(database.Source);
        status
            .Runs.Single()
            .ShouldSatisfyAllConditions(
                run => run.Status.ShouldBe("SUCCEEDED"),
                run => run.Rows.ShouldBe(report.Rows),
                run => run.FromMonth.ShouldBe(new DateOnly(2022, 5, 1))
            );
        status.LastSuccessAt.ShouldBe(status.Runs[0].FinishedAt);
        status.LoadedUpTo.ShouldBe(LoadDatabase.June15);
        status
            .Months.Select(month => (month.Month, month.SnapshotDay, month.Societies, month.RuleSets))
            .ShouldBe([
                (new DateOnly(2022, 6, 1), LoadDatabase.June15, 109, 2),
                (new DateOnly(2022, 5, 1), new DateOnly(2022, 5, 31), 109, 2),
            ]);
    }

    private sealed class Listener(List<StepReport> heard) : IProgress<StepReport>
    {
        public void Report(StepReport value) => heard.Add(value);
    }
}
