using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>What a run did.</summary>
/// <param name="Applied">In order; empty when the database was up to date.</param>
/// <param name="AlreadyThere">How many files earlier runs had applied.</param>
public sealed record MigrationResult(IReadOnlyList<MigrationFile> Applied, int AlreadyThere);

/// <summary>
/// Applies each file once: area by area as listed, by number within an area, one transaction a file. Two runners take
/// turns. What was applied is in <c>meta.schema_version</c>.
/// </summary>
public sealed class MigrationRunner(NpgsqlDataSource database, IReadOnlyList<MigrationFile> files)
{
    // Any number will do as long as every version of this program uses the same one.
    private const long LockKey = 5_315_021_101;

    // They would end the file's own transaction, and half of the file would stay after a failure.
    private static readonly HashSet<string> TransactionWords = ["begin", "start", "commit", "end", "rollback", "abort", "prepare"];

    // Npgsql reads the statements it sends and cuts BEGIN ATOMIC bodies at the END of a CASE; a parameter it leaves alone.
    private const string RunAsWritten = """
        CREATE OR REPLACE FUNCTION pg_temp.run_as_written(statement text) RETURNS void LANGUAGE plpgsql AS
        $body$ BEGIN EXECUTE statement; END $body$
        """;

    /// <summary>Brings the database to the newest file.</summary>
    /// <exception cref="DatabaseSetupException">The files do not follow on what was applied, or a file failed; that file left
    /// nothing.</exception>
    public async Task<MigrationResult> RunAsync(IStartupProgress? progress = null, CancellationToken ct = default)
    {
        progress ??= StartupProgress.None;
        MigrationPlan.CheckNumbers(files);
        await using var connection = await database.OpenConnectionAsync(ct);
        await TakeTurnAsync(connection, progress, ct);
        try
        {
            await ExecuteAsync(connection, MigrationTable.Create, ct);
            await ExecuteAsync(connection, RunAsWritten, ct);
            var recorded = await MigrationTable.ReadAsync(connection, ct);
            var pending = MigrationPlan.Pending(files, recorded);
            foreach (var area in pending.GroupBy(file => file.Area))
            {
                progress.Step(Describe([.. area]));
                foreach (var file in area)
                {
                    await ApplyAsync(connection, file, ct);
                }
            }

            return new MigrationResult(pending, files.Count - pending.Count);
        }
        finally
        {
            // A pooled connection would carry the lock on to its next user.
            if (connection.State == System.Data.ConnectionState.Open)
            {
                await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({LockKey})", CancellationToken.None);
            }
        }
    }

    /// <summary>One line an area: a failure names its file.</summary>
    private static string Describe(IReadOnlyList<MigrationFile> files) =>
        files.Count == 1
            ? $"Applying {files[0].Path}"
            : string.Create(CultureInfo.InvariantCulture, $"Applying {files[0].Area} {files[0].Number:0000} to {files[^1].Number:0000}");

    private static async Task TakeTurnAsync(NpgsqlConnection connection, IStartupProgress progress, CancellationToken ct)
    {
        await using (var attempt = new NpgsqlCommand($"SELECT pg_try_advisory_lock({LockKey})", connection))
        {
            if (await attempt.ExecuteScalarAsync(ct) is true)
            {
                return;
            }
        }

        progress.Step("Waiting for another process that is changing this database's structure");
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({LockKey})", ct);
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, MigrationFile file, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        var statements = SqlStatement.Split(file.Sql);
        if (statements.FirstOrDefault(statement => TransactionWords.Contains(statement.FirstWord)) is { } ending)
        {
            throw Failed(file, ending.Start, $"it contains `{ending.FirstWord}`, but a file is one transaction already");
        }

        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var statement in statements)
        {
            try
            {
                await RunAsWrittenAsync(connection, statement.Text, ct);
            }
            catch (PostgresException failure)
            {
                // Without a place of its own (a broken constraint has none), the statement's first line is named.
                var within = failure.InternalQuery == statement.Text ? Math.Max(failure.InternalPosition - 1, 0) : 0;
                throw Failed(file, statement.Start + within, $"PostgreSQL says: {Describe(failure)}", failure);
            }
        }

        await MigrationTable.AddAsync(connection, file, (int)watch.ElapsedMilliseconds, ct);
        await transaction.CommitAsync(ct);
    }

    private static string Describe(PostgresException failure) =>
        string.Join(
            " ",
            new[] { failure.MessageText, failure.Detail, failure.Hint, $"({failure.SqlState})" }.Where(part => !string.IsNullOrEmpty(part))
        );

    private static DatabaseSetupException Failed(MigrationFile file, int offset, string reason, Exception? inner = null) =>
        new(
            "SP-MIGRATE-201",
            $"schema/{file.Path}, line {SqlStatement.LineAt(file.Sql, offset)}: {reason}.",
            "Nothing of this file was applied; mend it and start again.",
            inner: inner
        );

    private static async Task RunAsWrittenAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pg_temp.run_as_written($1)", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = statement } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        // A large index, or another runner's turn, takes longer than any usual limit.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
