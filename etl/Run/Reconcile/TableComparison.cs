using System.Globalization;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Run.Reconcile;

/// <summary>Two relations with the same columns: the star's, and the one computed afresh.</summary>
/// <param name="Table">Name of the star's table.</param>
/// <param name="Star">Selects the star's rows.</param>
/// <param name="Source">Selects those that the graph gives.</param>
/// <param name="Keys">Columns that identify a row.</param>
/// <param name="Values">All other columns that are compared.</param>
/// <param name="Measures">Those of them that are added up.</param>
/// <param name="Period">The month or year of a row <c>x</c>, as text.</param>
/// <param name="Committee">The committee of a row <c>x</c>.</param>
internal sealed record TablePair(
    string Table,
    string Star,
    string Source,
    IReadOnlyList<string> Keys,
    IReadOnlyList<string> Values,
    IReadOnlyList<string> Measures,
    string Period,
    string Committee
);

/// <summary>Compares two relations: by group in number, sums and a hash of all columns, then row by row where a group differs.</summary>
internal sealed class TableComparison(NpgsqlConnection connection, bool namesAllGroups)
{
    /// <summary>Groups and rows that are named of one table, unless all groups are asked for.</summary>
    public const int NamedMax = 20;

    private const string ReadTotals = """
        SELECT count(*) AS Groups, count(*) FILTER (WHERE differs) AS Differing, coalesce(sum(star_rows), 0)::bigint AS StarRows,
               coalesce(sum(source_rows), 0)::bigint AS SourceRows
        FROM compared
        """;

    private const string ReadGroups = """
        SELECT period AS Period, committee AS CommitteeId, star_rows AS StarRows, source_rows AS SourceRows, hashes_equal AS HashesEqual,
               star_sums::text AS StarSums, source_sums::text AS SourceSums
        FROM compared
        WHERE differs OR @all
        ORDER BY differs DESC, period, committee
        LIMIT @limit
        """;

    private sealed record Totals(long Groups, long Differing, long StarRows, long SourceRows);

    private sealed record Group(
        string Period,
        long CommitteeId,
        long StarRows,
        long SourceRows,
        bool HashesEqual,
        string? StarSums,
        string? SourceSums
    );

    private sealed record Row(string? Star, string? Source, long Total);

    public async Task<ComparedTable> CompareAsync(TablePair pair, CancellationToken ct)
    {
        await connection.ExecuteAsync(Run(Grouped(pair), null, ct));
        var totals = await connection.QuerySingleAsync<Totals>(Run(ReadTotals, null, ct));
        var limit = namesAllGroups ? (int?)null : NamedMax;
        var groups = await connection.QueryAsync<Group>(Run(ReadGroups, new { all = namesAllGroups, limit }, ct));
        var named = groups.Select(Named).ToList();
        await connection.ExecuteAsync(Run("DROP TABLE compared", null, ct));
        List<Row> rows = totals.Differing == 0 ? [] : [.. await connection.QueryAsync<Row>(Run(Differing(pair), new { NamedMax }, ct))];
        return new ComparedTable(
            pair.Table,
            totals.StarRows,
            totals.SourceRows,
            totals.Groups,
            totals.Differing,
            rows.Count == 0 ? 0 : rows[0].Total
        )
        {
            Groups = named,
            Rows = [.. rows.Select(row => Named(pair, row))],
        };
    }

    // Sums of a hash do not depend on the order of rows, and need no sorting.
    private static string Grouped(TablePair pair)
    {
        var columns = string.Join(", ", pair.Keys.Concat(pair.Values).Select(name => $"x.{name}"));
        var sums = pair.Measures.Count == 0 ? "" : string.Join(", ", pair.Measures.Select(name => $"'{name}', sum(x.{name})"));
        string Side(string rows) =>
            $"""
                SELECT {pair.Period} AS period, {pair.Committee} AS committee, count(*) AS rows,
                       sum(hashtextextended(ROW({columns})::text, 0)) AS hash, jsonb_build_object({sums}) AS sums
                FROM ({rows}) AS x
                GROUP BY 1, 2
                """;
        return $"""
            CREATE TEMP TABLE compared ON COMMIT DROP AS
            SELECT coalesce(a.period, b.period) AS period, coalesce(a.committee, b.committee) AS committee, coalesce(a.rows, 0) AS star_rows,
                   coalesce(b.rows, 0) AS source_rows, a.hash IS NOT DISTINCT FROM b.hash AS hashes_equal, a.sums AS star_sums, b.sums AS source_sums,
                   a.rows IS DISTINCT FROM b.rows OR a.hash IS DISTINCT FROM b.hash AS differs
            FROM ({Side(pair.Star)}) AS a
            FULL JOIN ({Side(pair.Source)}) AS b ON b.period = a.period AND b.committee = a.committee
            """;
    }

    private static string Differing(TablePair pair)
    {
        var keys = string.Join(" AND ", pair.Keys.Select(key => $"b.{key} = a.{key}"));
        var order = string.Join(", ", pair.Keys.Select(key => $"coalesce(a.{key}, b.{key})"));
        var values = string.Join(" OR ", pair.Values.Select(name => $"a.{name} IS DISTINCT FROM b.{name}").DefaultIfEmpty("false"));
        return $"""
            SELECT CASE WHEN a.{pair.Keys[0]} IS NOT NULL THEN to_jsonb(a)::text END AS Star,
                   CASE WHEN b.{pair.Keys[0]} IS NOT NULL THEN to_jsonb(b)::text END AS Source, count(*) OVER () AS Total
            FROM ({pair.Star}) AS a FULL JOIN ({pair.Source}) AS b ON {keys}
            WHERE a.{pair.Keys[0]} IS NULL OR b.{pair.Keys[0]} IS NULL OR {values}
            ORDER BY {order}
            LIMIT @NamedMax
            """;
    }

    private static ComparedGroup Named(Group group)
    {
        var (star, source) = (Read(group.StarSums), Read(group.SourceSums));
        return new ComparedGroup(
            group.Period,
            group.CommitteeId,
            group.StarRows,
            group.SourceRows,
            group.HashesEqual,
            star.Keys.Union(source.Keys).ToDictionary(name => name, name => new ComparedSum(Number(star, name), Number(source, name)))
        );
    }

    private static DifferingRow Named(TablePair pair, Row row)
    {
        var (star, source) = (Read(row.Star), Read(row.Source));
        var there = row.Star is null ? source : star;
        var differing = row.Star is null || row.Source is null ? [] : pair.Values.Where(name => Text(star, name) != Text(source, name));
        return new DifferingRow(
            string.Join(", ", pair.Keys.Select(key => $"{key} {Text(there, key)}")),
            (row.Star, row.Source) switch
            {
                (null, _) => "MISSING",
                (_, null) => "TOO_MANY",
                _ => "DIFFERENT",
            },
            differing.ToDictionary(name => name, name => new ComparedValue(Text(star, name), Text(source, name)))
        );
    }

    private static Dictionary<string, JsonElement> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static string? Text(Dictionary<string, JsonElement> values, string name) =>
        values[name].ValueKind == JsonValueKind.Null ? null : values[name].ToString();

    private static decimal? Number(Dictionary<string, JsonElement> values, string name) =>
        values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? decimal.Parse(value.GetRawText(), NumberStyles.Number, CultureInfo.InvariantCulture)
            : null;

    private static CommandDefinition Run(string sql, object? values, CancellationToken ct) =>
        new(sql, values, commandTimeout: LoadOptions.StepSecondsMax, cancellationToken: ct);
}
