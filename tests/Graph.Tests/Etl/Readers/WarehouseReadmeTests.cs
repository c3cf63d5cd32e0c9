using Dapper;

namespace SocietyParty.Graph.Tests.Etl.Readers;

/// <summary>What the README says of the views is what the catalogue says, and its queries run as they stand there.</summary>
[Collection(nameof(ReaderFixture))]
public sealed class WarehouseReadmeTests(ReaderFixture fixture)
{
    private const string Begin = "<!-- views -->\n";
    private const string End = "<!-- /views -->";

    /// <summary><c>UPDATE_GOLDEN=1</c> writes the table anew, never when <c>CI=true</c>.</summary>
    [Fact]
    public async Task The_table_of_views_is_that_of_the_comments()
    {
        var rows = await fixture.Database.LinesAsync(
            """
            SELECT format('| `%s` | %s |', relname, replace(obj_description(oid), 'mart.', ''))
            FROM pg_class WHERE relnamespace = 'mart'::regnamespace AND relkind = 'v' ORDER BY relname
            """
        );
        var table = $"| view | question, grain, what to add |\n|---|---|\n{string.Join('\n', rows)}\n";
        var text = await File.ReadAllTextAsync(WarehouseReadme.File);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        if (text[from..to] == table)
        {
            return;
        }

        var mayUpdate = Environment.GetEnvironmentVariable("CI") != "true" && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";
        mayUpdate.ShouldBeTrue("schema/warehouse/README.md lists other views. UPDATE_GOLDEN=1 writes the table anew; review the change.");
        await File.WriteAllTextAsync(WarehouseReadme.File, text[..from] + table + text[to..]);
    }

    [Fact]
    public async Task Its_queries_answer_a_reader()
    {
        await using var reader = await fixture.LogInAsync();
        var queries = WarehouseReadme.Queries().ToList();
        queries.Count.ShouldBeGreaterThan(3);
        foreach (var query in queries)
        {
            (await reader.QueryAsync(query)).ShouldNotBeEmpty(query);
        }
    }

    [Fact]
    public async Task Everything_under_a_committee_is_everything()
    {
        await using var reader = await fixture.LogInAsync();
        var tree = WarehouseReadme.Queries().Single(query => query.Contains("committee_tree", StringComparison.Ordinal));
        var (name, covered, societies) = (await reader.QueryAsync<(string, long, long)>(tree)).Single();
        $"{name} {covered}/{societies}".ShouldBe("科技社团党委 107/109");
    }
}
