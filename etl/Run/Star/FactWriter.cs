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
        await using var command = LoadStatement.Of(connection, plan.IsFull ? Fill(fact, transform.Sql) : Merge(fact, transform.Sql));
        return await command.ExecuteScalarAsync(ct) is { } rows ? Convert.ToInt64(rows, CultureInfo.InvariantCulture) : 0;
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
            SELECT count(*) FROM dw.{part} WHERE load_run_id = {plan.RunId};
            """;
    }

    private string Merge(FactTable fact, string select)
    {
        var name = fact.Name;
        var (keys, values) = (columns.Keys(fact), columns.Values(fact));
        var all = List(null, [.. keys, .. values]);
        var scopes = fact.Scopes.Select(scope =>
            fact.ByMonth
                ? $"""
                    SELECT o.* FROM dw.{name} AS o JOIN {scope.Table} AS s ON s.{scope.Key} = o.{scope.Key}
                    JOIN load_month AS m ON m.month_key = o.month_key AND (m.is_new OR m.month_key >= s.from_month_key)
                    WHERE o.generation = {plan.Published} AND {scope.Condition}
                    """
                : $"""
                    SELECT o.* FROM dw.{name} AS o JOIN {scope.Table} AS s ON s.{scope.Key} = o.{scope.Key} AND s.from_month_key < 99990101
                    WHERE o.generation = {plan.Published} AND {scope.Condition}
                    """
        );
        return $"""
            CREATE TEMP TABLE new_{name} ON COMMIT DROP AS {select};
            CREATE TEMP TABLE old_{name} ON COMMIT DROP AS {string.Join("\nUNION\n", scopes)};
            ANALYZE new_{name};
            ANALYZE old_{name};
            CREATE TEMP TABLE gone_{name} ON COMMIT DROP AS
            SELECT o.* FROM old_{name} AS o LEFT JOIN new_{name} AS n ON {Equal(keys, "n", "o")}
            WHERE NOT coalesce({Same(values)} AND {Present(keys)}, false);
            CREATE TEMP TABLE come_{name} ON COMMIT DROP AS
            SELECT n.* FROM new_{name} AS n LEFT JOIN old_{name} AS o ON {Equal(keys, "n", "o")}
            WHERE o.load_run_id IS NULL OR NOT {Same(values)};
            INSERT INTO dw.{name}_history ({all}, load_run_id, superseded_run_id)
            SELECT {List(null, [.. keys, .. values])}, load_run_id, {plan.RunId} FROM gone_{name};
            ANALYZE gone_{name};
            ANALYZE come_{name};
            DELETE FROM dw.{name} AS o USING gone_{name} AS g WHERE o.generation = {plan.Published} AND {Equal(keys, "g", "o")}
                AND NOT EXISTS (SELECT FROM come_{name} AS c WHERE {Equal(keys, "c", "o")});
            UPDATE dw.{name} AS o SET {string.Join(
                ", ",
                values.Select(value => $"{value} = c.{value}").Append($"load_run_id = {plan.RunId}")
            )}
            FROM come_{name} AS c WHERE o.generation = {plan.Published} AND {Equal(keys, "c", "o")};
            INSERT INTO dw.{name} (generation, {all}, load_run_id)
            SELECT {plan.Published}, {List("c", [.. keys, .. values])}, {plan.RunId} FROM come_{name} AS c
            WHERE NOT EXISTS (SELECT FROM gone_{name} AS g WHERE {Equal(keys, "g", "c")});
            SELECT (SELECT count(*) FROM come_{name}) + (SELECT count(*) FROM gone_{name} AS g
                WHERE NOT EXISTS (SELECT FROM come_{name} AS c WHERE {Equal(keys, "c", "g")}));
            """;
    }

    private static string Same(IReadOnlyList<string> values) => $"({List("n", values)}) IS NOT DISTINCT FROM ({List("o", values)})";

    private static string Present(IReadOnlyList<string> keys) => $"n.{keys[0]} IS NOT NULL";

    private static string Equal(IReadOnlyList<string> keys, string one, string other) =>
        string.Join(" AND ", keys.Select(key => $"{one}.{key} = {other}.{key}"));

    private static string List(string? alias, IReadOnlyList<string> names) =>
        string.Join(", ", names.Select(name => alias is null ? name : $"{alias}.{name}"));
}
