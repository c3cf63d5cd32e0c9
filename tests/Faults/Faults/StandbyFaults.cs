using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SocietyParty.Faults.Faults;

/// <summary>kill -9 of the standby that answers queries; whatever supervises it starts it again.</summary>
internal sealed class ReplicaKilled() : Fault("replica", "kill -9 of the replica that answers queries")
{
    public override Scene Scene => Scene.Standby;

    public override TimeSpan Lasts => TimeSpan.FromSeconds(5);

    public override Task StrikeAsync(Stage stage, Random random, CancellationToken ct) => stage.Standby!.KillAsync();

    public override Task MendAsync(Stage stage, CancellationToken ct) => stage.Standby!.StartAsync(ct);

    /// <summary>It answers again, too.</summary>
    public override async Task VerifyAsync(Stage stage, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = stage.Address };
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await http.GetStringAsync("/readyz", ct)).Contains("\"serving\":1", StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(100, ct);
        }

        throw new FaultException("The replica was started again and does not answer queries.");
    }
}

/// <summary>
/// kill -9 of the primary, and the standby is promoted at once: how long a cluster's manager takes to decide that is its own. Replication
/// is synchronous, so that what is acknowledged is at both.
/// </summary>
internal sealed class PrimaryLost() : Fault("promotion", "kill -9 of the primary; the standby is promoted")
{
    private const string IsSynchronous = "SELECT count(*) FROM pg_stat_replication WHERE sync_state IN ('sync', 'quorum')";

    public override Scene Scene => Scene.Standby;

    public override bool LeavesRuins => true;

    public override async Task PrepareAsync(Stage stage, CancellationToken ct)
    {
        await using var connection = await stage.ConnectAsync(ct);
        await ExecuteAsync(connection, $"ALTER SYSTEM SET synchronous_standby_names = '{Standby.Name}'", ct);
        await ExecuteAsync(connection, "SELECT pg_reload_conf()", ct);
        await using var command = new NpgsqlCommand(IsSynchronous, connection);
        while (await command.ExecuteScalarAsync(ct) is not 1L)
        {
            await Task.Delay(50, ct);
        }
    }

    public override Task StrikeAsync(Stage stage, Random random, CancellationToken ct) =>
        Signals.KillAsync(stage.Cluster.ServerProcessId!.Value);

    public override async Task MendAsync(Stage stage, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        await stage.Standby!.PromoteAsync();
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  promoted within {watch.Elapsed.TotalSeconds:0.0} s"));
        stage.IsPromoted = true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
