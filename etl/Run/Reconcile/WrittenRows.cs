using SocietyParty.Etl.Run.Star;

namespace SocietyParty.Etl.Run.Reconcile;

/// <summary>
/// Conservation of rows by the log: what each load says it wrote to a fact is there, as a current row or as one that a later load
/// replaced, and the rows of one key follow one another. Written for every fact from its keys, so a new one is covered.
/// </summary>
internal static class WrittenRows
{
    public static IEnumerable<TransformFile> Checks(StarColumns columns) =>
        [
            new("checks/rows/every_row_that_a_load_wrote_is_kept", Union(fact => Kept(fact.Name, columns.Keys(fact)))),
            new("checks/rows/rows_of_one_key_follow_one_another", Union(fact => Chained(fact.Name, columns.Keys(fact)))),
        ];

    private static string Union(Func<FactTable, string> select) => string.Join("\nUNION ALL\n", FactTable.All.Select(select));

    // A load of everything counts the rows that came; any other also those that went without one coming in their place.
    private static string Kept(string name, IReadOnlyList<string> keys) =>
        $"""
            SELECT '{name}' AS fact, r.id AS load, s.rows AS rows_by_the_log, w.rows AS rows_kept
            FROM dw.load_run AS r
            JOIN dw.load_step AS s ON s.load_run_id = r.id AND s.step = 'facts/{name}'
            LEFT JOIN (
                SELECT load, sum(came) AS came, sum(went) AS went
                FROM (
                    SELECT load_run_id AS load, 1 AS came, 0 AS went FROM dw.{name} WHERE generation = (SELECT generation FROM dw.published)
                    UNION ALL SELECT load_run_id, 1, 0 FROM dw.{name}_history
                    UNION ALL
                    SELECT h.superseded_run_id, 0, 1 FROM dw.{name}_history AS h
                    WHERE NOT EXISTS (SELECT FROM dw.{name} AS c WHERE c.generation = (SELECT generation FROM dw.published)
                                      AND c.load_run_id = h.superseded_run_id AND {Equal(keys, "c", "h")})
                      AND NOT EXISTS (SELECT FROM dw.{name}_history AS c WHERE c.load_run_id = h.superseded_run_id AND {Equal(
                keys,
                "c",
                "h"
            )})
                ) AS one
                GROUP BY load
            ) AS k ON k.load = r.id
            CROSS JOIN LATERAL (SELECT coalesce(k.came, 0) + CASE r.mode WHEN 'INCREMENTAL' THEN coalesce(k.went, 0) ELSE 0 END AS rows) AS w
            WHERE r.status = 'SUCCEEDED' AND r.seen IS NOT NULL AND s.rows <> w.rows
            """;

    private static string Chained(string name, IReadOnlyList<string> keys)
    {
        var list = string.Join(", ", keys);
        return $"""
            SELECT '{name}' AS fact, concat_ws(' ', {list}) AS key, load_run_id AS load, replaced_before AS replaced_by
            FROM (
                SELECT {list}, load_run_id, lag(superseded_run_id) OVER (PARTITION BY {list} ORDER BY load_run_id) AS replaced_before
                FROM (
                    SELECT {list}, load_run_id, superseded_run_id FROM dw.{name}_history
                    UNION ALL
                    SELECT {string.Join(", ", keys.Select(key => $"c.{key}"))}, c.load_run_id, NULL FROM dw.{name} AS c
                    WHERE c.generation = (SELECT generation FROM dw.published)
                      AND EXISTS (SELECT FROM dw.{name}_history AS h WHERE {Equal(keys, "h", "c")})
                ) AS version
            ) AS pair
            WHERE load_run_id < replaced_before
            """;
    }

    private static string Equal(IReadOnlyList<string> keys, string one, string other) =>
        string.Join(" AND ", keys.Select(key => $"{one}.{key} = {other}.{key}"));
}
