using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>A graph with one committee, 410400, into which sheets are imported.</summary>
internal sealed class SheetGraph : IAsyncDisposable
{
    // Every table of the graph with its rows' xmin: any write shows.
    private const string Fingerprint = """
        SELECT string_agg(t.name || ' ' || t.rows, E'\n' ORDER BY t.name) FROM (
            SELECT c.relname AS name, (xpath('//row/r/text()', query_to_xml(format(
                'SELECT count(*) || '':'' || coalesce(string_agg(xmin::text || ctid::text, '','' ORDER BY ctid), '''') AS r FROM graph.%I', c.relname),
                false, true, '')))[1]::text AS rows
            FROM pg_class c WHERE c.relnamespace = 'graph'::regnamespace AND c.relkind = 'r') t
        """;

    private SheetGraph(string connectionString) =>
        (ConnectionString, Source) = (connectionString, NpgsqlDataSource.Create(connectionString));

    /// <summary>A round of 2022 in which the first two branches take part.</summary>
    public const string Round = """
        INSERT INTO graph.assessment_scheme (rule_set_code, content) SELECT 'five-410400', graph.rule_section('410400', 'assessment', '2022-12-31');
        INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on) SELECT 1, 2022, id, '2022-12-31', '2022-11-01' FROM graph.assessment_scheme;
        INSERT INTO graph.assessment_entry (round_id, branch_id, year) SELECT 1, id, 2022 FROM graph.branch WHERE id < 3;
        """;

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    public static async Task<SheetGraph> NewAsync(string[]? societies = null, string[]? branches = null)
    {
        var template = await TestCluster.TemplateAsync("sheet_graph", async empty =>
        {
            await using var built = await GraphDatabase.OpenAsync(empty, dataFolder: null);
            await CityRules.BringAsync(built.Source, "410400");
        });
        var graph = new SheetGraph(await TestCluster.NewDatabaseAsync(template));
        await using var connection = await graph.Source.OpenConnectionAsync();
        await connection.ExecuteAsync("INSERT INTO graph.committee (name, region_code) VALUES ('合成科技社团党委', '410400')");
        await connection.ExecuteAsync(
            "INSERT INTO graph.society (name, committee_id, level) SELECT name, 1, 'MUNICIPAL' FROM unnest(@societies) AS name",
            new { societies = societies ?? [] }
        );
        await connection.ExecuteAsync(
            "INSERT INTO graph.branch (name, committee_id, form, status) SELECT name, 1, 'BRANCH', 'ESTABLISHED' FROM "
                + "unnest(@branches) AS name",
            new { branches = branches ?? [] }
        );
        return graph;
    }

    /// <summary>A credit code whose check character is right, and which nobody has.</summary>
    public static string Code(int number) => CreditCode.Of("Y1", "410400", number);

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    public Task<ImportReport> ImportAsync(string kind, string text, string? committee = null, bool isDryRun = false) =>
        ImportAsync(kind, Encoding.UTF8.GetBytes(text), committee, isDryRun);

    public Task<ImportReport> ImportAsync(string kind, byte[] file, string? committee = null, bool isDryRun = false) =>
        SheetImporter.ImportAsync(Source, Workbooks.Read(SheetKind.Find(kind)!, file, "list.csv"), committee, new ImportOptions(isDryRun));

    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var connection = await Source.OpenConnectionAsync();
        return (await connection.QueryAsync<string>(sql)).AsList();
    }

    public async Task<string> FingerprintAsync() => (await RowsAsync(Fingerprint)).Single();
}
