using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;

namespace SocietyParty.Etl.Access;

/// <summary>What became of somebody's data.</summary>
/// <param name="Pseudonym">Under which the rows stay.</param>
/// <param name="Places">Texts that named the person, or still may.</param>
public sealed record ErasedPerson(string Pseudonym, IReadOnlyList<NamedPlace> Places);

/// <summary>
/// What is kept about one person: handed out, or taken away so that nobody can tell any more who it was. The rows stay, under a pseudonym
/// that nothing leads to: counts of the past are what they were, and so is the record of what was done, which names no person.
/// </summary>
public static class PersonData
{
    /// <summary>How references begin of whom nothing is known any more.</summary>
    public const string ErasedPrefix = "erased-";

    // Stands where a place must stand, among places that are Chinese.
    private const string Gone = "已清除";

    private const string Tied = """
        SELECT t.relname AS "Table", a.attname AS "Key", p.relname AS "Of"
        FROM pg_constraint AS c
        JOIN pg_class AS t ON t.oid = c.conrelid JOIN pg_class AS p ON p.oid = c.confrelid
        JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND t.relnamespace = 'graph'::regnamespace AND p.relnamespace = 'graph'::regnamespace
          AND p.relname IN ('person', 'member') AND a.attname <> 'place'
        ORDER BY t.relname, a.attname
        """;

    private const string Erase = """
        UPDATE graph.affiliation_transfer SET reason = NULL, from_place = CASE WHEN from_place IS NOT NULL THEN @Gone END,
            to_place = CASE WHEN to_place IS NOT NULL THEN @Gone END
        WHERE member_id = ANY (@members) AND num_nonnulls(reason, from_place, to_place) > 0;
        UPDATE graph.ended_membership SET note = NULL, restored_reason = NULL
        WHERE member_id = ANY (@members) AND num_nonnulls(note, restored_reason) > 0;
        -- What the place was is no past that is kept.
        ALTER TABLE graph.member DISABLE TRIGGER member_keep_history;
        UPDATE graph.member SET member_ref = @pseudonym, affiliation_place = CASE WHEN affiliation_place IS NOT NULL THEN @Gone END
        WHERE id = ANY (@members);
        ALTER TABLE graph.member ENABLE TRIGGER member_keep_history;
        UPDATE graph.affiliation_past SET place = @Gone WHERE member_id = ANY (@members) AND place IS NOT NULL;
        UPDATE graph.person SET person_ref = @pseudonym, name = NULL, sex = NULL, birth_year = NULL WHERE id = @person;
        -- Why a record of the person's own was mended, where the record tells of nobody else.
        ALTER TABLE graph.mended_record DISABLE TRIGGER mended_record_is_kept;
        UPDATE graph.mended_record SET reason = @Gone WHERE kind = 'DUES_PAYMENT' AND (before ->> 'member_id')::bigint = ANY (@members);
        ALTER TABLE graph.mended_record ENABLE TRIGGER mended_record_is_kept;
        UPDATE access.role_grant SET revoked_at = now(), revoked_by = session_user WHERE member_id = ANY (@members) AND revoked_at IS NULL
        """;

    // Of whom nobody is a member, holds a post or is to become one, and has not for so long.
    private const string Due = """
        SELECT p.person_ref FROM graph.person AS p JOIN graph.member AS m ON m.person_id = p.id
        JOIN graph.ended_membership AS e ON e.member_id = m.id AND e.is_open
        WHERE e.ended_on <= graph.today() - make_interval(years => @years) AND p.person_ref NOT LIKE @erased
          AND NOT EXISTS (SELECT FROM graph.appointment AS a WHERE a.person_id = p.id AND (a.valid_to IS NULL OR a.valid_to > graph.today()))
        ORDER BY p.person_ref
        """;

    /// <summary>Everything that the graph has about a person, as JSON: the rows of each table that leads to it.</summary>
    /// <exception cref="Refusal">Nobody has the reference.</exception>
    public static async Task<string> ExportAsync(
        NpgsqlDataSource database,
        string reference,
        string? by = null,
        CancellationToken ct = default
    )
    {
        var whole = new JsonObject();
        await AccessWriter.WriteAsync(
            database,
            by,
            async connection =>
            {
                var found = await FindAsync(connection, reference);
                whole["person"] = await RowsAsync(connection, "person", "id", [found.Person]);
                whole["member"] = await RowsAsync(connection, "member", "person_id", [found.Person]);
                foreach (var tie in await connection.QueryAsync<Tie>(Tied))
                {
                    var keys = tie.Of == "person" ? [found.Person] : found.Members;
                    if (tie.Table != "member" && await RowsAsync(connection, tie.Table, tie.Key, keys) is { Count: > 0 } rows)
                    {
                        whole[$"{tie.Table}.{tie.Key}"] = rows;
                    }
                }

                await RecordAsync(connection, found, "EXPORT");
                return true;
            },
            ct
        );
        return whole.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = Plain });
    }

    /// <summary>Takes away what tells who somebody is, and gives the pseudonym that stays, with the texts that named the person.</summary>
    /// <exception cref="Refusal">Nobody has the reference.</exception>
    public static Task<ErasedPerson> EraseAsync(
        NpgsqlDataSource database,
        string reference,
        string? by = null,
        CancellationToken ct = default
    ) =>
        AccessWriter.WriteAsync(
            database,
            by,
            async connection =>
            {
                var found = await FindAsync(connection, reference);
                var pseudonym = $"{ErasedPrefix}{Guid.NewGuid():N}";
                var (name, isShared) = await connection.QuerySingleAsync<(string?, bool)>(
                    """
                    SELECT p.name, EXISTS (SELECT FROM graph.person AS o WHERE o.name = p.name AND o.id <> p.id)
                    FROM graph.person AS p WHERE p.id = @person
                    """,
                    new { person = found.Person }
                );
                await connection.ExecuteAsync(
                    Erase,
                    new
                    {
                        person = found.Person,
                        members = found.Members,
                        pseudonym,
                        Gone,
                    }
                );
                var places = await PersonTexts.ReplaceAsync(connection, reference, name, isShared, pseudonym);
                await RecordAsync(connection, found, "ERASE");
                return new ErasedPerson(pseudonym, places);
            },
            ct
        );

    /// <summary>References of those whose membership ended so many years ago.</summary>
    public static async Task<IReadOnlyList<string>> DueAsync(NpgsqlDataSource database, int years, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<string>(Due, new { years, erased = ErasedPrefix + "%" })];
    }

    private static System.Text.Encodings.Web.JavaScriptEncoder Plain =>
        System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static async Task<Found> FindAsync(NpgsqlConnection connection, string reference)
    {
        var person = await connection.ExecuteScalarAsync<long?>(
            "SELECT id FROM graph.person WHERE person_ref = @reference",
            new { reference }
        ) ?? throw new Refusal("SP-ACCESS-211", [("reference", reference)]);
        return new(person, [.. await connection.QueryAsync<long>("SELECT id FROM graph.member WHERE person_id = @person", new { person })]);
    }

    // What a key leads to and is called somehow: a committee, a branch, a society, a team. Beside branch_id stands branch.
    private const string Called = """
        SELECT DISTINCT k.attname AS "Key", p.relname AS "Of", n.attname AS "Name"
        FROM pg_constraint AS c
        CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS u (mine, theirs)
        JOIN pg_class AS p ON p.oid = c.confrelid AND p.relnamespace = 'graph'::regnamespace AND p.relname NOT IN ('person', 'member')
        JOIN pg_attribute AS k ON k.attrelid = c.conrelid AND k.attnum = u.mine AND k.attname LIKE '%\_id'
        JOIN pg_attribute AS i ON i.attrelid = c.confrelid AND i.attnum = u.theirs AND i.attname = 'id'
        JOIN pg_attribute AS n ON n.attrelid = c.confrelid AND n.attname = 'name' AND NOT n.attisdropped
        WHERE c.contype = 'f' AND c.conrelid = format('graph.%I', @table::text)::regclass ORDER BY 1
        """;

    // Names of tables and columns are the catalogue's own.
    private static async Task<JsonArray> RowsAsync(NpgsqlConnection connection, string table, string key, long[] keys)
    {
        var called = (await connection.QueryAsync<Call>(Called, new { table })).Select(one =>
            $"""
                 || jsonb_build_object('{one.Key[..^3]}', (SELECT n."{one.Name}" FROM graph."{one.Of}" AS n WHERE n.id = r."{one.Key}"))
                """
        );
        var rows = await connection.ExecuteScalarAsync<string>(
            $"""
            SELECT coalesce(jsonb_agg(to_jsonb(r){string.Concat(
                called
            )}), '[]')::text FROM graph."{table}" AS r WHERE r."{key}" = ANY (@keys)
            """,
            new { keys }
        );
        return JsonNode.Parse(rows!)!.AsArray();
    }

    // Which person, by a key that means nothing elsewhere.
    private static Task<int> RecordAsync(NpgsqlConnection connection, Found found, string change) =>
        connection.ExecuteAsync(
            $"""
            WITH event AS (
                INSERT INTO graph.audit_event (actor, action, subject, detail)
                VALUES ({AccessWriter.Actor}, 'PERSON', @person::text, jsonb_build_object('change', @change)) RETURNING id)
            INSERT INTO graph.audit_unsealed (event_id) SELECT id FROM event
            """,
            new { person = found.Person, change }
        );

    private sealed record Found(long Person, long[] Members);

    private sealed record Tie(string Table, string Key, string Of);

    private sealed record Call(string Key, string Of, string Name);
}
