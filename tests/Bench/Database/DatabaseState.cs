using Npgsql;

namespace SocietyParty.Bench.Database;

/// <summary>What is in a database.</summary>
internal static class DatabaseState
{
    public static async Task<long> SocietiesAsync(this NpgsqlDataSource database, CancellationToken ct) =>
        (long)(await database.ScalarAsync("SELECT count(*) FROM graph.society", ct))!;

    public static async Task<bool> IsLoadedAsync(this NpgsqlDataSource database, CancellationToken ct) =>
        (bool)(await database.ScalarAsync("SELECT EXISTS (SELECT FROM dw.fct_coverage_monthly)", ct))!;

    public static async Task<string> VersionAsync(this NpgsqlDataSource database, CancellationToken ct) =>
        (string)(await database.ScalarAsync("SHOW server_version", ct))!;

    /// <summary>Waits as long as it takes.</summary>
    public static async Task<object?> ScalarAsync(this NpgsqlDataSource database, string sql, CancellationToken ct)
    {
        await using var command = database.CreateCommand(sql);
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(ct);
    }
}
