using Npgsql;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// Brings the rows of a sheet into the graph: one transaction, all or nothing. The same sheet again writes no row, and an empty cell
/// never takes away what the graph knows.
/// </summary>
public static class SheetImporter
{
    /// <param name="committee">The committee's name or its region's code; null where the graph has only one.</param>
    public static Task<ImportReport> ImportAsync(
        NpgsqlDataSource database,
        SheetReading reading,
        string? committee,
        ImportOptions? options = null,
        CancellationToken ct = default
    )
    {
        options ??= ImportOptions.Default;
        return ImportSpans.ImportAsync(reading.Kind.Name, options, () => RunAsync(database, reading, committee, options, ct));
    }

    private static async Task<ImportReport> RunAsync(
        NpgsqlDataSource database,
        SheetReading reading,
        string? committee,
        ImportOptions options,
        CancellationToken ct
    )
    {
        ImportReport Rejected(params IReadOnlyList<ImportProblem> problems) =>
            ImportReport.Rejected(reading.FileName, reading.ReadCount, problems, options.IsDryRun) with
            {
                Discrepancies = reading.Notices,
            };

        // A file that is wrong in itself needs no database.
        if (!reading.IsReadable)
        {
            return Rejected(reading.Problems);
        }

        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await options.BeginAsync(connection);
        try
        {
            var report = await new SheetTransaction(connection, reading, committee, options, ct).ExecuteAsync();
            if (report.Succeeded && !options.IsDryRun)
            {
                await transaction.CommitAsync(ct);
            }

            return report;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return Rejected(Problems.Busy(options.WaitSecondsMax));
        }
        catch (PostgresException refused) when (IsByPolicy(refused) && options.Before is not null)
        {
            // A policy refuses what the caller's role is not about; which row it is would tell of what is not in sight.
            return Rejected(SheetProblems.OutOfSight);
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23" or "54")
        {
            // A constraint of the graph that the checks before did not know of, a value or a size that it cannot keep: never an outage.
            return Rejected(SheetProblems.Refused(refused.ConstraintName ?? refused.SqlState, refused.MessageText));
        }
    }

    // A right that is missing altogether is a fault of the program or its server, and no word about rows. PostgreSQL names the place.
    private static bool IsByPolicy(PostgresException refused) =>
        refused is { SqlState: PostgresErrorCodes.InsufficientPrivilege, Routine: "ExecWithCheckOptions" };
}
