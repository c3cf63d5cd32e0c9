using Npgsql;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>Everything that a database's structure is made of, a line each, and what its tables hold.</summary>
internal static class Catalogue
{
    // Without what extensions bring, and without keys of the catalogue, which differ between any two databases.
    private const string Lines = """
        WITH own AS (
            SELECT oid, nspname FROM pg_namespace
            WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'public') AND nspname NOT LIKE 'pg\_%'
        ), relation AS (
            SELECT c.*, format('%I.%I', own.nspname, c.relname) AS name FROM pg_class AS c JOIN own ON own.oid = c.relnamespace
        ), routine AS (
            SELECT p.*, p.oid::regprocedure::text AS name FROM pg_proc AS p JOIN own ON own.oid = p.pronamespace
        ), granted (name, owner, acl, type) AS (
            SELECT 'schema ' || nspname, nspowner, nspacl, 'n' FROM pg_namespace WHERE oid IN (SELECT oid FROM own)
            UNION ALL SELECT name, relowner, relacl, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END FROM relation WHERE relkind NOT IN ('i', 'c')
            UNION ALL SELECT name, proowner, proacl, 'f' FROM routine
        )
        SELECT format('schema %s: %s', nspname, obj_description(oid, 'pg_namespace')) FROM own
        UNION ALL SELECT format('extension %s', extname) FROM pg_extension
        UNION ALL SELECT format('relation %s: %s %s %s %s %s: %s', name, relkind, relpersistence, relrowsecurity, relforcerowsecurity, reloptions,
            obj_description(oid, 'pg_class')) FROM relation
        UNION ALL SELECT format('column %s %s. %I: %s %s not null %s default %s generated %s identity %s collation %s storage %s: %s', r.name,
            row_number() OVER (PARTITION BY r.oid ORDER BY a.attnum), a.attname, format_type(a.atttypid, a.atttypmod), a.attacl, a.attnotnull,
            pg_get_expr(d.adbin, d.adrelid), a.attgenerated, a.attidentity, a.attcollation::regcollation, a.attstorage, col_description(r.oid, a.attnum))
            FROM relation AS r JOIN pg_attribute AS a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef AS d ON d.adrelid = r.oid AND d.adnum = a.attnum
            WHERE r.relkind NOT IN ('i', 'S')
        UNION ALL SELECT format('constraint %s %s: %s validated %s: %s', r.name, c.conname, pg_get_constraintdef(c.oid), c.convalidated,
            obj_description(c.oid, 'pg_constraint')) FROM pg_constraint AS c JOIN relation AS r ON r.oid = c.conrelid
        UNION ALL SELECT format('index %s valid %s clustered %s: %s', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered,
            obj_description(i.indexrelid, 'pg_class')) FROM pg_index AS i JOIN relation AS r ON r.oid = i.indrelid
        UNION ALL SELECT format('view %s: %s', name, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
        UNION ALL SELECT format('rule %s', pg_get_ruledef(w.oid)) FROM pg_rewrite AS w JOIN relation AS r ON r.oid = w.ev_class
        UNION ALL SELECT format('routine %s: %s', pg_get_functiondef(oid), obj_description(oid, 'pg_proc')) FROM routine WHERE prokind <> 'a'
        UNION ALL SELECT format('aggregate %s', name) FROM routine WHERE prokind = 'a'
        -- A condition that was dumped and restored has other parentheses around what OR joins.
        UNION ALL SELECT format('trigger %s enabled %s: %s', translate(pg_get_triggerdef(t.oid), '()', ''), t.tgenabled, obj_description(t.oid, 'pg_trigger'))
            FROM pg_trigger AS t JOIN relation AS r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
        UNION ALL SELECT format('sequence %s: %s %s %s %s %s %s owned by %s', r.name, s.seqtypid::regtype, s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcycle,
            (SELECT string_agg(d.refobjid::regclass || ' ' || d.refobjsubid, ',') FROM pg_depend AS d
             WHERE d.objid = r.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refclassid = 'pg_class'::regclass))
            FROM pg_sequence AS s JOIN relation AS r ON r.oid = s.seqrelid
        UNION ALL SELECT format('enum %s: %s', e.enumtypid::regtype, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
            FROM pg_enum AS e GROUP BY e.enumtypid
        UNION ALL SELECT format('type %s: %s %s %s %s', t.oid::regtype, t.typtype, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault)
            FROM pg_type AS t JOIN own ON own.oid = t.typnamespace WHERE t.typtype IN ('d', 'e', 'r', 'm')
        UNION ALL SELECT format('policy %s: %s %s %s %s %s', r.name, p.polname, p.polcmd, p.polroles::regrole[], pg_get_expr(p.polqual, p.polrelid),
            pg_get_expr(p.polwithcheck, p.polrelid)) FROM pg_policy AS p JOIN relation AS r ON r.oid = p.polrelid
        UNION ALL SELECT format('statistics %s', pg_get_statisticsobjdef(oid)) FROM pg_statistic_ext
        UNION ALL SELECT format('event trigger %s', evtname) FROM pg_event_trigger
        UNION ALL SELECT format('default privileges of %s in %s for %s: %s to %s', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype,
            a.privilege_type, a.grantee::regrole) FROM pg_default_acl AS d, aclexplode(d.defaclacl) AS a
        UNION ALL SELECT format('grant on %s of %s: %s to %s grantable %s', g.name, g.owner::regrole, a.privilege_type, a.grantee::regrole, a.is_grantable)
            FROM granted AS g, aclexplode(coalesce(g.acl, acldefault(g.type::"char", g.owner))) AS a
        """;

    /// <summary>Sorted, so that two lists can be compared.</summary>
    public static async Task<List<string>> LinesAsync(NpgsqlDataSource database)
    {
        var lines = await ReadAsync(database, Lines);
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Statements that give a table's number of rows and their checksum, each over the columns that the table has now.</summary>
    public static Task<List<string>> ChecksumQueriesAsync(NpgsqlDataSource database) =>
        ReadAsync(
            database,
            """
            SELECT format('SELECT format(''%s: %%s rows, %%s'', count(*), md5(string_agg(r.line, '''' ORDER BY r.line))) FROM (SELECT md5(row(%s)::text) AS line FROM %s) AS r',
                c.oid::regclass, string_agg(format('%I', a.attname), ', ' ORDER BY a.attnum), c.oid::regclass)
            FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text IN ('graph', 'dw', 'staging', 'meta')
            GROUP BY c.oid ORDER BY c.oid::regclass::text
            """
        );

    /// <summary>The first column of all rows.</summary>
    public static async Task<List<string>> ReadAsync(NpgsqlDataSource database, string sql)
    {
        var rows = new List<string>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
