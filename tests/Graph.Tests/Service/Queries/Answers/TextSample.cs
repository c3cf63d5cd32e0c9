using Npgsql;
using SocietyParty.Graph.Tests.Etl.Generate;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>A database whose names, aliases and reasons are what a test wants them to be, however long.</summary>
internal sealed class TextSample : IAsyncDisposable
{
    /// <summary>Names in the first row and aliases behind it.</summary>
    public const string Query = "{ societies(first: 500, order: [{ id: ASC }]) { nodes { name aliases { alias reason } again: name } } }";

    /// <summary>
    /// Bytes that the system of a reader takes before it is read. Left alone, it may take more than the longest answer here, and a
    /// statement that should wait for its reader would be over.
    /// </summary>
    public const int ReceiveBufferBytes = 64 * 1024;

    private TextSample(string graph) => (Graph, Run) = (graph, new AnswerRun(graph));

    /// <summary>Connection string.</summary>
    public string Graph { get; }

    public AnswerRun Run { get; }

    public static async Task<TextSample> NewAsync()
    {
        var sample = new TextSample(
            new NpgsqlConnectionStringBuilder(await City.NewAsync()) { SocketReceiveBufferSize = ReceiveBufferBytes }.ConnectionString
        );
        // No index holds texts of thousands of characters, and none is asked here.
        await sample.ExecuteAsync(
            """
            ALTER TABLE graph.society DROP CONSTRAINT society_committee_id_name_key;
            ALTER TABLE graph.society_alias DROP CONSTRAINT society_alias_pkey;
            DO $$ DECLARE one text; BEGIN
                FOR one IN SELECT indexrelid::regclass FROM pg_index
                    WHERE indrelid IN ('graph.society'::regclass, 'graph.society_alias'::regclass) AND NOT indisprimary AND NOT indisunique
                LOOP EXECUTE 'DROP INDEX ' || one; END LOOP; END $$;
            INSERT INTO graph.region (code, name) SELECT '500000', '测试市' WHERE NOT EXISTS (SELECT FROM graph.region WHERE code = '500000');
            INSERT INTO graph.committee (name, region_code) VALUES ('测试党委', '500000');
            """
        );
        return sample;
    }

    public ValueTask DisposeAsync() => Run.DisposeAsync();

    /// <summary>Stores each text as a name, an alias and a reason.</summary>
    public async Task StoreAsync(string[] texts)
    {
        await ExecuteAsync("DELETE FROM graph.society");
        await ExecuteAsync(
            """
            WITH stored AS (
                INSERT INTO graph.society (name, level, committee_id)
                SELECT one.text, 'MUNICIPAL', (SELECT id FROM graph.committee WHERE name = '测试党委')
                FROM unnest($1) WITH ORDINALITY AS one (text, place) ORDER BY place
                RETURNING id, name)
            INSERT INTO graph.society_alias (society_id, alias, reason) SELECT id, name, name FROM stored
            """,
            texts
        );
    }

    /// <summary>Stores the texts and gives what the answer says they are, in the order of the query.</summary>
    public async Task<List<(string Name, string Alias, string? Reason, string Again)>> AskAsync(string[] texts)
    {
        await StoreAsync(texts);
        Run.Prepare(Query)
            .Plan.Statement.Rows.ShouldNotBeNull(
                "The list of aliases is to be sent as rows, or nothing of the service's own writing is tested."
            );
        return
        [
            .. (await Run.DataAsync(Query))
                .GetProperty("societies")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node =>
                {
                    var alias = node.GetProperty("aliases").EnumerateArray().Single();
                    return (
                        node.GetProperty("name").GetString()!,
                        alias.GetProperty("alias").GetString()!,
                        alias.GetProperty("reason").GetString(),
                        node.GetProperty("again").GetString()!
                    );
                }),
        ];
    }

    private async Task ExecuteAsync(string sql, string[]? texts = null)
    {
        await using var command = Run.Database.CreateCommand(sql);
        if (texts is not null)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = texts });
        }

        await command.ExecuteNonQueryAsync();
    }
}
