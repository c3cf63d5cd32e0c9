using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>A listed view or function that stays, because something that is not listed depends on it.</summary>
/// <param name="Name">The object with its schema.</param>
/// <param name="Dependents">What depends on it, in PostgreSQL's words.</param>
internal sealed record HeldObject(string Name, string Dependents);

/// <summary>Views and functions as the database's catalogue has them.</summary>
internal static class ViewObjects
{
    /// <summary>Name with schema, how to refer to it, and its kind; a function of several signatures has several rows.</summary>
    public const string All = """
        SELECT format('%s.%s', n.nspname, c.relname) AS name, c.oid::regclass::text AS reference, 'VIEW' AS kind
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
        WHERE c.relkind = 'v' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        UNION ALL
        SELECT format('%s.%s', n.nspname, p.proname), p.oid::regprocedure::text, 'ROUTINE'
        FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')
        """;

    private static readonly string[] Views = ["VIEW"];
    private static readonly string[] ViewsAndFunctions = ["VIEW", "ROUTINE"];

    // PostgreSQL alone knows what depends on what, so it is asked by trying. What an older version made may need another order than the
    // present list's, so this goes on for as long as something falls.
    private const string DropFunction = $"""
        CREATE OR REPLACE FUNCTION pg_temp.drop_unless_held(names text[], kinds text[]) RETURNS TABLE (held text, dependents text)
        LANGUAGE plpgsql AS $body$
        DECLARE
            remaining int := -1;
            before int;
            statements text[][];
        BEGIN
            LOOP
                before := remaining;
                SELECT array_agg(ARRAY[o.name, format('DROP %s %s', o.kind, o.reference)] ORDER BY array_position(names, o.name) DESC), count(*)
                INTO statements, remaining
                FROM ({All}) AS o WHERE o.name = ANY (names) AND o.kind = ANY (kinds);
                EXIT WHEN remaining IN (0, before);
                FOR i IN 1 .. remaining LOOP
                    BEGIN
                        EXECUTE statements[i][2];
                    EXCEPTION WHEN dependent_objects_still_exist THEN
                        NULL;
                    END;
                END LOOP;
            END LOOP;
            FOR i IN 1 .. remaining LOOP
                BEGIN
                    EXECUTE statements[i][2];
                EXCEPTION WHEN dependent_objects_still_exist THEN
                    held := statements[i][1];
                    GET STACKED DIAGNOSTICS dependents = PG_EXCEPTION_DETAIL;
                    RETURN NEXT;
                END;
            END LOOP;
        END $body$
        """;

    /// <summary>Drops those of the names that exist and that nothing else needs; tells which are left.</summary>
    /// <param name="names">In the order in which they are made.</param>
    /// <param name="alsoFunctions">False: views only.</param>
    public static async Task<List<HeldObject>> DropAsync(
        NpgsqlConnection connection,
        IEnumerable<string> names,
        bool alsoFunctions,
        CancellationToken ct
    )
    {
        await using (var create = new NpgsqlCommand(DropFunction, connection))
        {
            await create.ExecuteNonQueryAsync(ct);
        }

        var held = new List<HeldObject>();
        await using var command = new NpgsqlCommand("SELECT held, dependents FROM pg_temp.drop_unless_held($1, $2)", connection)
        {
            CommandTimeout = 0,
            Parameters =
            {
                new() { Value = names.ToArray() },
                new() { Value = alsoFunctions ? ViewsAndFunctions : Views },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            held.Add(new HeldObject(reader.GetString(0), reader.GetString(1).Replace("\n", ", ")));
        }

        return held;
    }

    /// <summary>How the database refers to what has this name; empty where nothing has.</summary>
    public static async Task<ILookup<string, string>> ReferencesAsync(
        NpgsqlConnection connection,
        IEnumerable<string> names,
        CancellationToken ct
    )
    {
        var found = new List<(string Name, string Reference)>();
        await using var command = new NpgsqlCommand(
            $"SELECT o.name, o.reference FROM ({All}) AS o WHERE o.name = ANY ($1) ORDER BY o.reference",
            connection
        )
        {
            Parameters = { new() { Value = names.ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            found.Add((reader.GetString(0), reader.GetString(1)));
        }

        return found.ToLookup(row => row.Name, row => row.Reference);
    }
}
