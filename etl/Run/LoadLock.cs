using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>One load at a time: a lock of the star's database, held by a connection.</summary>
internal static class LoadLock
{
    // Any number will do as long as every version of this program uses the same one.
    private const long Key = 5_315_021_102;

    /// <summary>What a load says that finds it taken.</summary>
    public static LoadProblem Busy { get; } = new(LoadProblem.Busy, []);

    public static async Task<bool> TryTakeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(connection, $"SELECT pg_try_advisory_lock({Key})");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    public static async Task ReleaseAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_unlock({Key})", connection);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
