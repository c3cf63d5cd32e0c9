using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace SocietyParty.Bench.Mutations;

/// <summary>
/// <c>recordActivity</c> written by hand: a minimal endpoint that checks and writes the same with Npgsql. The same isolation and turn, the
/// same record of the change with its key, so the same triggers and the same audit. All that is looked up comes in one round trip; every
/// statement is prepared; the answer is the input's own words.
/// </summary>
internal sealed class MutationFloor(NpgsqlDataSource database)
{
    private const string Together = "LOCK TABLE graph.turn IN ROW SHARE MODE";
    private const string Alone = "LOCK TABLE graph.turn IN EXCLUSIVE MODE";
    private const string Done = "SELECT input_hash, subject_id FROM graph.change WHERE actor = $1 AND idempotency_key = $2";
    private const string Branch = "SELECT name FROM graph.branch WHERE id = $1";
    private const string Actor = "floor";
    private const int TriesMax = 8;

    private const string Stands = """
        SELECT graph.today(), EXISTS (SELECT FROM graph.branch_status_period
            WHERE branch_id = $1 AND status = 'ESTABLISHED' AND valid_during @> $2)
        """;

    private const string Twins = """
        SELECT planned_on, held_on FROM graph.activity
        WHERE branch_id = $1 AND kind = $2 AND graph.name_key(title) = graph.name_key($3)
        """;

    private const string Insert = """
        INSERT INTO graph.activity (branch_id, kind, title, held_on, is_collective, has_plan, has_record, has_attendance, expected_count, attended_count)
        VALUES ($1, $2, $3, $4, true, false, false, true, $5, $6) RETURNING id
        """;

    private const string Keep = """
        INSERT INTO graph.change (actor, mutation, subject_type, subject_id, idempotency_key, input_hash)
        VALUES ($1, 'recordActivity', 'Activity', $2, $3, $4)
        """;

    private static readonly DateOnly First = new(1921, 7, 1);

    /// <summary>Answers as the service does, or with a word for what is wrong.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var input = json.RootElement;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(input.GetRawText())));
        for (var tries = 1; ; tries++)
        {
            try
            {
                await WriteAsync(context.Response, await TryAsync(input, hash, tries > 1, context.RequestAborted), input);
                return;
            }
            catch (PostgresException disturbed)
                when (tries < TriesMax
                    && disturbed.SqlState
                        is PostgresErrorCodes.SerializationFailure
                            or PostgresErrorCodes.DeadlockDetected
                            or PostgresErrorCodes.UniqueViolation
                )
            {
                // Again, alone, as the service does.
            }
        }
    }

    /// <summary>The activity's key, or the word of a refusal.</summary>
    private async Task<(long Id, string? Refusal)> TryAsync(JsonElement input, string hash, bool isAlone, CancellationToken ct)
    {
        var branch = Key(input.GetProperty("branch").GetString()!);
        var (kind, title) = (input.GetProperty("kind").GetString()!, input.GetProperty("title").GetString()!);
        var heldOn = DateOnly.ParseExact(input.GetProperty("heldOn").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (expected, attended) = (input.GetProperty("expectedCount").GetInt32(), input.GetProperty("attendedCount").GetInt32());
        var key = input.GetProperty("idempotencyKey").GetString()!;
        if (title.Length == 0 || attended > expected || heldOn < First)
        {
            return (0, "INPUT");
        }

        var isTwin = false;
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        await using (var look = new NpgsqlBatch(connection))
        {
            Add(look, isAlone ? Alone : Together);
            Add(look, Branch, branch);
            Add(look, Stands, branch, heldOn);
            Add(look, Twins, branch, kind, title);
            // Like the service, which asks of a key only where it was there.
            if (isAlone)
            {
                Add(look, Done, Actor, key);
            }

            await using var found = await look.ExecuteReaderAsync(ct);
            if (!await found.ReadAsync(ct))
            {
                return (0, "NOT_FOUND");
            }

            await found.NextResultAsync(ct);
            await found.ReadAsync(ct);
            if (heldOn > found.GetFieldValue<DateOnly>(0) || !found.GetBoolean(1))
            {
                return (0, "BRANCH_NOT_ESTABLISHED");
            }

            await found.NextResultAsync(ct);
            while (await found.ReadAsync(ct))
            {
                if (!await found.IsDBNullAsync(1, ct) && found.GetFieldValue<DateOnly>(1) == heldOn)
                {
                    isTwin = true;
                }
            }

            if (isAlone && await found.NextResultAsync(ct) && await found.ReadAsync(ct))
            {
                return found.GetString(0) == hash ? (found.GetInt64(1), null) : (0, "IDEMPOTENCY_KEY_USED");
            }
        }

        if (isTwin)
        {
            return (0, "DUPLICATE_ACTIVITY");
        }

        await using var insert = Of(connection, Insert, branch, kind, title, heldOn, expected, attended);
        var id = (long)(await insert.ExecuteScalarAsync(ct))!;
        await using var keep = Of(connection, Keep, Actor, id, key, hash);
        await keep.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return (id, null);
    }

    private static async Task WriteAsync(HttpResponse response, (long Id, string? Refusal) outcome, JsonElement input)
    {
        response.StatusCode = outcome.Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        var identity = Convert.ToBase64String(
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Activity:{outcome.Id}"))
        );
        var body = Encoding.UTF8.GetBytes(
            outcome.Refusal
                ?? "{\"data\":{\"recordActivity\":{\"activity\":{\"id\":\""
                    + identity
                    + "\",\"title\":"
                    + input.GetProperty("title").GetRawText()
                    + ",\"heldOn\":"
                    + input.GetProperty("heldOn").GetRawText()
                    + "},\"problems\":[],\"warnings\":[]}}}"
        );
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    private static long Key(string identity) =>
        long.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(identity)).Split(':')[1], CultureInfo.InvariantCulture);

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlCommand Of(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
