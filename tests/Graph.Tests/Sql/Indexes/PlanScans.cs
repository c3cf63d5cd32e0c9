using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Graph.Tests.Sql.Indexes;

/// <summary>
/// What PostgreSQL would read for a query when it may do anything but read a table whole: where it still does, no index can serve.
/// Estimates of sizes decide nothing here, so the answer is the same on any machine.
/// </summary>
internal sealed class PlanScans
{
    private readonly NpgsqlConnection connection;
    private readonly QueryPipeline pipeline;
    private readonly Dictionary<string, (string Table, string Leading)> indexes;

    private PlanScans(NpgsqlConnection connection, QueryPipeline pipeline, Dictionary<string, (string Table, string Leading)> indexes) =>
        (this.connection, this.pipeline, this.indexes) = (connection, pipeline, indexes);

    public static async Task<PlanScans> OverAsync(NpgsqlConnection connection, QueryPipeline pipeline)
    {
        // The first column of every index, or the function that it is made of. The days of a dated link are in a GiST index behind its
        // key, and the planner overrates them: it takes few links for open. That its keys have indexes is another test's matter.
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname, t.relname, CASE WHEN m.amname = 'gist' THEN '.*'
                ELSE regexp_replace(regexp_replace(pg_get_indexdef(i.indexrelid, 1, true), '\(.*', ''), '^.*\.', '') END
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('graph', 'dw')
            """,
            connection
        );
        await using var reader = await command.ExecuteReaderAsync();
        var indexes = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            indexes[reader.GetString(0)] = (reader.GetString(1), reader.GetString(2));
        }

        return new PlanScans(connection, pipeline, indexes);
    }

    /// <summary>Large tables that are read whole.</summary>
    public async Task<IReadOnlyList<string>> WholeTablesAsync(string query)
    {
        await SetAsync("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_sort = on");
        return [.. Nodes(await ExplainAsync(query)).Where(IsWhole).Select(Table).Distinct()];
    }

    /// <summary>Whether the rows of a page come in order from an index; equal texts, which are few, may be sorted by their keys.</summary>
    public async Task<bool> ComesInOrderAsync(string query, bool isText)
    {
        await SetAsync("SET enable_seqscan = off; SET enable_hashjoin = on; SET enable_mergejoin = on; SET enable_sort = off");
        var page = Nodes(await ExplainAsync(query)).First(node => Type(node) == "Limit");
        return !Nodes(page).Any(node => Type(node) == "Sort" || (Type(node) == "Incremental Sort" && !isText));
    }

    // A condition on an index's second column alone reads the whole index.
    private bool IsWhole(JsonElement node) =>
        Type(node) switch
        {
            "Seq Scan" => !UnindexedPaths.SmallTables.ContainsKey(Table(node)),
            "Index Scan" or "Index Only Scan" or "Bitmap Index Scan" => !UnindexedPaths.SmallTables.ContainsKey(Table(node))
                && !Leads(node),
            _ => false,
        };

    private bool Leads(JsonElement node) =>
        node.TryGetProperty("Index Cond", out var condition)
        && Regex.IsMatch(condition.GetString()!, $@"\b{indexes[Index(node)].Leading}\b");

    private static string Type(JsonElement node) => node.GetProperty("Node Type").GetString()!;

    // The index scan below a bitmap does not name its table.
    private string Table(JsonElement node) =>
        node.TryGetProperty("Relation Name", out var table) ? table.GetString()! : indexes[Index(node)].Table;

    private static string Index(JsonElement node) => node.GetProperty("Index Name").GetString()!;

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var inner) ? inner.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];

    private async Task<JsonElement> ExplainAsync(string query)
    {
        var prepared = pipeline.Prepare(new GraphQLRequest(query, null, null) { Access = RequestAccess.Open(Actors.Unknown) });
        prepared.Errors.ShouldBeEmpty(query);
        await using var command = new NpgsqlCommand("EXPLAIN (FORMAT JSON) " + prepared.Value.Plan.Statement.Text, connection);
        foreach (var value in prepared.Value.Values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value.Value ?? DBNull.Value });
        }

        return JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!).RootElement[0].GetProperty("Plan");
    }

    private async Task SetAsync(string settings)
    {
        await using var command = new NpgsqlCommand(settings, connection);
        await command.ExecuteNonQueryAsync();
    }
}
