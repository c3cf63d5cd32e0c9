using System.Globalization;
using Npgsql;
using SocietyParty.Service.Access;
using SocietyParty.Service.Trust;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Service.Queries;

/// <summary>
/// A line of the log for a statement that took long: SHA-256 of its document, and PostgreSQL's plan without values, which are parameters
/// there, and without the client's aliases. The plan is asked for afterwards, one at a time and of a document once a minute: who is slow
/// already shall not be made slower.
/// </summary>
public sealed partial class SlowStatements(SessionSources sessions, int slowMs, TimeProvider clock, ILogger<SlowStatements> log)
{
    private const int DocumentsMax = 1_000;
    private const string Unknown = "not known";

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> told = new(StringComparer.Ordinal);
    private bool isAsking;

    /// <summary>Tells of a statement whose first row took so long, where that was long.</summary>
    public void Took(PreparedQuery query, TimeSpan time)
    {
        if (time.TotalMilliseconds < slowMs)
        {
            return;
        }

        var hash = query.Document is { Length: > 0 } document ? TrustedDocuments.Hash(document) : Unknown;
        lock (gate)
        {
            var now = clock.GetTimestamp();
            if (isAsking || (told.TryGetValue(hash, out var last) && clock.GetElapsedTime(last, now) < Pause))
            {
                return;
            }

            if (told.Count >= DocumentsMax)
            {
                told.Clear();
            }

            told[hash] = now;
            isAsking = true;
        }

        _ = Task.Run(() => TellAsync(query, hash, time));
    }

    private async Task TellAsync(PreparedQuery query, string hash, TimeSpan time)
    {
        var plan = Unknown;
        try
        {
            plan = PlanSummary.Of(await ExplainAsync(query));
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or ObjectDisposedException)
        {
            // PostgreSQL's words may hold what somebody wrote; the line without a plan says enough.
        }
        finally
        {
            lock (gate)
            {
                isAsking = false;
            }
        }

        Slow(log, (long)time.TotalMilliseconds, hash, plan);
    }

    /// <summary>The plan for any values: those of the request would stand in it.</summary>
    private async Task<string> ExplainAsync(PreparedQuery query)
    {
        await using var connection = await sessions.For(query.Access).OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (AccessScope.Of(query.Access) is { } scope)
        {
            await scope.SetAsync(connection);
        }

        return await ExplainAsync(connection, query, "FORMAT JSON");
    }

    /// <summary>Ends the connection's transaction, and leaves it as it was.</summary>
    internal static async Task<string> ExplainAsync(NpgsqlConnection connection, PreparedQuery query, string options)
    {
        var types = string.Join(", ", query.Values.Select(NameOf));
        var nulls = string.Join(", ", query.Values.Select(_ => "NULL"));
        await ExecuteAsync(
            connection,
            "SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL statement_timeout = 2000; PREPARE slow_statement"
                + (types.Length > 0 ? $" ({types})" : "")
                + $" AS {query.Plan.Statement.Text}"
        );
        try
        {
            var call = nulls.Length > 0 ? $"slow_statement ({nulls})" : "slow_statement";
            await using var explain = new NpgsqlCommand($"EXPLAIN ({options}) EXECUTE {call}", connection);
            return (string)(await explain.ExecuteScalarAsync())!;
        }
        finally
        {
            await ExecuteAsync(connection, "ROLLBACK; DEALLOCATE slow_statement");
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string NameOf(ParameterValue value) =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(value.Type)}{(value.IsArray ? "[]" : "")}");

    private static string NameOf(SqlType type) =>
        type switch
        {
            SqlType.Key or SqlType.Long => "bigint",
            SqlType.Int => "integer",
            SqlType.Numeric => "numeric",
            SqlType.Real => "double precision",
            SqlType.Date => "date",
            SqlType.Timestamp => "timestamptz",
            SqlType.Boolean => "boolean",
            SqlType.Json => "jsonb",
            _ => "text",
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A statement took {Milliseconds} ms; document {Document}; plan: {Plan}")]
    private static partial void Slow(ILogger log, long milliseconds, string document, string plan);
}
