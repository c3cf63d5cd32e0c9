using Npgsql;

namespace SocietyParty.Service.Start;

/// <summary>Adds a link to the record of what was done, once a minute: what is sealed cannot be changed without being seen.</summary>
internal static partial class AuditSealer
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    /// <summary>Seals until the service stops. An outage leaves records to the next link.</summary>
    public static async Task RunAsync(NpgsqlDataSource database, ILogger log, TimeProvider clock, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Wait, clock, stopping);
                try
                {
                    await using var seal = database.CreateCommand("SELECT graph.seal_audit()");
                    await seal.ExecuteScalarAsync(stopping);
                }
                catch (NpgsqlException failure) when (!stopping.IsCancellationRequested)
                {
                    Failed(log, failure.Message);
                }
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // The service stops; Npgsql tells a cancellation in more than one way.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The record of what was done was not sealed: {Reason}; tried again in a minute")]
    private static partial void Failed(ILogger log, string reason);
}
