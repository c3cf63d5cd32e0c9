using System.Globalization;
using Npgsql;

namespace SocietyParty.Etl.Run.Star;

/// <summary>
/// Brings a fact to the rows that its transform selects. A load of everything fills a new generation beside the published one and
/// attaches it when it is whole; any other computes the rows of its scope and writes those that differ. Either way rows that are replaced
/// are kept in the fact's history, with the load that replaced them, and a row that stays the same keeps the load that wrote it.
/// </summary>
internal sealed class FactWriter(NpgsqlConnection connection, StarColumns columns, LoadPlan plan)
{
    /// <summary>Returns how many rows were written or removed.</summary>
    public async Task<long> ApplyAsync(FactTable fact, TransformFile transform, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(connection, plan.IsFull ? Fill(fact, transform.Sql) : Compare(fact, transform.Sql));
        if (plan.IsFirst)
        {
            // Nothing else in it writes rows.
            return await command.ExecuteNonQueryAsync(ct);
        }

        var rows = Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
        if (rows > 0 && !plan.IsFull)
        {
            await using var write = LoadStatement.Of(connection, Write(fact));
            await write.ExecuteNonQueryAsync(ct);
            if (fact.ByMonth && await LoadStatement.IsTrueAsync(connection, LoadPlan.BringsMonth, ct))
            {
                await using var analyze = LoadStatement.Of(connection, $"ANALYZE {Published(fact)}");
                await analyze.ExecuteNonQueryAsync(ct);
            }
        }

        return rows;
    }

    private string Fill(FactTable fact, string select)
    {
        var (name, part) = (fact.Name, $"{fact.Name}_g{plan.Generation}");
        var (keys, values) = (columns.Keys(fact), columns.Values(fact));
        var all = List(null, [.. keys, .. values]);
        var writer = plan.IsFirst
            ? $"SELECT {plan.Generation}, {List("n", [.. keys, .. values])}, {plan.RunId} FROM ({select}) AS n"
            : $"""
                SELECT {plan.Generation}, {List("n", [.. keys, .. values])}, coalesce(o.load_run_id, {plan.RunId})
                FROM ({select}) AS n
                LEFT JOIN dw.{name} AS o ON o.generation = {plan.Published} AND {Equal(keys, "o", "n")} AND {Same(values)}
                """;
        // Everything meets everything: where the planner takes a side for small, it would look up one row after another.
        // A row that is the same keeps its load, so the rows of the load before that are not found under their load were replaced.
        var history = plan.IsFirst
            ? ""
            : $"""
                INSERT INTO dw.{name}_history ({all}, load_run_id, superseded_run_id)
                SELECT {List("o", [.. keys, .. values])}, o.load_run_id, {plan.RunId}
                FROM dw.{name} AS o
                LEFT JOIN dw.{part} AS n ON {Equal(keys, "n", "o")} AND n.load_run_id = o.load_run_id
                WHERE o.generation = {plan.Published} AND n.load_run_id IS NULL;
                """;
        return $"""
            CREATE TABLE dw.{part} (LIKE dw.{name} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS, CHECK (generation = {plan.Generation}))
                WITH (fillfactor = 90);
            COMMENT ON TABLE dw.{part} IS 'Generation {plan.Generation} of dw.{name}.';
            SET LOCAL enable_nestloop = off;
            INSERT INTO dw.{part} (generation, {all}, load_run_id) {writer};
            {history}
            SET LOCAL enable_nestloop = on;
            ALTER TABLE dw.{name} ATTACH PARTITION dw.{part} FOR VALUES IN ({plan.Generation});
            ANALYZE dw.{part};
            {(plan.IsFirst ? "" : $"SELECT count(*) FROM dw.{part} WHERE load_run_id = {plan.RunId};")}
            """;
    }

    private string Compare(FactTable fact, string select)
    {
        var (name, part) = (fact.Name, Published(fact));
        var (keys, values) = (columns.Keys(fact), columns.Values(fact));
        var scopes = fact.Scopes.Select(scope =>
            fact.ByMonth
                ? $"""
                    SELECT o.*, o.ctid AS place FROM {part} AS o JOIN {scope.Table} AS s ON s.{scope.Key} = o.{scope.Key}
                        AND o.month_key >= least(s.from_month_key, (SELECT min(month_key) FROM load_month WHERE is_new))
                    JOIN load_month AS m ON m.month_key = o.month_key AND (m.is_new OR m.month_key >= s.from_month_key)
                    WHERE o.generation = {plan.Published} AND {scope.Condition}
                    """
                : $"""
                    SELECT o.*, o.ctid AS place FROM {part} AS o JOIN {scope.Table} AS s ON s.{scope.Key} = o.{scope.Key} AND s.from_month_key < 99990101
                    WHERE o.generation = {plan.Published} AND {scope.Condition}
                    """
        );
        // What later steps join by; to look at all columns of many rows takes longer than it saves.
        var asked = List(null, ["sign", "stays", .. values.Where(value => value.EndsWith("_key", StringComparison.Ordinal))]);
        // Rows that went and rows that came; a row that changed is both. Everything else follows from them, and mostly there are none.
        return $"""
            CREATE TEMP TABLE moved_{name} ON COMMIT DROP AS
            WITH n AS MATERIALIZED ({select}), o AS MATERIALIZED ({string.Join("\nUNION\n", scopes)}),
            pair AS MATERIALIZED (
                SELECT {Renamed("n", [.. keys, .. values])}, {Renamed("o", [.. keys, .. values])}, o.load_run_id, o.place
                FROM n FULL JOIN o ON {Equal(keys, "n", "o")}
                WHERE o.load_run_id IS NULL OR n.{keys[0]} IS NULL OR NOT {Same(values)}
            )
            SELECT -1 AS sign, n_{keys[0]} IS NOT NULL AS stays, {Named(
                "o",
                [.. keys, .. values]
            )}, load_run_id, place FROM pair WHERE load_run_id IS NOT NULL
            UNION ALL
            SELECT 1, load_run_id IS NOT NULL, {Named("n", [.. keys, .. values])}, NULL, place FROM pair WHERE n_{keys[0]} IS NOT NULL;
            ANALYZE moved_{name} ({asked});
            SELECT count(*) FILTER (WHERE sign = 1 OR NOT stays) FROM moved_{name};
            """;
    }

    private string Write(FactTable fact)
    {
        var (name, part) = (fact.Name, Published(fact));
        var (keys, values) = (columns.Keys(fact), columns.Values(fact));
        var all = List(null, [.. keys, .. values]);
        // By their places: under the load's lock nobody else writes these rows, and a place is found in less time than a key.
        return $"""
            INSERT INTO dw.{name}_history ({all}, load_run_id, superseded_run_id)
            SELECT {all}, load_run_id, {plan.RunId} FROM moved_{name} WHERE sign = -1;
            DELETE FROM {part} AS o USING moved_{name} AS g
            WHERE g.sign = -1 AND NOT g.stays AND o.ctid = g.place;
            UPDATE {part} AS o SET {string.Join(
                ", ",
                values.Select(value => $"{value} = c.{value}").Append($"load_run_id = {plan.RunId}")
            )}
            FROM moved_{name} AS c WHERE c.sign = 1 AND c.stays AND o.ctid = c.place;
            INSERT INTO {part} (generation, {all}, load_run_id)
            SELECT {plan.Published}, {all}, {plan.RunId} FROM moved_{name} WHERE sign = 1 AND NOT stays;
            """;
    }

    // By its own name: the planner knows the rows of a partition, and of the whole only those that somebody analyzed.
    private string Published(FactTable fact) => $"dw.{fact.Name}_g{plan.Published}";

    private static string Same(IReadOnlyList<string> values) => $"({List("n", values)}) IS NOT DISTINCT FROM ({List("o", values)})";

    private static string Renamed(string alias, IReadOnlyList<string> names) =>
        string.Join(", ", names.Select(name => $"{alias}.{name} AS {alias}_{name}"));

    private static string Named(string alias, IReadOnlyList<string> names) =>
        string.Join(", ", names.Select(name => $"{alias}_{name} AS {name}"));

    private static string Equal(IReadOnlyList<string> keys, string one, string other) =>
        string.Join(" AND ", keys.Select(key => $"{one}.{key} = {other}.{key}"));

    private static string List(string? alias, IReadOnlyList<string> names) =>
        string.Join(", ", names.Select(name => alias is null ? name : $"{alias}.{name}"));
}
