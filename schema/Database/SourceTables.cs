using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>
/// The schema <c>source</c> of a warehouse in a database of its own: a table where the graph's database has a view, with the same columns,
/// which loads fill by copying. Unlogged: what is lost with a crash is copied again.
/// </summary>
internal sealed class SourceTables(NpgsqlConnection connection, IReadOnlyList<ViewFile> files)
{
    private const string Prefix = "source.";

    // It tells such a database from a graph's, which is never made into one: there the views would go.
    private const string ReadKind = """
        SELECT CASE WHEN to_regclass('meta.source_table') IS NOT NULL THEN 'WAREHOUSE'
                    WHEN to_regclass('meta.schema_version') IS NOT NULL THEN 'GRAPH'
                    WHEN to_regnamespace('graph') IS NOT NULL OR to_regnamespace('dw') IS NOT NULL THEN 'FOREIGN' END
        """;

    private const string CreateRecord = """
        CREATE TABLE IF NOT EXISTS meta.source_table (
            name text PRIMARY KEY,
            checksum text NOT NULL,
            made_at timestamptz NOT NULL DEFAULT now()
        );
        COMMENT ON TABLE meta.source_table IS 'One row per table of source. Only a warehouse in a database of its own has this table.';
        COMMENT ON COLUMN meta.source_table.name IS 'The table with its schema.';
        COMMENT ON COLUMN meta.source_table.checksum IS 'SHA-256 of the file of the view whose columns it has, in hex. Another one makes all of them anew.';
        COMMENT ON COLUMN meta.source_table.made_at IS 'Start of the transaction that made it.';
        """;

    private const string DropAll = """
        DO $$
        DECLARE
            one record;
        BEGIN
            FOR one IN
                SELECT format('DROP %s %s', CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, oid::regclass) AS statement
                FROM pg_class WHERE relnamespace = to_regnamespace('source') AND relkind IN ('v', 'r')
            LOOP
                EXECUTE one.statement;
            END LOOP;
        END $$
        """;

    // A load of few subjects finds them by key.
    private const string MakeOne = """
        DO $$
        DECLARE
            view regclass := current_setting('societyparty.relation');
            name text := (SELECT relname FROM pg_class WHERE oid = view);
            comment text := obj_description(view);
            key text;
        BEGIN
            EXECUTE format('ALTER VIEW source.%I RENAME TO replaced', name);
            EXECUTE format('CREATE UNLOGGED TABLE source.%I AS SELECT * FROM source.replaced WITH NO DATA', name);
            EXECUTE format('COMMENT ON TABLE source.%I IS %L', name, comment);
            DROP VIEW source.replaced;
            FOR key IN
                SELECT a.attname FROM pg_attribute AS a
                WHERE a.attrelid = format('source.%I', name)::regclass AND (a.attname LIKE '%\_id' AND a.attname <> 'person_id' OR a.attname = 'code')
            LOOP
                EXECUTE format('CREATE INDEX ON source.%I (%I)', name, key);
            END LOOP;
        END $$
        """;

    private readonly IReadOnlyList<ViewFile> _files = [.. files.Where(file => IsSource(file.Name))];

    /// <summary>Whether the name is of a view of the schema.</summary>
    public static bool IsSource(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Refuses a database of the other kind, before anything is written.</summary>
    /// <exception cref="DatabaseSetupException">A graph is to be a warehouse, or a warehouse a graph.</exception>
    public static async Task CheckKindAsync(NpgsqlConnection connection, bool isWarehouse, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ReadKind, connection);
        var kind = await command.ExecuteScalarAsync(ct) as string;
        if (!isWarehouse && kind == "WAREHOUSE")
        {
            throw new DatabaseSetupException(
                "SP-WAREHOUSE-103",
                (
                    $"Database {connection.Database} is a warehouse of its own and has no graph.",
                    $"数据库 {connection.Database} 是单独的数据仓库，没有图数据。"
                ),
                (
                    "Name the graph's database with --connection or ConnectionStrings__Graph, and this one with --warehouse.",
                    "请用 --connection 或环境变量 ConnectionStrings__Graph 指定图数据库，用 --warehouse 指定这个数据库。"
                )
            );
        }

        if (isWarehouse && kind is "GRAPH" or "FOREIGN")
        {
            throw new DatabaseSetupException(
                "SP-WAREHOUSE-104",
                (
                    $"Database {connection.Database} is no warehouse of its own: it has a graph, or tables of another program.",
                    $"数据库 {connection.Database} 不能单独作为数据仓库：其中有图数据，或者有其他程序的表。"
                ),
                (
                    "Name an empty database with --warehouse or ConnectionStrings__Warehouse; without one the star stays with the graph.",
                    "请用 --warehouse 或环境变量 ConnectionStrings__Warehouse 指定空的数据库；不指定的，数据仓库与图数据放在一起。"
                )
            );
        }
    }

    /// <summary>Whether a view's file is new, changed or gone since the tables were made.</summary>
    public async Task<bool> IsDueAsync(CancellationToken ct)
    {
        await ExecuteAsync(CreateRecord, ct);
        await using var command = new NpgsqlCommand(
            "SELECT count(*) <> cardinality($1) OR count(*) FILTER (WHERE t.name || t.checksum = ANY ($1)) <> cardinality($1) "
                + "FROM meta.source_table AS t",
            connection
        )
        {
            Parameters = { new() { Value = _files.Select(file => file.Name + file.Checksum).ToArray() } },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Drops the tables, and views that numbered files made in their place.</summary>
    public Task DropAsync(CancellationToken ct) => ExecuteAsync(DropAll, ct);

    /// <summary>Makes each table from its view, which PostgreSQL asks for the columns. The graph's views and functions are there.</summary>
    public async Task MakeAsync(CancellationToken ct)
    {
        await ExecuteAsync("DELETE FROM meta.source_table", ct);
        foreach (var file in _files)
        {
            await SqlFileRunner.RunAsync(connection, file, ct: ct);
            await using (var name = new NpgsqlCommand("SELECT set_config('societyparty.relation', $1, true)", connection))
            {
                name.Parameters.Add(new() { Value = file.Name });
                await name.ExecuteNonQueryAsync(ct);
            }

            await ExecuteAsync(MakeOne, ct);
            await using var record = new NpgsqlCommand("INSERT INTO meta.source_table (name, checksum) VALUES ($1, $2)", connection)
            {
                Parameters =
                {
                    new() { Value = file.Name },
                    new() { Value = file.Checksum },
                },
            };
            await record.ExecuteNonQueryAsync(ct);
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
