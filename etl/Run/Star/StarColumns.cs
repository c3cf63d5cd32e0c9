using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Run.Star;

/// <summary>Columns of the star's tables, read from the catalogue: a new measure is one column and one line of a transform.</summary>
internal sealed class StarColumns
{
    private const string Read = """
        SELECT c.relname AS Table, a.attname AS Name, coalesce(a.attnum = ANY (i.indkey), false) AS IsKey,
               a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype) AS IsNumber
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary
        WHERE c.relnamespace = 'dw'::regnamespace AND c.relkind IN ('r', 'p')
        ORDER BY c.relname, a.attnum
        """;

    private readonly ILookup<string, Column> columns;

    private StarColumns(IEnumerable<Column> columns) => this.columns = columns.ToLookup(column => column.Table);

    public static async Task<StarColumns> ReadAsync(NpgsqlConnection connection, CancellationToken ct) =>
        new(await connection.QueryAsync<Column>(new CommandDefinition(Read, cancellationToken: ct)));

    /// <summary>What identifies a row of a fact, the generation left out.</summary>
    public IReadOnlyList<string> Keys(FactTable fact) =>
        [.. columns[fact.Name].Where(column => column.IsKey && column.Name != Generation).Select(column => column.Name)];

    /// <summary>What else a row of a fact says.</summary>
    public IReadOnlyList<string> Values(FactTable fact) =>
        [.. columns[fact.Name].Where(column => !column.IsKey && column.Name != LoadRun).Select(column => column.Name)];

    /// <summary>What a version says: all of its columns but keys, days and loads.</summary>
    public IReadOnlyList<string> Attributes(DimensionTable dimension) =>
        [
            .. columns[dimension.Name]
                .Select(column => column.Name)
                .Where(name =>
                    name != $"{dimension.Thing}_key"
                    && name != $"{dimension.Thing}_id"
                    && name is not ("valid_from" or "valid_to" or LoadRun or "superseded_run_id")
                ),
        ];

    /// <summary>The sums that an aggregate keeps.</summary>
    public IReadOnlyList<string> Sums(AggregateTable aggregate) =>
        [
            .. columns[aggregate.Name]
                .Select(column => column.Name)
                .Where(name => name is not (Generation or LoadRun or "row_count") && !aggregate.Keys.Any(key => key.Name == name)),
        ];

    /// <summary>What identifies a row of any table.</summary>
    public IReadOnlyList<string> Keys(string table) =>
        [.. columns[table].Where(column => column.IsKey && column.Name != Generation).Select(column => column.Name)];

    /// <summary>What else a row of any table says, who wrote it left out.</summary>
    public IReadOnlyList<string> Values(string table) =>
        [.. columns[table].Where(column => !column.IsKey && column.Name is not (Generation or LoadRun)).Select(column => column.Name)];

    /// <summary>The numbers among the values of a table that can be added up.</summary>
    public IReadOnlyList<string> Measures(string table) =>
        [
            .. columns[table]
                .Where(column => column is { IsKey: false, IsNumber: true } && column.Name is not (Generation or "year"))
                .Select(column => column.Name)
                .Where(name => !name.EndsWith("_key", StringComparison.Ordinal) && !name.EndsWith("_id", StringComparison.Ordinal)),
        ];

    /// <summary>Whether there is such a table.</summary>
    public bool Has(string table) => columns[table].Any();

    public const string Generation = "generation";
    public const string LoadRun = "load_run_id";

    private sealed record Column(string Table, string Name, bool IsKey, bool IsNumber);
}
