using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>
/// Makes every statement of a load, COMMIT included, so that each has the load's own time limit. The connection's default of 30 seconds
/// is for queries: a large load passed it at COMMIT and lost everything.
/// </summary>
internal static class LoadStatement
{
    public static NpgsqlCommand Of(NpgsqlConnection connection, string sql) =>
        new(sql, connection) { CommandTimeout = LoadOptions.StepSecondsMax };

    /// <summary>Whether a condition holds.</summary>
    public static async Task<bool> IsTrueAsync(NpgsqlConnection connection, string condition, CancellationToken ct)
    {
        await using var command = Of(connection, $"SELECT {condition}");
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Commits the open transaction. <see cref="NpgsqlTransaction"/> would do it under the connection's default limit.</summary>
    public static async Task CommitAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var commit = Of(connection, "COMMIT");
        await commit.ExecuteNonQueryAsync(ct);
    }
}
