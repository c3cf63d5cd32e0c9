using Dapper;
using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run.Source;

/// <summary>
/// Fills <c>source</c> of a warehouse apart from its graph, in the load's transaction and from the graph's one snapshot: whole relations,
/// as PostgreSQL writes them, without a row being looked at on the way.
/// </summary>
internal sealed class SourceCopy(SourceSession session)
{
    // What a load without anything to do need not copy. A server that crashed has emptied the tables.
    private const string IsAsked = """
        SELECT (SELECT is_full FROM load) OR EXISTS (SELECT FROM touched) OR EXISTS (SELECT FROM due_window)
            OR EXISTS (SELECT FROM load_month WHERE is_new) OR NOT EXISTS (SELECT FROM source.region)
        """;

    private const string ReadRelations = """
        SELECT c.oid::regclass::text AS Name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS Columns
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relnamespace = 'source'::regnamespace AND c.relkind = 'r'
           OR c.oid = ANY (@beside::regclass[])
        GROUP BY c.oid
        ORDER BY c.relnamespace = 'source'::regnamespace DESC, array_position(@beside::regclass[], c.oid)
        """;

    // What mart shows of the graph beside the star: documents, their clauses, indicators. Referenced ones first.
    private static readonly string[] Beside = ["graph.policy_document", "graph.policy_clause", "dw.indicator"];

    // A load empties the table it fills, and a snapshot from before would see it so; whoever holds this lock, it waits for.
    private const string Hold = "LOCK TABLE source.region IN ACCESS SHARE MODE";

    private const string IsHere = "SELECT EXISTS (SELECT FROM source.region)";
    private const string IsTable = "SELECT to_regclass('meta.source_table') IS NOT NULL";

    private sealed record Relation(string Name, string Columns);

    /// <summary>Copies what this load needs.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var relations = (
            await session.Star.QueryAsync<Relation>(new CommandDefinition(ReadRelations, new { beside = Beside }, cancellationToken: ct))
        ).ToList();
        await CopyBesideAsync([.. relations.Where(one => Beside.Contains(one.Name))], ct);
        await using var question = LoadStatement.Of(session.Star, IsAsked);
        if (await question.ExecuteScalarAsync(ct) is true)
        {
            var copied = relations.Where(one => !Beside.Contains(one.Name)).ToList();
            var names = string.Join(", ", copied.Select(one => one.Name));
            await ExecuteAsync($"TRUNCATE {names}", ct);
            foreach (var (name, columns) in copied)
            {
                await CopyAsync($"SELECT {columns} FROM {name}", $"{name} ({columns})", ct);
            }

            await ExecuteAsync($"ANALYZE {names}", ct);
        }

        await session.EndSnapshotAsync();
    }

    /// <summary>Whether a star's database has copies of the graph, not the graph itself.</summary>
    public static async Task<bool> IsInAsync(NpgsqlConnection star, CancellationToken ct)
    {
        await using var question = LoadStatement.Of(star, IsTable);
        return await question.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>
    /// Keeps loads from emptying what checks read, for as long as the transaction lasts; its first statement, so that its snapshot is taken
    /// after it.
    /// </summary>
    /// <exception cref="DatabaseSetupException">A crash has emptied it.</exception>
    public static async Task HoldAsync(NpgsqlConnection star, CancellationToken ct)
    {
        await using var hold = LoadStatement.Of(star, Hold);
        await hold.ExecuteNonQueryAsync(ct);
        await using var here = LoadStatement.Of(star, IsHere);
        if (await here.ExecuteScalarAsync(ct) is false)
        {
            throw new DatabaseSetupException(
                "SP-WAREHOUSE-105",
                "The warehouse has no copy of the graph: nothing was loaded yet, or its server crashed, which empties the copy.",
                "Run `load`, which copies it again."
            );
        }
    }

    /// <summary>Copies what a query of the graph gives into columns of the warehouse.</summary>
    public async Task CopyAsync(string query, string into, CancellationToken ct)
    {
        await using var rows = await session.Connection.BeginRawBinaryCopyAsync($"COPY ({query}) TO STDOUT (FORMAT BINARY)", ct);
        await using var table = await session.Star.BeginRawBinaryCopyAsync($"COPY {into} FROM STDIN (FORMAT BINARY)", ct);
        rows.ReadTimeout = table.WriteTimeout = (int)TimeSpan.FromSeconds(LoadOptions.StepSecondsMax).TotalMilliseconds;
        try
        {
            await rows.CopyToAsync(table, ct);
        }
        catch
        {
            // Closed, it would count as complete.
            await table.CancelAsync();
            throw;
        }
    }

    // Written by what differs, so that loading twice changes no row; what refers to others goes first and comes last.
    private async Task CopyBesideAsync(IReadOnlyList<Relation> relations, CancellationToken ct)
    {
        foreach (var (name, columns) in relations)
        {
            await ExecuteAsync($"CREATE TEMP TABLE {Copied(name)} ON COMMIT DROP AS SELECT {columns} FROM {name} WITH NO DATA", ct);
            await CopyAsync($"SELECT {columns} FROM {name}", $"{Copied(name)} ({columns})", ct);
        }

        foreach (var (name, columns) in relations.Reverse())
        {
            await ExecuteAsync(
                $"DELETE FROM {name} AS t WHERE NOT EXISTS (SELECT FROM {Copied(name)} AS n "
                    + $"WHERE (SELECT o FROM (SELECT {Of("t", columns)}) AS o) IS NOT DISTINCT FROM "
                    + $"(SELECT o FROM (SELECT {Of("n", columns)}) AS o))",
                ct
            );
        }

        foreach (var (name, columns) in relations)
        {
            await ExecuteAsync(
                $"INSERT INTO {name} ({columns}) OVERRIDING SYSTEM VALUE "
                    + $"SELECT {columns} FROM {Copied(name)} EXCEPT SELECT {columns} FROM {name}",
                ct
            );
        }
    }

    private static string Copied(string name) => $"copied_{name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]}";

    private static string Of(string row, string columns) => string.Join(", ", columns.Split(", ").Select(column => $"{row}.{column}"));

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(session.Star, sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
