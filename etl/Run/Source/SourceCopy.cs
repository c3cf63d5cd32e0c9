using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run.Source;

/// <summary>
/// Fills <c>source</c> of a warehouse apart from its graph, in the load's transaction and from the graph's one snapshot, as PostgreSQL
/// writes the rows, without one being looked at on the way: what touched subjects own, or everything.
/// </summary>
internal sealed class SourceCopy(SourceSession session)
{
    // Else the copy is what the last load saw, in whose transaction it was written. A server that crashed has emptied the tables.
    private const string IsWhole = "SELECT (SELECT is_full FROM load) OR NOT EXISTS (SELECT FROM source.region)";

    private const string ReadRelations = """
        SELECT c.oid::regclass::text AS Name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS Columns
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relnamespace = 'source'::regnamespace AND c.relkind = 'r'
           OR c.oid = ANY (@beside::regclass[])
        GROUP BY c.oid
        ORDER BY c.relnamespace = 'source'::regnamespace DESC, array_position(@beside::regclass[], c.oid)
        """;

    private const string ReadTouched = """
        SELECT k.key AS Key, '{' || string_agg(DISTINCT t.subject_id::text, ',') || '}' AS Ids
        FROM touched AS t
        JOIN (VALUES ('SOCIETY', 'society_id'), ('BRANCH', 'branch_id'), ('COMMITTEE', 'committee_id'), ('COMMITTEE_WORK', 'committee_id'),
                     ('SUPPORTING_UNIT', 'supporting_unit_id')) AS k (subject, key) USING (subject)
        GROUP BY k.key
        """;

    // What mart shows of the graph beside the star: documents, their clauses, indicators. Referenced ones first.
    private static readonly string[] Beside = ["graph.policy_document", "graph.policy_clause", "dw.indicator"];

    // A round may begin with a new one before it changes any subject. A few dozen rows.
    private const string Schemes = "source.scheme_item";

    // A load empties the table it fills, and a snapshot from before would see it so; whoever holds this lock, it waits for.
    private const string Hold = "LOCK TABLE source.region IN ACCESS SHARE MODE";

    private const string IsHere = "SELECT EXISTS (SELECT FROM source.region)";
    private const string IsTable = "SELECT to_regclass('meta.source_table') IS NOT NULL";

    private sealed record Relation(string Name, string Columns);

    private sealed record TouchedKeys(string Key, string Ids);

    /// <summary>Copies what this load needs.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var relations = (
            await session.Star.QueryAsync<Relation>(new CommandDefinition(ReadRelations, new { beside = Beside }, cancellationToken: ct))
        ).ToList();
        await CopyBesideAsync([.. relations.Where(one => Beside.Contains(one.Name))], ct);
        var sources = relations.Where(one => !Beside.Contains(one.Name)).ToList();
        await using var question = LoadStatement.Of(session.Star, IsWhole);
        await (await question.ExecuteScalarAsync(ct) is true ? CopyAllAsync(sources, ct) : CopyTouchedAsync(sources, ct));
        await session.EndSnapshotAsync();
    }

    private async Task CopyAllAsync(IReadOnlyList<Relation> sources, CancellationToken ct)
    {
        var names = string.Join(", ", sources.Select(one => one.Name));
        await ExecuteAsync($"TRUNCATE {names}", ct);
        foreach (var (name, columns) in sources)
        {
            await CopyAsync($"SELECT {columns} FROM {name}", $"{name} ({columns})", ct);
        }

        await ExecuteAsync($"ANALYZE {names}", ct);
    }

    // A row belongs to the subjects whose keys it has, and its triggers name them before and after a change. What has no such key
    // (regions, disciplines, rule sets) makes everything be loaded where it changes.
    private async Task CopyTouchedAsync(IReadOnlyList<Relation> sources, CancellationToken ct)
    {
        var touched = (await session.Star.QueryAsync<TouchedKeys>(new CommandDefinition(ReadTouched, cancellationToken: ct))).ToList();
        foreach (var (name, columns) in sources)
        {
            // Keys are numbers that the database gave, and COPY takes no parameters.
            var owned = string.Join(
                " OR ",
                touched.Where(one => columns.Split(", ").Contains(one.Key)).Select(one => $"{one.Key} = ANY ('{one.Ids}'::bigint[])")
            );
            if (name == Schemes)
            {
                owned = "true";
            }

            if (owned.Length > 0)
            {
                await ExecuteAsync($"DELETE FROM {name} WHERE {owned}", ct);
                await CopyAsync($"SELECT {columns} FROM {name} WHERE {owned}", $"{name} ({columns})", ct);
            }
        }
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
            throw new Refusal("SP-WAREHOUSE-105", []);
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
