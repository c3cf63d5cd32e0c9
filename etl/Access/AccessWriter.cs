using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Access;

/// <summary>One transaction in the name of somebody: triggers write down who changed accounts, grants and tokens.</summary>
internal static class AccessWriter
{
    /// <summary>Who a command acts for: the login of the database.</summary>
    public const string Actor = "coalesce(nullif(current_setting('graph.actor', true), ''), session_user)";

    public static async Task<T> WriteAsync<T>(
        NpgsqlDataSource database,
        string? by,
        Func<NpgsqlConnection, Task<T>> work,
        CancellationToken ct
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("SELECT set_config('graph.actor', @by, true)", new { by = by ?? "" });
        var result = await work(connection);
        await transaction.CommitAsync(ct);
        return result;
    }
}
