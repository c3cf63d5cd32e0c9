using System.Globalization;
using System.Text.Json;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Service.Trust;
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
        var prepared = pipeline.Prepare(new GraphQLRequest(Query, null, null) { IsOwn = true });
        if (prepared.TryGet(out var query))
        {
            await WriteCoverageAsync(console, pipeline, query, graph, ct);
        }
        else
        {
            console.MarkupLineInterpolated($"[grey]No summary within the limits that are set: {prepared.Errors[0]}[/]");
        }

        var options = app.Services.GetRequiredService<ServiceOptions>();
        foreach (var address in app.Urls)
        {
            console.MarkupLineInterpolated($"Start page:           [blue]{address}/[/]");
            console.MarkupLineInterpolated(
                $"{(options.Switches.GraphiQL ? "GraphQL and Altair:  " : "GraphQL:             ")} [blue]{address}/graphql[/]"
            );
        }

        if (graph.IsPrivate)
        {
            console.MarkupLineInterpolated($"SQL for BI tools:     {graph.Server}");
        }

        WriteSwitches(console, options, app.Services.GetRequiredService<TrustedDocuments>());
        console.MarkupLine("[grey]Ctrl+C stops.[/]");
    }

    private static void WriteSwitches(IAnsiConsole console, ServiceOptions options, TrustedDocuments trusted)
    {
        string[] off =
        [
            .. options.Switches.Introspection ? [] : (string[])["introspection"],
            .. options.Switches.GraphiQL ? [] : (string[])["GraphiQL"],
        ];
        if (off.Length > 0)
        {
            console.MarkupLineInterpolated($"Switched off:         {string.Join(", ", off)}");
        }

        if (options.Trusted.Folder is not null)
        {
            console.MarkupLineInterpolated(
                $"Trusted documents:    {trusted.Count}{(options.Trusted.Only ? "; every other one is refused" : "")}"
            );
        }
    }

    private static async Task WriteCoverageAsync(
        IAnsiConsole console,
        QueryPipeline pipeline,
        PreparedQuery query,
        GraphSetup graph,
        CancellationToken ct
    )
    {
        var answer = new MemorySink();
        await pipeline.RunAsync(query, answer, ct);
        using var parsed = JsonDocument.Parse(answer.Written);
        var data = parsed.RootElement.GetProperty("data");
        var (groups, total, branches) = (data.GetProperty("groups"), data.GetProperty("total"), data.GetProperty("branches"));

        var table = new Table()
            .RoundedBorder()
            .AddColumn("Category")
            .AddColumn(new TableColumn("Societies").RightAligned())
            .AddColumn(new TableColumn("Organizational coverage").RightAligned());
        foreach (var group in groups.GetProperty("nodes").EnumerateArray())
        {
            table.AddRow(Row(group.GetProperty("key").GetProperty("category").GetString() ?? "(no branch)", group));
        }

        foreach (var all in total.GetProperty("nodes").EnumerateArray())
        {
            table.AddEmptyRow().AddRow(Row("All", all));
        }

        console.Write(table);
        console.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{branches.GetProperty("totalCount").GetInt32()} branches in {graph.Place}"
        );
    }

    private static string[] Row(string name, JsonElement group)
    {
        var rate = group.GetProperty("organizationCoverage");
        var value = rate.GetProperty("value");
        var share = value.ValueKind == JsonValueKind.Null ? "–" : value.GetDecimal().ToString("P1", CultureInfo.InvariantCulture);
        return
        [
            name,
            group.GetProperty("societies").ToString(),
            $"{rate.GetProperty("numerator")}/{rate.GetProperty("denominator")} = {share}",
        ];
    }
}
