using Npgsql;

namespace SocietyParty.Etl.Run.Star;

/// <summary>
/// Keeps an aggregate: after a load of everything it is added up, after any other it takes the differences, rows that came less rows
/// that went. A cell without rows goes.
/// </summary>
internal sealed class AggregateWriter(NpgsqlConnection connection, StarColumns columns, LoadPlan plan)
{
    public async Task<long> ApplyAsync(AggregateTable aggregate, CancellationToken ct)
    {
        if (!plan.IsFull && !await IsTouchedAsync(aggregate, ct))
        {
            return 0;
        }

        var text = plan.IsFull ? Fill(aggregate) : Merge(aggregate, await MovedAsync(aggregate, ct));
        await using var command = LoadStatement.Of(connection, text);
        var cells = Math.Max(await command.ExecuteNonQueryAsync(ct), 0);
        if (!plan.IsFull && await LoadStatement.IsTrueAsync(connection, LoadPlan.BringsMonth, ct))
        {
            await using var analyze = LoadStatement.Of(connection, Analyze(aggregate, Part(aggregate, plan.Published)));
            await analyze.ExecuteNonQueryAsync(ct);
        }

        return cells;
    }

    /// <summary>Selects the cells that rows of the fact add up to, by the names of the aggregate's columns.</summary>
    /// <param name="aggregate">The aggregate.</param>
    /// <param name="rows">A relation with the rows of its fact.</param>
    public string Cells(AggregateTable aggregate, string rows) =>
        $"""
            SELECT {string.Join(", ", aggregate.Keys.Select(key => $"{key.Expression} AS {key.Name}"))}, {Sums(
                aggregate,
                null,
                named: true
            )}
            FROM {rows} AS f {aggregate.Joins}
            GROUP BY {Keys(aggregate)}
            """;

    private Task<bool> IsTouchedAsync(AggregateTable aggregate, CancellationToken ct) =>
        LoadStatement.IsTrueAsync(connection, $"EXISTS (SELECT FROM moved_{aggregate.Fact.Name}) OR {aggregate.MovesWith ?? "false"}", ct);

    private async Task<string> MovedAsync(AggregateTable aggregate, CancellationToken ct) =>
        aggregate.MovesWith is not null ? TransformFile.All[$"aggregates/{aggregate.Name}"].Sql
        : aggregate.Source is { } finer && await LoadStatement.IsTrueAsync(connection, finer.Stays, ct)
            ? Moved(
                aggregate,
                $"moved_{finer.Name}",
                finer.Joins,
                finer.Keys,
                columns.Sums(aggregate).Append("row_count").Select(sum => (sum, $"sum(f.{sum})"))
            )
        : Moved(
            aggregate,
            $"moved_{aggregate.Fact.Name}",
            aggregate.Joins,
            [.. aggregate.Keys.Select(key => key.Expression)],
            SumTexts(aggregate, "f.sign")
        );

    // By hash, of the fact as it lies: the planner does not know how few cells there are, and would sort all rows of the fact or fetch them
    // one by one in an index's order. Cells of a month lie together; by an expression, because for an order of the key itself the rows
    // would be sorted before they are added up.
    private string Fill(AggregateTable aggregate)
    {
        var (from, joins, keys, sums) = aggregate.Source is { } finer
            ? (finer.Name, finer.Joins, string.Join(", ", finer.Keys), AddedUp(aggregate))
            : (aggregate.Fact.Name, aggregate.Joins, Keys(aggregate), Sums(aggregate, null));
        var part = Part(aggregate, plan.Generation);
        var select = $"SELECT {plan.Generation}, {keys}, {sums} FROM dw.{from}_g{plan.Generation} AS f {joins} GROUP BY {keys}";
        if (aggregate.MovesWith is not null)
        {
            keys = string.Join(", ", aggregate.Keys.Select(key => $"n.{key.Name}"));
            sums = string.Join(", ", columns.Sums(aggregate).Append("row_count").Select(sum => $"n.{sum}"));
            var cells = TransformFile.All[$"aggregates/{aggregate.Name}_cells"].Sql;
            select = $"SELECT {plan.Generation}, {keys}, {sums}, {plan.RunId} FROM ({cells}) AS n";
        }

        return $"""
            CREATE TABLE {part} (
                LIKE dw.{aggregate.Name} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS, CHECK (generation = {plan.Generation})
            ) WITH (fillfactor = 90);
            COMMENT ON TABLE {part} IS 'Generation {plan.Generation} of dw.{aggregate.Name}.';
            SET LOCAL enable_sort = off;
            SET LOCAL enable_indexscan = off;
            {Insert(aggregate, part)}
            SELECT * FROM ({select} OFFSET 0) AS cell
            ORDER BY cell.{aggregate.Keys[0].Name} + 0;
            SET LOCAL enable_indexscan = on;
            SET LOCAL enable_sort = on;
            ALTER TABLE dw.{aggregate.Name} ATTACH PARTITION {part} FOR VALUES IN ({plan.Generation});
            {Analyze(aggregate, part)};
            """;
    }

    // Of a cell no sum is greater than a number of societies; those of longer numbers take twice as long.
    private string AddedUp(AggregateTable aggregate) =>
        string.Join(", ", columns.Sums(aggregate).Append("row_count").Select(sum => $"sum(f.{sum}::int)").Append($"{plan.RunId}"));

    // By key: the planner takes four keys for one, expects few cells to be found, and would read all of them to find those.
    private string Merge(AggregateTable aggregate, string moved)
    {
        var sums = columns.Sums(aggregate);
        var part = Part(aggregate, plan.Published);
        return $"""
            {moved}
            ANALYZE moved_{aggregate.Name} (row_count);
            SET LOCAL enable_hashjoin = off;
            SET LOCAL enable_mergejoin = off;
            DELETE FROM {part} AS a USING moved_{aggregate.Name} AS m
            WHERE m.row_count < 0 AND a.generation = {plan.Published} AND {Equal(aggregate, "a", "m")} AND a.row_count + m.row_count = 0;
            UPDATE {part} AS a
            SET {string.Join(", ", sums.Append("row_count").Select(sum => $"{sum} = a.{sum} + m.{sum}"))}, load_run_id = {plan.RunId}
            FROM moved_{aggregate.Name} AS m
            WHERE a.generation = {plan.Published} AND {Equal(aggregate, "a", "m")} AND a.row_count + m.row_count > 0;
            {Insert(aggregate, part)}
            SELECT {plan.Published}, {string.Join(", ", aggregate.Keys.Select(key => $"m.{key.Name}"))},
                   {string.Join(", ", sums.Append("row_count").Select(sum => $"m.{sum}"))}, {plan.RunId}
            FROM moved_{aggregate.Name} AS m
            WHERE m.row_count > 0 AND NOT EXISTS (
                SELECT FROM {part} AS a WHERE a.generation = {plan.Published} AND {Equal(aggregate, "a", "m")});
            SET LOCAL enable_hashjoin = on;
            SET LOCAL enable_mergejoin = on;
            """;
    }

    private static string Moved(
        AggregateTable aggregate,
        string rows,
        string joins,
        IReadOnlyList<string> keys,
        IEnumerable<(string Name, string Text)> sums
    ) =>
        $"""
            CREATE TEMP TABLE moved_{aggregate.Name} ON COMMIT DROP AS
            SELECT * FROM (
                SELECT {string.Join(", ", aggregate.Keys.Zip(keys, (key, expression) => $"{expression} AS {key.Name}"))},
                       {string.Join(", ", sums.Select(sum => $"{sum.Text} AS {sum.Name}"))}
                FROM {rows} AS f {joins}
                GROUP BY {string.Join(", ", keys)}
            ) AS cell
            WHERE {string.Join(" OR ", sums.Select(sum => $"{sum.Name} <> 0"))};
            """;

    // Nobody looks for sums.
    private static string Analyze(AggregateTable aggregate, string part) =>
        $"ANALYZE {part} ({string.Join(", ", aggregate.Keys.Select(key => key.Name))})";

    private static string Part(AggregateTable aggregate, int generation) => $"dw.{aggregate.Name}_g{generation}";

    private string Insert(AggregateTable aggregate, string part) =>
        $"INSERT INTO {part} (generation, {string.Join(", ", aggregate.Keys.Select(key => key.Name))}, "
        + $"{string.Join(", ", columns.Sums(aggregate).Append("row_count").Append("load_run_id"))})";

    private string Sums(AggregateTable aggregate, string? sign, bool named = false)
    {
        var sums = SumTexts(aggregate, sign).Select(sum => named ? $"{sum.Text} AS {sum.Name}" : sum.Text);
        return string.Join(", ", named ? sums : sums.Append($"{plan.RunId}"));
    }

    private IEnumerable<(string Name, string Text)> SumTexts(AggregateTable aggregate, string? sign) =>
        columns
            .Sums(aggregate)
            .Select(sum => (sum, aggregate.Sums.GetValueOrDefault(sum, $"f.{sum}")))
            .Append(("row_count", "1"))
            .Select(sum => (sum.Item1, Sum(sum.Item2, sign)));

    // Without a sign all rows came: a factor of one for each row and sum took a tenth of the whole.
    private static string Sum(string expression, string? sign) =>
        sign is not null ? $"sum({sign} * {expression})"
        : expression == "1" ? "count(*)"
        : $"sum({expression})";

    private static string Keys(AggregateTable aggregate) => string.Join(", ", aggregate.Keys.Select(key => key.Expression));

    private static string Equal(AggregateTable aggregate, string one, string other) =>
        string.Join(" AND ", aggregate.Keys.Select(key => $"{one}.{key.Name} = {other}.{key.Name}"));
}
