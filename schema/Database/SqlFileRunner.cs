using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>Runs a whole file as it is written, in the transaction that is open.</summary>
internal static class SqlFileRunner
{
    // Npgsql reads the statements it sends and cuts BEGIN ATOMIC bodies at the END of a CASE; a parameter it leaves alone. EXECUTE splits
    // the file as PostgreSQL does, counts an error's place from the file's beginning, and refuses BEGIN, COMMIT and their like. What a file
    // leaves to the end of the transaction is checked at its end: a table with checks that wait cannot be changed by the next file.
    private const string RunAsWritten = """
        CREATE OR REPLACE FUNCTION pg_temp.run_as_written(file text) RETURNS void LANGUAGE plpgsql AS
        $body$ BEGIN EXECUTE file; SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; END $body$
        """;

    /// <summary>What to do where a change of the structure failed.</summary>
    public static SetupText Unchanged { get; } =
        ("Nothing was applied, the database is as it was; mend this and start again.", "没有作任何改动，数据库保持原样；请解决后再启动。");

    /// <summary>Makes <see cref="RunAsync"/> ready for this connection.</summary>
    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(RunAsWritten, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <exception cref="DatabaseSetupException">SP-MIGRATE-201, with the file and, where PostgreSQL tells one, the line.</exception>
    public static async Task RunAsync(NpgsqlConnection connection, SqlFile file, SetupText? hint = null, CancellationToken ct = default)
    {
        try
        {
            // A large index takes longer than any usual limit.
            await using var command = new NpgsqlCommand("SELECT pg_temp.run_as_written($1)", connection)
            {
                CommandTimeout = 0,
                Parameters = { new() { Value = file.Sql } },
            };
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException failure)
        {
            throw new DatabaseSetupException(
                "SP-MIGRATE-201",
                (
                    $"schema/{file.Path}{Place(file, failure)}: PostgreSQL says: {Describe(failure)}."
                        + (hint is null ? "" : $" {hint.English}."),
                    $"更新数据库结构时出错（schema/{file.Path}{Place(file, failure)}）：{Describe(failure)}。"
                        + (hint is null ? "" : $"{hint.Chinese}。")
                ),
                Unchanged,
                inner: failure
            );
        }
    }

    /// <summary>PostgreSQL's message with everything that it says beside it.</summary>
    public static string Describe(PostgresException failure) =>
        string.Join(
            " ",
            new[] { failure.MessageText, failure.Detail, failure.Hint, $"({failure.SqlState})" }.Where(part => !string.IsNullOrEmpty(part))
        );

    /// <summary>The query that PostgreSQL names is the whole file, or the body of a function in it.</summary>
    private static string Place(SqlFile file, PostgresException failure)
    {
        if (failure.InternalQuery is not { Length: > 0 } query || failure.InternalPosition <= 0)
        {
            return "";
        }

        var at = file.Sql.IndexOf(query, StringComparison.Ordinal);
        if (at < 0 || at != file.Sql.LastIndexOf(query, StringComparison.Ordinal))
        {
            return "";
        }

        var before = file.Sql.AsSpan(0, Math.Min(at + failure.InternalPosition - 1, file.Sql.Length));
        return $", line {1 + before.Count('\n')}";
    }
}
