namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Finds what belongs to one committee by following foreign keys, whatever policies say, and marks every text of everything else, or
/// removes it. Triggers and foreign keys are off meanwhile.
/// </summary>
internal static class Marking
{
    /// <summary>Gives the columns that hold the marker.</summary>
    public static string Mark { get; } = Sql.Replace("{what}", "MARK", StringComparison.Ordinal);

    public static string Remove { get; } = Sql.Replace("{what}", "REMOVE", StringComparison.Ordinal);

    private const string Sql = """
        SET session_replication_role = replica;
        CREATE TEMP TABLE own (name text, id bigint, PRIMARY KEY (name, id));
        CREATE TEMP TABLE marked (name text);
        INSERT INTO own VALUES ('committee', @committee);
        DO $$
        DECLARE
            tie record;
            found int := 1;
            more int;
            one record;
            is_own text;
        BEGIN
            WHILE found > 0 LOOP
                found := 0;
                FOR tie IN
                    SELECT c.conrelid::regclass AS child, t.relname AS child_name, p.relname AS parent, a.attname AS key
                    FROM pg_constraint AS c
                    JOIN pg_class AS t ON t.oid = c.conrelid JOIN pg_class AS p ON p.oid = c.confrelid
                    JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
                    WHERE c.contype = 'f' AND c.connamespace = 'graph'::regnamespace AND a.attname <> 'place' AND a.atttypid = 'bigint'::regtype
                      AND EXISTS (SELECT FROM pg_attribute AS i WHERE i.attrelid = t.oid AND i.attname = 'id' AND i.atttypid = 'bigint'::regtype)
                LOOP
                    -- What one's own points at is one's own where it is about a person.
                    IF tie.parent = 'person' THEN
                        EXECUTE format('INSERT INTO own SELECT ''person'', r.%1$I FROM %2$s AS r JOIN own AS o ON o.name = %3$L AND o.id = r.id '
                            'WHERE r.%1$I IS NOT NULL ON CONFLICT DO NOTHING', tie.key, tie.child, tie.child_name);
                    ELSE
                        EXECUTE format('INSERT INTO own SELECT %1$L, r.id FROM %2$s AS r JOIN own AS o ON o.name = %3$L AND o.id = r.%4$I ON CONFLICT DO NOTHING',
                            tie.child_name, tie.child, tie.parent, tie.key);
                    END IF;
                    GET DIAGNOSTICS more = ROW_COUNT;
                    found := found + more;
                END LOOP;
            END LOOP;
            FOR one IN
                SELECT t.relname AS name, a.attname AS text,
                    (SELECT string_agg(format('NOT EXISTS (SELECT FROM own AS o WHERE o.name = %L AND o.id = r.%I)',
                        CASE ties.attname WHEN 'id' THEN t.relname ELSE ties.parent END, ties.attname), ' AND ')
                     FROM (
                        SELECT k.attname, p.relname AS parent FROM pg_constraint AS c JOIN pg_class AS p ON p.oid = c.confrelid
                        JOIN pg_attribute AS k ON k.attrelid = c.conrelid AND k.attnum = c.conkey[1]
                        WHERE c.contype = 'f' AND c.conrelid = t.oid AND k.attname <> 'place' AND p.relname <> 'person'
                          AND p.relnamespace = 'graph'::regnamespace AND k.atttypid = 'bigint'::regtype
                        UNION ALL
                        SELECT 'id', '' FROM pg_attribute AS i WHERE i.attrelid = t.oid AND i.attname = 'id' AND i.atttypid = 'bigint'::regtype
                     ) AS ties) AS foreign_row
                FROM pg_class AS t JOIN pg_attribute AS a ON a.attrelid = t.oid
                WHERE t.relnamespace = 'graph'::regnamespace AND t.relkind = 'r' AND a.attnum > 0
                  AND (a.atttypid = 'text'::regtype OR '{what}' = 'REMOVE' AND a.attnum = 1) AND NOT a.attisdropped
                  AND a.attgenerated = ''
                  AND t.relname NOT IN ('region', 'discipline', 'policy_document', 'policy_clause', 'rule_set', 'rule_set_section', 'assessment_scheme',
                    'supporting_unit', 'supporting_unit_past', 'region_list', 'touched', 'touched_reader', 'audit_event', 'audit_seal', 'audit_unsealed', 'audit_pruned', 'change', 'turn')
            LOOP
                BEGIN
                    IF '{what}' = 'REMOVE' THEN
                        EXECUTE format('DELETE FROM graph.%I AS r WHERE %s', one.name, one.foreign_row);
                        CONTINUE;
                    END IF;
                    EXECUTE format('UPDATE graph.%I AS r SET %I = r.%2$I || ''别家'' WHERE r.%2$I IS NOT NULL AND %3$s', one.name, one.text, one.foreign_row);
                    GET DIAGNOSTICS more = ROW_COUNT;
                    IF more > 0 THEN
                        INSERT INTO marked VALUES (one.name || '.' || one.text);
                    END IF;
                EXCEPTION WHEN check_violation THEN
                    -- A word of an enumeration, which names nobody.
                    NULL;
                END;
            END LOOP;
        END $$;
        SET session_replication_role = origin;
        SELECT name FROM marked ORDER BY name;
        """;
}
