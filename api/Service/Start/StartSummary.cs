using System.Globalization;
using System.Text.Json;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Report.Wording;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Access;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Service.Trust;
using Spectre.Console;

namespace SocietyParty.Service.Start;

/// <summary>What a person sees when the service is ready: a short table, asked of the API itself, and the addresses.</summary>
internal static class StartSummary
{
    private const int LabelWidth = 22;

    private const string Query = """
        {
          groups: coverage(by: [CATEGORY]) { nodes { key { category } societies organizationCoverage { numerator denominator value } } }
          total: coverage(by: []) { nodes { societies organizationCoverage { numerator denominator value } } }
          branches { totalCount }
        }
        """;

    public static async Task WriteAsync(IAnsiConsole console, WebApplication app, GraphSetup graph, Words words, CancellationToken ct)
    {
        var pipeline = app.Services.GetRequiredService<QueryPipeline>();
        var prepared = pipeline.Prepare(
            new GraphQLRequest(Query, null, null) { IsOwn = true, Access = RequestAccess.Open(Actors.Unknown) }
        );
        if (prepared.TryGet(out var query))
        {
            await WriteCoverageAsync(console, pipeline, query, graph, words, ct);
        }
        else
        {
            console.MarkupLineInterpolated($"[grey]{words.Say("Start.NoSummary", ("error", prepared.Errors[0].ToString()))}[/]");
        }

        var options = app.Services.GetRequiredService<ServiceOptions>();
        foreach (var address in app.Urls)
        {
            console.MarkupLineInterpolated($"{Label("Start.Page", words)}[blue]{address}/[/]");
            console.MarkupLineInterpolated(
                $"{Label(options.Switches.GraphiQL ? "Start.GraphQLAndAltair" : "Start.GraphQL", words)}[blue]{address}/graphql[/]"
            );
        }

        if (graph.IsPrivate && options.Access.Mode == AccessMode.SignIn)
        {
            await WriteLinkAsync(console, app, words, ct);
        }

        if (graph.IsPrivate)
        {
            console.MarkupLineInterpolated($"{Label("Start.Sql", words)}{graph.Server(words)}");
        }

        WriteSwitches(console, options, app.Services.GetRequiredService<TrustedDocuments>(), words);
        console.MarkupLineInterpolated($"[grey]{words.Say("Start.HowToStop")}[/]");
    }

    // Whoever sees this terminal started the program, and owns its database.
    private static async Task WriteLinkAsync(IAnsiConsole console, WebApplication app, Words words, CancellationToken ct)
    {
        var database = app.Services.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Access);
        if (await OwnerLink.MakeAsync(database, ct) is { } code)
        {
            var port = new Uri(app.Urls.First().Replace("*", "0.0.0.0", StringComparison.Ordinal)).Port;
            console.MarkupLineInterpolated($"{Label("Start.Owner", words)}[blue]http://127.0.0.1:{port}/sign-in/link?code={code}[/]");
            console.MarkupLineInterpolated($"[grey]{words.Say("Start.OwnerOnce", ("minutes", (int)OwnerLink.Lasts.TotalMinutes))}[/]");
        }
    }

    private static void WriteSwitches(IAnsiConsole console, ServiceOptions options, TrustedDocuments trusted, Words words)
    {
        string[] off =
        [
            .. options.Switches.Introspection ? [] : (string[])[words.Say("Start.Introspection")],
            .. options.Switches.GraphiQL ? [] : (string[])["GraphiQL"],
        ];
        if (off.Length > 0)
        {
            console.MarkupLineInterpolated($"{Label("Start.SwitchedOff", words)}{string.Join(words.IsChinese ? "、" : ", ", off)}");
        }

        if (options.Trusted.Folder is not null)
        {
            console.MarkupLineInterpolated(
                $"{Label("Start.Trusted", words)}{trusted.Count}{(options.Trusted.Only ? words.Say("Start.TrustedOnly") : "")}"
            );
        }
    }

    private static async Task WriteCoverageAsync(
        IAnsiConsole console,
        QueryPipeline pipeline,
        PreparedQuery query,
        GraphSetup graph,
        Words words,
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
            .AddColumn(words.Say("Start.Category"))
            .AddColumn(new TableColumn(words.Say("Start.Societies")).RightAligned())
            .AddColumn(new TableColumn(words.Say("Start.OrganizationalCoverage")).RightAligned());
        foreach (var group in groups.GetProperty("nodes").EnumerateArray())
        {
            table.AddRow(Row(CategoryOf(group.GetProperty("key").GetProperty("category").GetString(), words), group));
        }

        foreach (var all in total.GetProperty("nodes").EnumerateArray())
        {
            table.AddEmptyRow().AddRow(Row(words.Say("Start.All"), all));
        }

        console.Write(table);
        console.MarkupLineInterpolated(
            $"{words.Say("Start.Branches", ("branches", branches.GetProperty("totalCount").GetInt32()), ("place", graph.Place(words)))}"
        );
    }

    private static string Label(string key, Words words)
    {
        var label = words.Say(key);
        return label + new string(' ', LabelWidth - TextWidth.Of(label));
    }

    private static string CategoryOf(string? category, Words words) =>
        category is null ? words.Say("Start.NoBranch")
        : words.IsChinese ? words.Say("Start.CategoryOf", ("category", EnumWords.OfName(category, "BranchCategory")))
        : category;

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
