using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Health;

/// <summary>
/// Whether requests can be answered: the database is reached within <see cref="Seconds"/> and has the structure that this program
/// expects. Probes at the same moment share one look, so that many of them cannot exhaust the sessions.
/// </summary>
internal sealed class ReadinessCheck(NpgsqlDataSource database) : IHealthCheck
{
    /// <summary>How long the database may take; an orchestrator's probe usually waits no longer than that.</summary>
    public const int Seconds = 2;

    private readonly Lock gate = new();
    private Task<HealthCheckResult>? running;

    /// <summary>
    /// A connection made for each look: it must not wait behind queries, and one from before an outage would say nothing of now.
    /// </summary>
    public static NpgsqlDataSource Source(string graph) =>
        NamedPool.Create(
            new NpgsqlConnectionStringBuilder(graph)
            {
                ApplicationName = "SocietyParty.Graph API, readiness",
                Options = "-c default_transaction_read_only=on",
                Pooling = false,
                Timeout = Seconds,
                CommandTimeout = Seconds,
                CancellationTimeout = 1,
            }.ConnectionString,
            NamedPool.Readiness
        );

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (gate)
        {
            if (running is null or { IsCompleted: true })
            {
                running = LookAsync();
            }

            return running.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> LookAsync()
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(Seconds));
        try
        {
            await using var connection = await database.OpenConnectionAsync(late.Token);
            var missing = await MigrationState.MissingAsync(connection, late.Token);
            return missing.Count == 0
                ? HealthCheckResult.Healthy()
                : Unhealthy(
                    $"SP-HEALTH-002 The database lacks {missing.Count} of the program's migrations, the first is {missing[0].Path}. "
                        + "Restart the service: a start applies them."
                );
        }
        catch (DatabaseSetupException mismatch)
        {
            return Unhealthy($"SP-HEALTH-003 {mismatch.Message}");
        }
        // The driver's own words may name hosts and users: they are for the log of a request, not for whoever asks here.
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return Unhealthy(
                $"SP-HEALTH-001 The database cannot be reached within {Seconds} seconds. Check that the server runs and that "
                    + "ConnectionStrings__Graph names it."
            );
        }
    }

    private static HealthCheckResult Unhealthy(string description) => HealthCheckResult.Unhealthy(description);
}
