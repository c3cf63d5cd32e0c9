using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>
/// Compares the relations that a load reads and writes with those that this version's migrations make, before anything is loaded.
/// What is expected is <c>Transforms/schema.txt</c>, which a test writes from the catalogue of a fresh database. PostgreSQL's own
/// parser would not do: transforms read tables that the steps before them make, and a column of another type often still parses.
/// </summary>
public static class SchemaDrift
{
    /// <summary>The embedded file.</summary>
    public const string File = "Transforms/schema.txt";

    private const int ShownMax = 20;

    private const string ReadColumns = """
        SELECT n.nspname || '.' || c.relname AS Relation, a.attname AS Name, format_type(a.atttypid, a.atttypmod) AS Type
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE n.nspname = 'source' AND c.relkind IN ('v', 'm', 'r', 'f')
           OR n.nspname = 'dw' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
           OR n.nspname = 'graph' AND c.relname IN ('touched', 'touched_reader')
        ORDER BY 1, a.attnum
        """;

    private static readonly Lazy<IReadOnlyList<Column>> Expected = new(ReadExpected);

    private sealed record Column(string Relation, string Name, string Type);

    /// <summary>What the database has, in the form of the file: a line a relation, and its columns below it.</summary>
    public static async Task<string> DescribeAsync(NpgsqlConnection connection, CancellationToken ct = default)
    {
        var text = new StringBuilder();
        foreach (var relation in (await ReadAsync(connection, ct)).GroupBy(column => column.Relation))
        {
            text.Append(relation.Key).Append('\n');
            foreach (var column in relation)
            {
                text.Append("  ").Append(column.Name).Append(' ').Append(column.Type).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Why this program cannot load; null if it can. Of two databases, that of the star first.</summary>
    public static async Task<LoadProblem?> FindAsync(LoadDatabases databases, NpgsqlConnection star, CancellationToken ct)
    {
        if (!databases.IsApart || await FindAsync(star, "Drift.InWarehouse", ct) is not { } ofTheStar)
        {
            await using var graph = databases.IsApart ? await databases.Graph.OpenConnectionAsync(ct) : null;
            return await FindAsync(graph ?? star, graph is null ? null : "Drift.InGraph", ct);
        }

        return ofTheStar;
    }

    private static async Task<LoadProblem?> FindAsync(NpgsqlConnection connection, string? where, CancellationToken ct)
    {
        var found = await ReadAsync(connection, ct);
        var differences = Differences(found).ToList();
        if (differences.Count == 0)
        {
            return null;
        }

        var rows = differences.Take(ShownMax).Select(one => (IReadOnlyList<string>)[one.Relation, one.Column, one.Expected, one.Found]);
        return new LoadProblem(
            "SP-LOAD-202",
            [
                ("where", where is null ? "" : new Sentence(where, [])),
                ("difference", differences[0].Sentence),
                ("more", differences.Count > 1 ? new Sentence("Drift.More", [("count", differences.Count - 1)]) : ""),
            ]
        )
        {
            Check = new CheckResult(
                "the_schema_is_this_versions",
                ["relation", "column", "expected", "found"],
                [.. rows],
                differences.Count
            ),
        };
    }

    private static async Task<IReadOnlyList<Column>> ReadAsync(NpgsqlConnection connection, CancellationToken ct) =>
        [.. await connection.QueryAsync<Column>(new CommandDefinition(ReadColumns, cancellationToken: ct))];

    private static IEnumerable<Difference> Differences(IReadOnlyList<Column> found)
    {
        var relations = found.Select(column => column.Relation).ToHashSet();
        var types = found.ToDictionary(column => (column.Relation, column.Name), column => column.Type);
        foreach (var relation in Expected.Value.Select(column => column.Relation).Distinct().Where(name => !relations.Contains(name)))
        {
            yield return new(relation, "", "there", "missing", new("Drift.NoRelation", [("relation", relation)]));
        }

        foreach (var (relation, name, type) in Expected.Value.Where(column => relations.Contains(column.Relation)))
        {
            var has = types.GetValueOrDefault((relation, name));
            if (has is null)
            {
                yield return new(
                    relation,
                    name,
                    type,
                    "missing",
                    new("Drift.NoColumn", [("relation", relation), ("column", name), ("type", type)])
                );
            }
            else if (has != type)
            {
                yield return new(
                    relation,
                    name,
                    type,
                    has,
                    new("Drift.OtherType", [("relation", relation), ("column", name), ("found", has), ("type", type)])
                );
            }
        }

        // Loads take the columns of the star from the catalogue, so one that no transform fills would fail in the middle.
        var known = Expected.Value.Select(column => (column.Relation, column.Name)).ToHashSet();
        foreach (
            var (relation, name, type) in found.Where(column =>
                IsOfTheStar(column.Relation) && !known.Contains((column.Relation, column.Name))
            )
        )
        {
            yield return new(
                relation,
                name,
                "missing",
                type,
                new("Drift.MoreColumn", [("relation", relation), ("column", name), ("type", type)])
            );
        }
    }

    private static bool IsOfTheStar(string relation) =>
        relation.StartsWith("dw.fct_", StringComparison.Ordinal)
        || relation.StartsWith("dw.dim_", StringComparison.Ordinal)
        || relation.StartsWith("dw.agg_", StringComparison.Ordinal);

    private static List<Column> ReadExpected()
    {
        using var reader = new StreamReader(typeof(SchemaDrift).Assembly.GetManifestResourceStream(File)!, Encoding.UTF8);
        var columns = new List<Column>();
        var relation = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                var parts = line.Trim().Split(' ', 2);
                columns.Add(new Column(relation, parts[0], parts[1]));
            }
            else
            {
                relation = line;
            }
        }

        return columns;
    }

    private sealed record Difference(string Relation, string Column, string Expected, string Found, Sentence Sentence);
}
