using Npgsql;
using SocietyParty.Etl.Run.Star;

namespace SocietyParty.Etl.Run.Reconcile;

/// <summary>
/// Takes the rows that the steps of a load compute and compares them with the star's instead of writing them. Facts are computed beside
/// the star's own versions, so a wrong version key is a difference of its fact, and a wrong version one of its dimension.
/// </summary>
internal sealed class StarComparison(NpgsqlConnection connection, StarColumns columns, LoadPlan plan, bool namesAllGroups) : IStarTarget
{
    private readonly TableComparison comparison = new(connection, namesAllGroups);
    private readonly List<ComparedTable> tables = [];

    /// <summary>What was compared, in order.</summary>
    public IReadOnlyList<ComparedTable> Tables => tables;

    public async Task<long> DimensionAsync(DimensionTable dimension, TransformFile transform, CancellationToken ct)
    {
        var (name, id) = (dimension.Name, $"{dimension.Thing}_id");
        IReadOnlyList<string> keys = [id, "valid_from"];
        IReadOnlyList<string> values = [.. columns.Attributes(dimension), "valid_to"];
        await FillAsync(name, [.. keys, .. values], transform.Sql, ct);
        // Nothing is written, so no version changes; later steps ask which did.
        await ExecuteAsync($"CREATE TEMP TABLE changed_{name} (id bigint, from_day date) ON COMMIT DROP", ct);
        var star = $"SELECT {List([.. keys, .. values])} FROM dw.{name} WHERE superseded_run_id IS NULL AND {id} <> 0";
        return await CompareAsync(new TablePair(name, star, New(name, [.. keys, .. values]), keys, values, [], "''", "0::bigint"), ct);
    }

    public async Task<long> FactAsync(FactTable fact, TransformFile transform, CancellationToken ct)
    {
        IReadOnlyList<string> all = [.. columns.Keys(fact), .. columns.Values(fact)];
        await FillAsync(fact.Name, all, transform.Sql, ct);
        return await CompareAsync(Pair(fact.Name, columns.Keys(fact), columns.Values(fact)), ct);
    }

    public async Task<long> AggregateAsync(AggregateTable aggregate, CancellationToken ct)
    {
        IReadOnlyList<string> keys = [.. aggregate.Keys.Select(key => key.Name)];
        IReadOnlyList<string> values = [.. columns.Sums(aggregate), "row_count"];
        var cells = new AggregateWriter(connection, columns, plan).Cells(aggregate, $"new_{aggregate.Fact.Name}");
        await FillAsync(aggregate.Name, [.. keys, .. values], cells, ct);
        return await CompareAsync(Pair(aggregate.Name, keys, values), ct);
    }

    /// <summary>A file that writes a table of the star writes only what differs; here that is taken back with everything else.</summary>
    public async Task<long> FileAsync(string name, Func<Task<long>> run, CancellationToken ct)
    {
        var table = name[(name.LastIndexOf('/') + 1)..];
        if (!columns.Has(table))
        {
            return await run();
        }

        var (keys, values) = (columns.Keys(table), columns.Values(table));
        var all = List([.. keys, .. values]);
        await ExecuteAsync($"CREATE TEMP TABLE star_{table} ON COMMIT DROP AS SELECT {all} FROM dw.{table}", ct);
        await run();
        return await CompareAsync(
            new TablePair(table, $"SELECT {all} FROM star_{table}", $"SELECT {all} FROM dw.{table}", keys, values, [], "''", "0::bigint"),
            ct
        );
    }

    private TablePair Pair(string name, IReadOnlyList<string> keys, IReadOnlyList<string> values)
    {
        var all = keys.Concat(values).ToList();
        return new TablePair(
            name,
            $"SELECT {List(all)} FROM dw.{name} WHERE generation = {plan.Published}",
            New(name, all),
            keys,
            values,
            [.. columns.Measures(name).Where(values.Contains)],
            all.Contains("month_key")
                    ? "CASE WHEN x.month_key = 0 THEN '' ELSE overlay((x.month_key / 100)::text PLACING '-' FROM 5 FOR 0) END"
                : all.Contains("year") ? "x.year::text"
                : all.Contains("valid_from") ? "to_char(x.valid_from, 'YYYY-MM')"
                : "''",
            all.Contains("committee_id") ? "x.committee_id"
                : all.Contains("branch_id") ? OfBranch
                : "0::bigint"
        );
    }

    // A fact that names no committee belongs to that of its branch on its first day.
    private const string OfBranch =
        "coalesce((SELECT v.committee_id FROM dw.dim_branch AS v WHERE v.branch_id = x.branch_id AND v.superseded_run_id IS NULL "
        + "AND v.valid_from <= x.valid_from AND x.valid_from < v.valid_to), 0)";

    // With the star's own types, so that equal values have equal texts.
    private Task FillAsync(string name, IReadOnlyList<string> all, string select, CancellationToken ct) =>
        ExecuteAsync(
            $"""
            CREATE TEMP TABLE new_{name} ON COMMIT DROP AS SELECT {List(all)} FROM dw.{name} WHERE false;
            INSERT INTO new_{name} ({List(all)}) SELECT {string.Join(", ", all.Select(column => $"n.{column}"))} FROM ({select}) AS n;
            ANALYZE new_{name};
            """,
            ct
        );

    private async Task<long> CompareAsync(TablePair pair, CancellationToken ct)
    {
        var compared = await comparison.CompareAsync(pair, ct);
        tables.Add(compared);
        return compared.SourceRows;
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(connection, sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static string New(string name, IReadOnlyList<string> all) => $"SELECT {List(all)} FROM new_{name}";

    private static string List(IReadOnlyList<string> names) => string.Join(", ", names);
}
