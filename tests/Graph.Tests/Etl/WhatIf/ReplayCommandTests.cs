using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Graph.Tests.Schema;

namespace SocietyParty.Graph.Tests.Etl.WhatIf;

/// <summary><c>rules what-if</c> as people use it, and what it refuses.</summary>
public sealed class ReplayCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private LoadDatabase database = null!;

    public async Task InitializeAsync() => database = await LoadDatabase.WithSampleAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    public void Dispose() => folder.Dispose();

    private string Draft(string replaced = "", string by = "")
    {
        var text = DraftFile.Text(
            "coverage",
            coverage => coverage["organization"]!["forms"] = new JsonArray("BRANCH"),
            of: "chongqing-2022"
        );
        var path = Path.Combine(folder.Path, "draft.json");
        File.WriteAllText(path, replaced.Length == 0 ? text : text.Replace(replaced, by, StringComparison.Ordinal));
        return path;
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        await using var process = EtlProcess.Start(["rules", "what-if", .. arguments, "--connection", database.ConnectionString]);
        return (await process.EndAsync(), process.Output);
    }

    [Fact]
    public async Task A_committee_reads_what_would_have_been()
    {
        var (code, output) = await RunAsync(Draft(), "--from", "2022-05-01", "--to", "2022-06-30", "--lang", "zh");
        code.ShouldBe(0, output);
        output.ShouldContain("推演：如果 2022年5月1日至2022年6月30日一直执行草案 draft-2027《草案》。");
        output.ShouldContain("替代的规则集：chongqing-2022。");
        output.ShouldContain("│ 2022-06-30 │ 0        │ 107/109 → 46/109 │ 107/109 → 46/109 │ 0/109    │ 0/109    │ 0        │");
        output.ShouldContain("各社团覆盖：122 条不同");
        output.ShouldContain("各社团覆盖（共 122 条，显示前 20 条；全部用 --csv DIR）：");
        output.ShouldContain("│ 学会49   │ 科技社团党委 │ 组织覆盖 │ 已覆盖 │ 未覆盖 │ 2022-05-31 │ 2022-06-30 │ 2    │");
        output.ShouldContain("数据库没有任何改动。");
    }

    /// <summary>
    /// What schema/README.md shows is what the commands say; <c>UPDATE_GOLDEN=1</c> writes it anew, never when <c>CI=true</c>.
    /// </summary>
    [Fact]
    public async Task The_readme_shows_what_the_commands_say()
    {
        const string Begin = "<!-- what-if -->\n",
            End = "<!-- /what-if -->";
        var draft = Draft();
        await using var compared = EtlProcess.Start("rules", "diff", "chongqing-2022", draft);
        (await compared.EndAsync()).ShouldBe(0, compared.Output);
        var (code, replayed) = await RunAsync(draft, "--from", "2022-05-01", "--to", "2022-06-30");
        code.ShouldBe(0, replayed);
        var coverage = compared.Output[compared.Output.IndexOf("coverage\n", StringComparison.Ordinal)..];
        // Of the replay the months and how much differs; the rows are many.
        var head = replayed[replayed.IndexOf("Replayed:", StringComparison.Ordinal)..];
        var said =
            $"```\n{coverage[..coverage.IndexOf("\n\n", StringComparison.Ordinal)]}\n```\n\n```\n"
            + $"{head[..head.IndexOf("\n\n", StringComparison.Ordinal)]}\n```\n";
        var path = Path.Combine(SocietyParty.Tests.Support.Golden.ProjectFolder(), "../../schema/README.md");
        var readme = await File.ReadAllTextAsync(path);
        var (from, to) = (readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, readme.IndexOf(End, StringComparison.Ordinal));
        if (
            readme[from..to] != said
            && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1"
            && Environment.GetEnvironmentVariable("CI") != "true"
        )
        {
            await File.WriteAllTextAsync(path, readme[..from] + said + readme[to..]);
            return;
        }

        readme[from..to].ShouldBe(said, "UPDATE_GOLDEN=1 writes it anew; review the change.");
    }

    [Fact]
    public async Task All_rows_are_in_json_and_in_csv()
    {
        var csv = Path.Combine(folder.Path, "rows");
        var (code, output) = await RunAsync(
            Draft(),
            "--from",
            "2022-05-01",
            "--to",
            "2022-06-15",
            "--committee",
            "科技",
            "--json",
            "--csv",
            csv
        );
        code.ShouldBe(0, output);
        var report = JsonElement.Parse(output[output.IndexOf("{\n", StringComparison.Ordinal)..]);
        report.GetProperty("succeeded").GetBoolean().ShouldBeTrue();
        report
            .GetProperty("days")
            .EnumerateArray()
            .Select(day => day.GetProperty("day").GetString())
            .ShouldBe(["2022-05-31", "2022-06-15"]);
        report.GetProperty("societies").GetArrayLength().ShouldBe(122);
        report.GetProperty("societies")[0].GetProperty("coverage").GetString().ShouldBe("ORGANIZATION");
        Directory
            .GetFiles(csv)
            .Select(Path.GetFileName)
            .Order()
            .ShouldBe([
                "activities.csv",
                "categories.csv",
                "committees.csv",
                "days.csv",
                "duties.csv",
                "results.csv",
                "societies.csv",
                "suggestions.csv",
            ]);
        var lines = await File.ReadAllLinesAsync(Path.Combine(csv, "societies.csv"));
        lines.Length.ShouldBe(123);
        lines[1].ShouldBe("学会49,科技社团党委,organization,covered,not covered,2022-05-31,2022-06-15,2");
        // What is compared stands in columns of its own, as numbers; a table without rows has them, too.
        (await LinesAsync("committees")).ShouldBe([
            "committee,coverage,as it was numerator,as it was denominator,with the draft numerator,with the draft denominator,"
                + "from,to,months",
            "科技社团党委,organization,107,109,46,109,2022-05-31,2022-06-15,2",
            "科技社团党委,work,107,109,46,109,2022-05-31,2022-06-15,2",
        ]);
        (await LinesAsync("days"))[1].ShouldStartWith("2022-05-31,0,107,109,46,109,");
        (await LinesAsync("activities"))[0].ShouldEndWith("minimum as it was,minimum with the draft,met as it was,met with the draft");

        Task<string[]> LinesAsync(string table) => File.ReadAllLinesAsync(Path.Combine(csv, table + ".csv"));
    }

    [Theory]
    [InlineData("2022-06-30", "2022-01-01", null, 1, "SP-REPLAY-001 2022-06-30 comes after 2022-01-01.")]
    [InlineData("2022-01-01", "2199-01-01", null, 1, "SP-REPLAY-001 2199-01-01 is to come")]
    [InlineData("2010-01-01", "2020-01-01", null, 1, "SP-REPLAY-002 121 months are asked for; 120 are the most.")]
    [InlineData("2022-01-01", "2022-01-31", "无此党委", 1, "SP-REPLAY-003 No committee is named \"无此党委\".")]
    [InlineData("2022-01-01", "today", null, 2, "SP-REPLAY-007 --to \"today\" is not a day written as 2022-06-30.")]
    public async Task What_cannot_be_replayed_is_refused(string from, string to, string? committee, int expected, string told)
    {
        var (code, output) = await RunAsync([
            Draft(),
            "--from",
            from,
            "--to",
            to,
            .. committee is null ? (string[])[] : ["--committee", committee],
        ]);
        code.ShouldBe(expected, output);
        output.ShouldContain(told);
    }

    [Theory]
    [InlineData("\"BRANCH\"", "\"CLUB\"", "SP-RULES-001", "$.coverage.organization.forms[0]: must be one of")]
    [InlineData("2027-01-01\"", "2027-01-01\", \"effective\": \"\"", "SP-RULES-001", "$.effective: is not known here")]
    [InlineData("draft-2027", "default", "SP-RULES-001", "$.default: is true in no file")]
    [InlineData("\"2027-01-01\"", "null", "SP-RULES-001", "$.coverage: stands in schema/rules/500000/chongqing-2022.json too")]
    [InlineData("\"500000\"", "\"320500\"", "SP-REPLAY-006", "The rule set holds for region 320500")]
    [InlineData("{", "", "SP-RULES-001", "$: is not JSON")]
    public async Task A_draft_that_is_wrong_is_refused_with_its_place(string found, string replaced, string code, string told)
    {
        var (exit, output) = await RunAsync(Draft(found, replaced), "--from", "2022-01-01", "--to", "2022-06-30");
        exit.ShouldBe(1, output);
        output.ShouldContain(code);
        output.ShouldContain(told);
    }

    [Fact]
    public async Task A_known_rule_set_is_replayed_by_its_code()
    {
        var (code, output) = await RunAsync("default", "--from", "2022-06-01", "--to", "2022-06-30", "--json");
        code.ShouldBe(0, output);
        output.ShouldContain("\"ruleSetCode\": \"default\"");
        // What it says held for no committee: Chongqing has a rule set of its own for coverage and categories.
        output.ShouldContain("\"societies\": []");
        (await RunAsync("none-2020", "--from", "2022-06-01", "--to", "2022-06-30")).Output.ShouldContain(
            "SP-RULES-005 There is no rule set \"none-2020\". Known are chongqing-2020"
        );
    }

    [Fact]
    public async Task One_replay_at_a_time_and_none_that_takes_too_long()
    {
        var request = new ReplayRequest(new ReplayedRules(null, "default"), new(2022, 1, 1), new(2022, 6, 30));
        using var replay = new Replay(database.Source, new ReplayLimits(MsMax: 1_500));
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new Npgsql.NpgsqlCommand("LOCK TABLE graph.rule_set IN ACCESS EXCLUSIVE MODE", connection, transaction))
        {
            await command.ExecuteNonQueryAsync();
        }

        var first = replay.RunAsync(request);
        (await replay.RunAsync(request)).Problems.ShouldHaveSingleItem().Code.ShouldBe("SP-REPLAY-005");
        (await first).Problems.ShouldHaveSingleItem().Code.ShouldBe("SP-REPLAY-004");
        await transaction.RollbackAsync();
        using var patient = new Replay(database.Source, new ReplayLimits());
        (await patient.RunAsync(request)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_is_said_in_Chinese_too()
    {
        (await RunAsync("none-2020", "--from", "2022-06-01", "--to", "2022-06-30", "--lang", "zh")).Output.ShouldContain(
            "SP-RULES-005 没有规则“none-2020”。 已有的是：chongqing-2020、"
        );
        (await RunAsync("default", "--from", "2022-07-01", "--to", "2022-06-30", "--lang", "zh")).Output.ShouldContain(
            "SP-REPLAY-001 起始日期2022年7月1日晚于截止日期2022年6月30日。 请对调两个日期。"
        );
    }
}
