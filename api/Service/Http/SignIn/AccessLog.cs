using System.Text.Json;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>
/// Writes who signed in and out, who failed to, and what was refused: who, what, from where, which request. Secrets and what was typed
/// are not written: people type a password where a name belongs.
/// </summary>
internal sealed partial class AccessLog(NpgsqlDataSource database, TimeProvider clock, ILogger<AccessLog> log)
{
    /// <summary>Where nobody is known.</summary>
    public const string Nobody = "unknown";

    private const string Insert = """
        WITH event AS (
            INSERT INTO graph.audit_event (actor, action, subject, detail) VALUES ($1, $2, $3, $4::jsonb) RETURNING id)
        INSERT INTO graph.audit_unsealed (event_id) SELECT id FROM event
        """;

    // Who knocks a thousand times is written down once a minute: the record is for people to read, and cannot be filled from outside.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private const int KnownMax = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, long> told = new(StringComparer.Ordinal);

    /// <summary>Writes what happened; throws where that fails, so that nobody comes in unseen.</summary>
    public async Task WriteAsync(HttpContext context, string actor, string action, string subject, string? way = null)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.AddWithValue(actor);
        command.Parameters.AddWithValue(action);
        command.Parameters.AddWithValue(subject);
        command.Parameters.AddWithValue(
            JsonSerializer.Serialize(
                new Dictionary<string, string?>
                {
                    ["address"] = context.Connection.RemoteIpAddress?.ToString(),
                    ["request"] = context.TraceIdentifier,
                    ["path"] = context.Request.Path.Value,
                    ["way"] = way,
                }
                    .Where(pair => pair.Value is not null)
                    .ToDictionary()
            )
        );
        await command.ExecuteNonQueryAsync(context.RequestAborted);
    }

    /// <summary>Writes a failed sign-in under the account's name, if there is one of that name.</summary>
    public async Task WriteFailedAsync(HttpContext context, string name)
    {
        await using var command = database.CreateCommand("SELECT name FROM access.account WHERE id = access.account_named($1)");
        command.Parameters.AddWithValue(name);
        var known = await command.ExecuteScalarAsync(context.RequestAborted) as string;
        if (known is not null || IsNew(context, Nobody, "SIGN_IN_FAILED"))
        {
            await WriteAsync(context, known ?? Nobody, "SIGN_IN_FAILED", known ?? Nobody);
        }
    }

    /// <summary>Writes that access was refused; a failure to write is a line in the log, for the answer is the same.</summary>
    public async Task RefusedAsync(HttpContext context, string actor, Sentence said)
    {
        var code = said.Key.Split('.')[0];
        if (!IsNew(context, actor, code))
        {
            return;
        }

        try
        {
            await WriteAsync(context, actor, "REFUSED", code);
        }
        catch (NpgsqlException failure)
        {
            NotWritten(log, failure);
        }
    }

    private bool IsNew(HttpContext context, string actor, string code)
    {
        var key = $"{context.Connection.RemoteIpAddress} {code} {actor}";
        // Not the time of day: set back by a day, it would keep the record silent for one.
        var now = clock.GetTimestamp();
        lock (gate)
        {
            if (told.TryGetValue(key, out var last) && clock.GetElapsedTime(last, now) < Pause)
            {
                return false;
            }

            if (told.Count >= KnownMax)
            {
                told.Clear();
            }

            told[key] = now;
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A refused access was not recorded")]
    private static partial void NotWritten(ILogger log, Exception failure);
}
