using Npgsql;

namespace SocietyParty.Bench.Measure;

/// <summary>CPU time of a whole PostgreSQL server on this machine.</summary>
internal sealed class PostgresUsage
{
    private readonly int postmaster;

    private PostgresUsage(int postmaster) => this.postmaster = postmaster;

    /// <summary>Null where the server runs on another machine, or this one does not tell.</summary>
    public static async Task<PostgresUsage?> FindAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await ProcessUsage.IsPostgresAsync(connection.ProcessID, ct)
            ? new PostgresUsage(ProcessUsage.Parent(connection.ProcessID))
            : null;
    }

    /// <summary>CPU milliseconds of all sessions and helpers, ended ones included.</summary>
    public long CpuMs() => ProcessUsage.CpuMs(postmaster) + ProcessUsage.Children(postmaster).Sum(ProcessUsage.CpuMs);
}
