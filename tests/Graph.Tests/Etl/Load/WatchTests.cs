using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Watch;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary><c>load --watch</c>: what is committed becomes visible by itself.</summary>
public sealed class WatchTests
{
    private const string Covered = "SELECT coalesce(sum(organization_coverage_numerator), 0)::bigint FROM mart.coverage";

    [Fact]
    public async Task What_is_committed_is_in_mart_without_any_further_command()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(3);
        await using var watch = new Watch(database.Source);
        (await watch.LoadAsync()).Cause.ShouldBe(WatchCause.Start);
        (await database.ScalarAsync<long>(Covered)).ShouldBe(0);

        await database.BranchAsync(1);
        var load = await watch.LoadAsync();

        (await database.ScalarAsync<long>(Covered)).ShouldBe(1);
        load.Cause.ShouldBe(WatchCause.Change);
        load.Notifications.ShouldBe(1);
        load.VisibleAfter.ShouldNotBeNull();
        load.Report.Reason.ShouldBeNull();
        (await database.LinesAsync("SELECT DISTINCT command FROM dw.load_run")).ShouldBe(["watch"]);
    }

    [Fact]
    public async Task Commits_that_come_together_may_be_one_load_and_none_is_lost()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(3);
        await using var watch = new Watch(database.Source);
        await watch.LoadAsync();
        await database.BranchAsync(1);
        await database.BranchAsync(2);
        await database.BranchAsync(3);

        var heard = 0;
        var loads = 0;
        for (; heard < 3; loads++)
        {
            heard += (await watch.LoadAsync()).Notifications;
        }

        loads.ShouldBeInRange(1, 3);
        (await database.ScalarAsync<long>(Covered)).ShouldBe(3);
    }

    [Fact]
    public async Task A_transaction_that_changes_nothing_a_warehouse_reads_makes_no_load()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await using var watch = new Watch(database.Source);
        await watch.LoadAsync();
        await database.ExecuteAsync("UPDATE graph.society SET credit_code_override = credit_code_override");
        await database.BranchAsync(1);

        (await watch.LoadAsync()).Notifications.ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_connection_is_told_and_survived()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await using var watch = new Watch(database.Source);
        await watch.LoadAsync();
        // The watch's connections, and nobody else's.
        await using var other = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString
        );
        await other.OpenAsync();
        await other.ExecuteAsync(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );
        await watch.NoteAsync("The connection broke: ");
        await watch.NoteAsync("Connected again.");
        (await watch.LoadAsync()).Cause.ShouldBe(WatchCause.Reconnected);

        await database.BranchAsync(1);
        await watch.LoadAsync();
        (await database.ScalarAsync<long>(Covered)).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_that_was_committed_while_nobody_listened_is_loaded_on_return()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await using var watch = new Watch(database.Source);
        await watch.LoadAsync();
        await using var other = await database.Source.OpenConnectionAsync();
        await other.ExecuteAsync(
            """
            INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) VALUES (1, 'p1', '[2020-01-01,)');
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %';
            """
        );
        while ((await watch.LoadAsync()).Report.Rows == 0)
        {
            // The commit is in the load that heard of it, or in that after the connection came back.
        }

        (await database.ScalarAsync<long>("SELECT sum(work_coverage_numerator)::bigint FROM mart.coverage")).ShouldBe(1);
    }

    // A machine that lost its power answers nothing and ends no connection. Processes that stand still are the same to whoever asks them.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_vanished_without_a_word_is_noticed_and_survived(bool duringALoad)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await using var other = await database.Source.OpenConnectionAsync();
        await using var watch = new Watch(database.Source);
        await watch.LoadAsync();
        await other.ExecuteAsync(duringALoad ? "BEGIN; LOCK TABLE dw.published" : "SELECT 1");
        await database.BranchAsync(1);
        if (!duringALoad)
        {
            await watch.LoadAsync();
        }

        var waiting = duringALoad ? "wait_event_type = 'Lock'" : "query LIKE 'LISTEN %' OR query = 'SELECT 1'";
        while (await other.ExecuteScalarAsync<long>($"SELECT count(*) FROM ({OfWatch}) AS one WHERE {waiting}") == 0) { }

        var stopped = (await other.QueryAsync<int>($"SELECT pid FROM ({OfWatch}) AS one")).ToList();
        try
        {
            await SignalAsync("STOP", stopped);
            await watch.NoteAsync("The connection broke: The server does not answer.");
            await watch.NoteAsync("Connected again.");
        }
        finally
        {
            await SignalAsync("CONT", stopped);
            await other.ExecuteAsync("COMMIT");
        }

        while ((await watch.LoadAsync()).Cause != WatchCause.Reconnected) { }
        (await database.ScalarAsync<long>(Covered)).ShouldBe(1);
    }

    private const string OfWatch =
        "SELECT pid, query, wait_event_type FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private static async Task SignalAsync(string signal, IEnumerable<int> processes)
    {
        using var kill = Process.Start("kill", [$"-{signal}", .. processes.Select(process => $"{process}")]);
        await kill.WaitForExitAsync();
    }

    [Fact]
    public async Task A_load_that_another_one_keeps_out_waits_for_it()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var options = new LoadOptions(LoadOptions.Today())
        {
            BeforeStep = (step, _) =>
            {
                inside.TrySetResult();
                return step == LoadPipeline.CommitStep ? go.Task : Task.CompletedTask;
            },
        };
        var another = LoadPipeline.RunAsync(database.Source, options);
        await inside.Task;
        await using var watch = new Watch(database.Source);
        await watch.NoteAsync("Another load is running");
        go.SetResult();

        (await watch.LoadAsync()).Report.Succeeded.ShouldBeTrue();
        (await another).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_failure_ends_the_watch_with_its_report()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await using var watch = new Watch(database.Source);
        await watch.LoadAsync();
        await database.ExecuteAsync("UPDATE graph.rule_set SET is_default = false");

        (await watch.Ended)!.Problem!.Code.ShouldBe("SP-LOAD-301");
    }

    [Fact]
    public async Task A_day_that_ends_in_Beijing_is_loaded_without_a_change()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, since: "2022-06-16");
        // Half a second before midnight in Beijing, which is 16:00 in UTC.
        await using var watch = new Watch(database.Source, new Clock(new(2022, 6, 15, 15, 59, 59, 500, TimeSpan.Zero)));
        (await watch.LoadAsync()).Report.AsOf.ShouldBe(new(2022, 6, 15));
        var next = await watch.LoadAsync();

        next.Cause.ShouldBe(WatchCause.Day);
        next.Report.AsOf.ShouldBe(new(2022, 6, 16));
        next.VisibleAfter.ShouldBeNull();
        (await database.CoverageAsync("2022-06")).ShouldBe("1/2 1/2");
    }

    [Fact]
    public async Task A_timer_that_ends_before_midnight_does_not_load_the_old_day_again()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await using var watch = new Watch(database.Source, new EarlyClock(new(2022, 6, 15, 15, 59, 59, 500, TimeSpan.Zero)));
        (await watch.LoadAsync()).Report.AsOf.ShouldBe(new(2022, 6, 15));

        (await watch.LoadAsync()).Report.AsOf.ShouldBe(new(2022, 6, 16));
    }

    [Fact]
    public async Task The_program_tells_each_load_on_a_line_and_stops_when_it_is_told_to()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await using var etl = EtlProcess.Start("load", "--watch", "--connection", database.ConnectionString);
        await etl.LineAsync("Listening for changes");
        await etl.LineAsync("Load 1: first load, everything (This is the first load)");
        await database.BranchAsync(1);
        var line = await etl.LineAsync("Load 2: 1 commit, 2 subjects, ");
        line.ShouldContain(" s after the first commit.");

        (await etl.TerminateAsync()).ShouldBe(0, etl.Output);
        await etl.LineAsync("Stopped.");
        (await database.LinesAsync("SELECT DISTINCT status FROM dw.load_run")).ShouldBe(["SUCCEEDED"]);
    }

    [Fact]
    public async Task With_json_each_load_is_a_document_on_a_line()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await using var etl = EtlProcess.Start("load", "--watch", "--json", "--connection", database.ConnectionString);
        var first = JsonNode.Parse(await etl.LineAsync("{"))!;
        (first["cause"]!.GetValue<string>(), first["notifications"]!.GetValue<int>()).ShouldBe(("START", 0));
        first["visibleAfterMilliseconds"].ShouldBeNull();
        await database.BranchAsync(1);

        var second = JsonNode.Parse(await etl.LineAsync("{"))!;
        (second["cause"]!.GetValue<string>(), second["notifications"]!.GetValue<int>()).ShouldBe(("CHANGE", 1));
        second["visibleAfterMilliseconds"]!.GetValue<long>().ShouldBeGreaterThan(0);
        second["succeeded"]!.GetValue<bool>().ShouldBeTrue();
    }

    /// <summary>A watch that runs until it is disposed, and what it tells.</summary>
    private sealed class Watch : IWatchObserver, IAsyncDisposable
    {
        // Only what never happens meets it.
        private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(3);

        private readonly CancellationTokenSource stop = new();
        private readonly Channel<WatchLoad> loads = Channel.CreateUnbounded<WatchLoad>();
        private readonly Channel<string> notes = Channel.CreateUnbounded<string>();

        public Watch(NpgsqlDataSource database, TimeProvider? clock = null)
        {
            var times = new WatchTimes
            {
                Busy = TimeSpan.FromMilliseconds(50),
                Reconnect = TimeSpan.FromMilliseconds(50),
                Idle = TimeSpan.FromSeconds(1),
                Answer = TimeSpan.FromSeconds(1),
            };
            Ended = Task.Run(() => new LoadWatcher(database, this, times, clock).RunAsync(null, stop.Token));
        }

        /// <summary>The report of the load that ended it.</summary>
        public Task<LoadReport?> Ended { get; }

        public void Loaded(WatchLoad load) => loads.Writer.TryWrite(load);

        public void Note(Sentence text) => notes.Writer.TryWrite(text.In(Language.English));

        public Task<WatchLoad> LoadAsync() => NextAsync(loads);

        public async Task NoteAsync(string text)
        {
            while (!(await NextAsync(notes)).StartsWith(text, StringComparison.Ordinal)) { }
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            var report = await Ended.WaitAsync(WaitMax);
            if (!loads.Reader.Completion.IsCompleted && report is not null)
            {
                report.Problem!.Code.ShouldBe("SP-LOAD-301");
            }

            stop.Dispose();
        }

        private async Task<T> NextAsync<T>(Channel<T> channel)
        {
            var next = channel.Reader.ReadAsync().AsTask();
            if (await Task.WhenAny(next, Ended).WaitAsync(WaitMax) == Ended && !next.IsCompleted)
            {
                throw new InvalidOperationException($"The watch ended: {(await Ended)?.Problem}");
            }

            return await next;
        }
    }

    /// <summary>A clock that shows a moment of the past when it is first looked at, and runs from there.</summary>
    private sealed class Clock(DateTimeOffset from) : TimeProvider
    {
        private readonly Lazy<long> began = new(System.GetTimestamp);

        public override DateTimeOffset GetUtcNow() => from + System.GetElapsedTime(began.Value);
    }

    /// <summary>A clock that only timers move, at once: to a moment before they are due, unless they are due the next moment.</summary>
    private sealed class EarlyClock(DateTimeOffset now) : TimeProvider
    {
        private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(0.6);

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero)
            {
                now += dueTime > Early * 2 ? dueTime - Early : dueTime;
                dueTime = TimeSpan.Zero;
            }

            return System.CreateTimer(callback, state, dueTime, period);
        }
    }
}
