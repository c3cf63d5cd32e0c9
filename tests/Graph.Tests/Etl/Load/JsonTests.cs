using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary><c>--json</c> as a script sees it: the program's own output and exit code.</summary>
public sealed class JsonTests
{
    [Fact]
    public async Task Each_command_writes_one_document_and_nothing_else()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.ExecuteAsync(
            "INSERT INTO dw.load_run (command, as_of, status, error, finished_at) "
                + "VALUES ('load', '2022-06-01', 'FAILED', 'it broke', now())"
        );

        var load = await RunAsync(database, 0, "load", "--as-of", "2022-06-15", "--from", "2022-05");
        load["succeeded"]!.GetValue<bool>().ShouldBeTrue();
        load["months"]!.ToJsonString().ShouldBe("""["2022-05-01","2022-06-01"]""");
        load["reason"]!.GetValue<string>().ShouldBe("This is the first load.");
        load["steps"]!.AsArray().Count.ShouldBeGreaterThan(40);
        load["coverage"]!.AsArray().Select(row => row!["societies"]!.GetValue<long>()).ShouldBe([109, 109]);

        var status = await RunAsync(database, 0, "status");
        status["runs"]!.AsArray().Select(run => run!["status"]!.GetValue<string>()).ShouldBe(["SUCCEEDED", "FAILED"]);
        status["months"]!.AsArray().Count.ShouldBe(2);
        status["pending"]!["subjects"]!.GetValue<long>().ShouldBe(0);

        await database.ExecuteAsync("UPDATE dw.agg_branch_province SET established = established - 1");
        var check = await RunAsync(database, 1, "check");
        var broken = check["checks"]!.AsArray().Single(one => !one!["holds"]!.GetValue<bool>())!;
        broken["name"]!.GetValue<string>().ShouldBe("the_aggregates_add_up_to_their_facts");
        broken["rows"]!.AsArray().Count.ShouldBe((int)broken["rowCount"]!.GetValue<long>());

        await database.ExecuteAsync(
            "UPDATE dw.agg_branch_province SET established = established + 1; UPDATE dw.fct_branch_monthly SET team = 1 WHERE branch_id = 9"
        );
        var reconcile = await RunAsync(database, 1, "reconcile");
        var differs = reconcile["tables"]!.AsArray().First(one => !one!["equal"]!.GetValue<bool>())!;
        differs["table"]!.GetValue<string>().ShouldBe("fct_branch_monthly");
        differs["rows"]![0]!["columns"]!["team"]!.ToJsonString().ShouldBe("""{"star":"1","source":"0"}""");

        var unload = await RunAsync(database, 1, "unload", "2021-01");
        unload["problem"]!["code"]!.GetValue<string>().ShouldBe("SP-LOAD-107");

        var readme = await File.ReadAllTextAsync(Path.Combine(Golden.ProjectFolder(), "..", "..", "etl", "README.md"));
        var told = readme[readme.IndexOf("## JSON", StringComparison.Ordinal)..];
        new[] { load, status, check, unload, reconcile }
            .SelectMany(Names)
            // Measures have names of their own.
            .Where(name => !differs["groups"]![0]!["sums"]!.AsObject().ContainsKey(name))
            .Distinct()
            .Where(name => !told.Contains($"`{name}`", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task What_goes_wrong_before_a_report_is_a_document_too()
    {
        var noServer = await ProgramRun.RunAsync(ProgramRun.Etl, ["status", "--json", "--connection", "Host=127.0.0.1;Port=1"]);
        noServer.Status.ShouldBe(1);
        Problem(noServer).ShouldBe("SP-CLI-102");
        noServer.Errors.ShouldContain("SP-CLI-102");

        var mistyped = await ProgramRun.RunAsync(ProgramRun.Etl, ["load", "--json", "--as-of", "June"]);
        mistyped.Status.ShouldBe(2);
        Problem(mistyped).ShouldBe("SP-LOAD-104");
        mistyped.Errors.ShouldContain("SP-LOAD-104");
    }

    private static string Problem(ProgramRun run) => JsonNode.Parse(run.Text)!["problem"]!["code"]!.GetValue<string>();

    private static async Task<JsonObject> RunAsync(LoadDatabase database, int status, params string[] arguments)
    {
        var run = await ProgramRun.RunAsync(ProgramRun.Etl, [.. arguments, "--json", "--connection", database.ConnectionString]);
        run.Status.ShouldBe(status, run.Errors);
        // Parsing refuses whatever stands before or behind the document.
        return JsonNode.Parse(run.Text, documentOptions: new JsonDocumentOptions())!.AsObject();
    }

    private static IEnumerable<string> Names(JsonNode? node) =>
        node switch
        {
            JsonObject one => one.SelectMany(pair => Names(pair.Value).Prepend(pair.Key)),
            JsonArray many => many.SelectMany(Names),
            _ => [],
        };
}
