using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>Whether a database has the structure that this program expects; changes nothing.</summary>
public static class MigrationState
{
    /// <summary>All files of the program, in the order in which they are applied.</summary>
    public static IReadOnlyList<MigrationFile> Expected { get; } =
    [.. MigrationFile.Embedded("graph"), .. MigrationFile.Embedded("warehouse")];

    /// <summary>The files that are still to be applied to the database, in order; empty where it is up to date.</summary>
    /// <exception cref="DatabaseSetupException">What was applied is not what this program would apply, for example because the database
    /// is newer.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refused.</exception>
    public static async Task<IReadOnlyList<MigrationFile>> MissingAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            return Missing(await MigrationTable.ReadAsync(connection, ct));
        }
        catch (PostgresException none) when (none.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return Expected;
        }
    }

    /// <summary>The files that are still to be applied where these were.</summary>
    /// <exception cref="DatabaseSetupException">What was applied is not what this program would apply.</exception>
    public static IReadOnlyList<MigrationFile> Missing(IReadOnlyList<RecordedMigration> recorded) =>
        MigrationPlan.Pending(Expected, recorded);

    /// <summary>What a database records; nothing where it has no record.</summary>
    public static async Task<IReadOnlyList<RecordedMigration>> RecordedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT to_regclass('meta.schema_version') IS NOT NULL", connection);
        return await command.ExecuteScalarAsync(ct) is true ? await MigrationTable.ReadAsync(connection, ct) : [];
    }
}
