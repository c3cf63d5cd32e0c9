using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Http;

/// <summary>
/// What ends by itself on a day has ended for whoever asks on it: the first request of each of Beijing's days waits until the temporary
/// party organizations whose day has come are dissolved. Nothing has to run at midnight, and several services may do it at once.
/// </summary>
internal sealed partial class DayChange(
    [FromKeyedServices(NamedPool.Writes)] NpgsqlDataSource database,
    TimeProvider clock,
    ILogger<DayChange> log
) : IHostedService, IDisposable
{
    // Without daylight saving since 1991.
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private readonly SemaphoreSlim gate = new(1);
    private volatile int doneDay;

    public static void Use(WebApplication app)
    {
        var turn = app.Services.GetRequiredService<DayChange>();
        app.Use(
            async (context, next) =>
            {
                await turn.EnsureAsync(context.RequestAborted);
                await next(context);
            }
        );
    }

    /// <summary>At the start, so that nobody waits for the day on which it is.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => EnsureAsync(cancellationToken).AsTask();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => gate.Dispose();

    /// <summary>
    /// Does what the day brings, unless that is done. A database that cannot do it now is asked again by the next request.
    /// </summary>
    public async ValueTask EnsureAsync(CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Beijing).DateTime).DayNumber;
        if (doneDay == day)
        {
            return;
        }

        await gate.WaitAsync(ct);
        try
        {
            if (doneDay == day)
            {
                return;
            }

            await using var command = database.CreateCommand("SELECT graph.end_temporary_branches(), graph.place_committees()");
            await command.ExecuteScalarAsync(ct);
            doneDay = day;
        }
        catch (PostgresException refused)
            when (refused.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.InsufficientPrivilege)
        {
            // A copy that is only read gets it from the one that is written.
            doneDay = day;
        }
        catch (NpgsqlException failure)
        {
            // What was asked for meets the outage, too, and says so.
            Failed(log, failure);
        }
        finally
        {
            gate.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The change of the day has to wait: temporary party organizations were not ended")]
    private static partial void Failed(ILogger log, Exception error);
}
