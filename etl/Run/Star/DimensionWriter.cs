using Npgsql;

namespace SocietyParty.Etl.Run.Star;

/// <summary>
/// Brings a dimension to the versions that its transform selects. A version never changes what it says: one that says otherwise is a
/// new row, and the old one is marked with the load that replaced it. Where only the end moves, the end that it had is kept. What changed
/// is left in <c>changed_NAME (id, from_day)</c>.
/// </summary>
internal sealed class DimensionWriter(NpgsqlConnection connection, StarColumns columns, LoadPlan plan)
{
    public async Task<long> ApplyAsync(DimensionTable dimension, TransformFile transform, CancellationToken ct)
    {
        if (!await IsTrueAsync(dimension.AnyInScope, ct))
        {
            await using var none = LoadStatement.Of(
                connection,
                $"CREATE TEMP TABLE changed_{dimension.Name} (id bigint, from_day date) ON COMMIT DROP"
            );
            await none.ExecuteNonQueryAsync(ct);
            return 0;
        }

        await using (var compare = LoadStatement.Of(connection, Compare(dimension, transform.Sql)))
        {
            await compare.ExecuteNonQueryAsync(ct);
        }

        if (!await IsTrueAsync($"EXISTS (SELECT FROM changed_{dimension.Name})", ct))
        {
            return 0;
        }

        await using var write = LoadStatement.Of(connection, Write(dimension));
        return Math.Max(await write.ExecuteNonQueryAsync(ct), 0);
    }

    private Task<bool> IsTrueAsync(string condition, CancellationToken ct) => LoadStatement.IsTrueAsync(connection, condition, ct);

    private string Compare(DimensionTable dimension, string select)
    {
        var (name, id, key) = (dimension.Name, $"{dimension.Thing}_id", $"{dimension.Thing}_key");
        var attributes = columns.Attributes(dimension);
        var same = $"({List("n", attributes)}) IS NOT DISTINCT FROM ({List("o", attributes)})";
        return $"""
            CREATE TEMP TABLE new_{name} ON COMMIT DROP AS {select};
            CREATE TEMP TABLE matched_{name} ON COMMIT DROP AS
            SELECT o.{key}, n.{id}, n.valid_from, o.valid_to AS old_to, n.valid_to AS new_to
            FROM dw.{name} AS o JOIN new_{name} AS n ON n.{id} = o.{id} AND n.valid_from = o.valid_from AND {same}
            WHERE o.superseded_run_id IS NULL;
            CREATE TEMP TABLE changed_{name} ON COMMIT DROP AS
            SELECT id, min(from_day) AS from_day
            FROM (
                SELECT o.{id} AS id, o.valid_from AS from_day FROM dw.{name} AS o
                WHERE o.superseded_run_id IS NULL AND o.{id} <> 0 AND {dimension.InScope}
                  AND NOT EXISTS (SELECT FROM matched_{name} AS m WHERE m.{key} = o.{key})
                UNION ALL
                SELECT n.{id}, n.valid_from FROM new_{name} AS n
                WHERE NOT EXISTS (SELECT FROM matched_{name} AS m WHERE m.{id} = n.{id} AND m.valid_from = n.valid_from)
                UNION ALL
                SELECT {id}, least(old_to, new_to) FROM matched_{name} WHERE old_to <> new_to
            ) AS one
            GROUP BY id;
            ANALYZE changed_{name};
            """;
    }

    private string Write(DimensionTable dimension)
    {
        var (name, id, key) = (dimension.Name, $"{dimension.Thing}_id", $"{dimension.Thing}_key");
        var attributes = columns.Attributes(dimension);
        return $"""
            UPDATE dw.{name} AS o SET superseded_run_id = l.load_run_id
            FROM load AS l
            WHERE o.superseded_run_id IS NULL AND o.{id} IN (SELECT id FROM changed_{name}) AND {dimension.InScope}
              AND NOT EXISTS (SELECT FROM matched_{name} AS m WHERE m.{key} = o.{key});
            INSERT INTO dw.dim_version_end (dimension, version_key, valid_to, load_run_id, superseded_run_id)
            SELECT '{name}', o.{key}, o.valid_to, o.load_run_id, l.load_run_id
            FROM dw.{name} AS o JOIN matched_{name} AS m ON m.{key} = o.{key} AND m.old_to <> m.new_to CROSS JOIN load AS l;
            UPDATE dw.{name} AS o SET valid_to = m.new_to, load_run_id = l.load_run_id
            FROM matched_{name} AS m CROSS JOIN load AS l
            WHERE m.{key} = o.{key} AND m.old_to <> m.new_to;
            INSERT INTO dw.{name} ({id}, {List(null, attributes)}, valid_from, valid_to, load_run_id)
            SELECT n.{id}, {List("n", attributes)}, n.valid_from, n.valid_to, l.load_run_id
            FROM new_{name} AS n CROSS JOIN load AS l
            WHERE NOT EXISTS (SELECT FROM matched_{name} AS m WHERE m.{id} = n.{id} AND m.valid_from = n.valid_from)
            ORDER BY n.{id}, n.valid_from;
            {(plan.IsFull ? $"ANALYZE dw.{name};" : "")}
            """;
    }

    private static string List(string? alias, IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => alias is null ? name : $"{alias}.{name}"));
}
