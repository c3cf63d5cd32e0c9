using System.Globalization;
using System.Text.Json;
using SocietyParty.Service.Http;
using SocietyParty.Service.Http.Answers;
using Spectre.Console;

namespace SocietyParty.Service.Start;

/// <summary>What a person sees when the service is ready: a short table, asked of the API itself, and the addresses.</summary>
internal static class StartSummary
{
    private const string Query = """
        {
          groups: coverage(by: [CATEGORY]) { nodes { key { category } societies organizationCoverage { numerator denominator value } } }
          total: coverage(by: []) { nodes { societies organizationCoverage { numerator denominator value } } }
          branches { totalCount }
        }
        """;

    public static async Task WriteAsync(IAnsiConsole console, WebApplication app, GraphSetup graph, CancellationToken ct)
    {
        var pipeline = app.Services.GetRequiredService<QueryPipeline>();
        var answer = new MemorySink();
        await pipeline.RunAsync(pipeline.Prepare(new GraphQLRequest(Query, null, null)).Value, answer, ct);
        using var parsed = JsonDocument.Parse(answer.Written);
        var data = parsed.RootElement.GetProperty("data");
        var (groups, total, branches) = (data.GetProperty("groups"), data.GetProperty("total"), data.GetProperty("branches"));

        var table = new Table().RoundedBorder().AddColumn("Category").AddColumn(new TableColumn("Societies").RightAligned())
            .AddColumn(new TableColumn("Organizational coverage").RightAligned());
        foreach (var group in groups.GetProperty("nodes").EnumerateArray())
            table.AddRow(Row(group.GetProperty("key").GetProperty("category").GetString() ?? "(no branch)", group));
        foreach (var all in total.GetProperty("nodes").EnumerateArray())
            table.AddEmptyRow().AddRow(Row("All", all));
        console.Write(table);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{branches.GetProperty("totalCount").GetInt32()} branches in {graph.Place}");
        foreach (var address in app.Urls)
        {
            console.MarkupLineInterpolated($"Start page:           [blue]{address}/[/]");
            console.MarkupLineInterpolated($"GraphQL and GraphiQL: [blue]{address}/graphql[/]");
        }

        console.MarkupLine("[grey]Ctrl+C stops.[/]");
    }

    private static string[] Row(string name, JsonElement group)
    {
        var rate = group.GetProperty("organizationCoverage");
        var value = rate.GetProperty("value");
        var share = value.ValueKind == JsonValueKind.Null ? "–" : value.GetDecimal().ToString("P1", CultureInfo.InvariantCulture);
        return [name, group.GetProperty("societies").ToString(), $"{rate.GetProperty("numerator")}/{rate.GetProperty("denominator")} = {share}"];
    }
}
