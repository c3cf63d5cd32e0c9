using Npgsql;
using NpgsqlTypes;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>
/// The log of one load, on a connection of its own: what it writes stays when the load's transaction does not.
/// Success alone is written by the load's transaction, so that a published star and its log never disagree.
/// </summary>
internal sealed class RunLog : IAsyncDisposable
{
    // Whoever begins a load holds the lock; another run that still says RUNNING has died without a word.
    private const string CloseInterrupted = """
        UPDATE dw.load_run
        SET status = 'FAILED', finished_at = clock_timestamp(), error = 'The load was interrupted: its process or the server stopped.'
        WHERE status = 'RUNNING'
        """;

    private const string Start =
        "INSERT INTO dw.load_run (command, as_of, from_month, backend_pid) VALUES (@command, @as_of, @from_month, @pid) RETURNING id";
    private const string AddStep =
        "INSERT INTO dw.load_step (load_run_id, position, step, rows, ms) VALUES (@id, @position, @step, @rows, @ms)";

    // A step's row need not wait for the disk: the load's own commit, and a failure's, carry it along.
    private const string NeedNotWait = "SET synchronous_commit = off";
    private const string Wait = "SET synchronous_commit = on";

    // A commit whose answer was lost on the way may have succeeded: then the row says so already.
    private const string Fail = """
        UPDATE dw.load_run SET status = 'FAILED', finished_at = clock_timestamp(), error = @error
        WHERE id = @id AND status = 'RUNNING'
        """;

    // A server that is gone is not waited for.
    private const int FailSecondsMax = 10;

    // Listeners are notified with the commit, not before.
    private const string Succeed = """
        UPDATE dw.load_run
        SET status = 'SUCCEEDED', finished_at = clock_timestamp(), rows = @rows, mode = @mode, reason = @reason, touched = @touched,
            seen = @seen::pg_snapshot, source_system = @system, horizon = (SELECT day FROM horizon)
        WHERE id = @id;
        SELECT pg_notify('coverage_loaded', @id::text)
        """;

    private readonly NpgsqlConnection _connection;
    private Task _written = Task.CompletedTask;

    private RunLog(NpgsqlConnection connection, long id) => (_connection, Id) = (connection, id);

    /// <summary>Key of the run.</summary>
    public long Id { get; }

    /// <summary>Writes that a load begins. The caller holds the load's lock.</summary>
    public static async Task<RunLog> StartAsync(NpgsqlDataSource database, LoadOptions options, int pid, CancellationToken ct)
    {
        var connection = await database.OpenConnectionAsync(ct);
        try
        {
            await using (var close = LoadStatement.Of(connection, CloseInterrupted))
            {
                await close.ExecuteNonQueryAsync(ct);
            }

            await using var start = LoadStatement.Of(connection, Start);
            start.Parameters.AddWithValue("pid", pid);
            start.Parameters.AddWithValue("command", options.Command);
            start.Parameters.AddWithValue("as_of", options.AsOf);
            start.Parameters.Add(FromMonth(options));
            var id = (long)(await start.ExecuteScalarAsync(ct))!;
            await using var ease = LoadStatement.Of(connection, NeedNotWait);
            await ease.ExecuteNonQueryAsync(ct);
            return new RunLog(connection, id);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The month to begin with as a parameter; a null needs its type.</summary>
    public static NpgsqlParameter FromMonth(LoadOptions options) =>
        new("from_month", NpgsqlDbType.Date) { Value = (object?)options.FromMonth ?? DBNull.Value };

    /// <summary>Writes a finished step, while the next one runs. Where that fails, the step after it says so.</summary>
    public async Task StepAsync(StepReport step, CancellationToken ct)
    {
        await _written;
        _written = WriteAsync(step, ct);
    }

    private async Task WriteAsync(StepReport step, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(_connection, AddStep);
        command.Parameters.AddWithValue("id", Id);
        command.Parameters.AddWithValue("position", step.Position);
        command.Parameters.AddWithValue("step", step.Step);
        command.Parameters.AddWithValue("rows", step.Rows);
        command.Parameters.AddWithValue("ms", step.Milliseconds);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes that the load failed. Returns false if the server does not answer; the next load will write it.</summary>
    public async Task<bool> FailAsync(string error)
    {
        await EndedAsync();
        try
        {
            await using (var wait = new NpgsqlCommand(Wait, _connection) { CommandTimeout = FailSecondsMax })
            {
                await wait.ExecuteNonQueryAsync(CancellationToken.None);
            }

            await using var command = new NpgsqlCommand(Fail, _connection) { CommandTimeout = FailSecondsMax };
            command.Parameters.AddWithValue("id", Id);
            command.Parameters.AddWithValue("error", error);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            return true;
        }
        catch (Exception broken) when (broken is NpgsqlException or InvalidOperationException)
        {
            // What made the load fail is on its way up and says more than this. A connection that broke while it wrote the last step's row
            // is closed, and a statement on it is no longer an outage to the driver.
            return false;
        }
    }

    /// <summary>Writes success inside the load's own transaction, and tells it to listeners.</summary>
    public async Task SucceedAsync(NpgsqlConnection load, LoadPlan plan, ChangeReader.Origin source, long rows, CancellationToken ct)
    {
        await _written;
        await using var command = LoadStatement.Of(load, Succeed);
        command.Parameters.AddWithValue("id", Id);
        command.Parameters.AddWithValue("rows", rows);
        command.Parameters.AddWithValue("mode", plan.IsFull ? "FULL" : "INCREMENTAL");
        command.Parameters.Add(new("reason", NpgsqlDbType.Text) { Value = (object?)plan.Reason?.In(Language.English) ?? DBNull.Value });
        command.Parameters.AddWithValue("touched", plan.Touched);
        command.Parameters.AddWithValue("seen", source.Seen);
        command.Parameters.AddWithValue("system", source.System);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndedAsync();
        await _connection.DisposeAsync();
    }

    // A connection does one thing at a time. What the last step's row met is of no more interest where the load failed or is over.
    private async Task EndedAsync() => await _written.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
