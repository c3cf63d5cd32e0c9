using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>After a dissolution that was taken back the star tells what it told before, with a load between them.</summary>
public sealed class BranchRestorationTests
{
    [Theory]
    [InlineData("2022-03-30")]
    [InlineData("2022-03-31")]
    [InlineData("2022-04-01")]
    public async Task A_load_after_a_restoration_gives_the_star_of_a_rebuild_and_of_a_graph_without_the_slip(string dissolvedOn)
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        var key = await database.BranchAsync(1, since: "2022-01-01");
        await database.BranchAsync(2, since: "2022-01-01");
        await database.CategoryAsync(key, "B", "[2022-01-01,)");
        await database.ExecuteAsync(
            $"""
            INSERT INTO graph.person (person_ref) VALUES ('m1');
            INSERT INTO graph.appointment (person_id, post, branch_id, valid_during) VALUES (1, 'BRANCH_SECRETARY', {key}, '[2022-01-01,)')
            """
        );
        await database.LoadAsync(LoadDatabase.June15, new DateOnly(2022, 1, 1));
        var right = await database.StarAsync();

        await using var host = await ServiceHost.StartAsync(database.ConnectionString);
        var branch = GlobalId.Format("Branch", key);
        (await ChangeAsync(host, "dissolveBranch", new { branch, dissolvedOn })).ShouldBe("[]");
        await database.LoadAsync(LoadDatabase.June15);
        var wrong = await database.StarAsync();
        wrong.ShouldNotBe(right);

        (await ChangeAsync(host, "restoreBranch", new { branch, reason = "撤销有误" })).ShouldBe("[]");
        await database.LoadAsync(LoadDatabase.June15);
        (await database.StarAsync()).ShouldBe(right);
        await LoadPipeline.RunAsync(database.Source, new LoadOptions(LoadDatabase.June15) { IsFull = true });
        (await database.StarAsync()).ShouldBe(right);

        (await ChangeAsync(host, "dissolveBranch", new { branch, dissolvedOn })).ShouldBe("[]");
        await database.LoadAsync(LoadDatabase.June15);
        (await database.StarAsync()).ShouldBe(wrong);
    }

    [Fact]
    public async Task A_status_whose_first_day_nobody_stated_is_open_on_both_sides_again()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var key = await database.BranchAsync(1);
        await using var host = await ServiceHost.StartAsync(database.ConnectionString);
        var branch = GlobalId.Format("Branch", key);
        (await ChangeAsync(host, "dissolveBranch", new { branch, dissolvedOn = "2022-04-01" })).ShouldBe("[]");
        (await ChangeAsync(host, "restoreBranch", new { branch, reason = "撤销有误" })).ShouldBe("[]");
        // All periods, the empty ones too.
        (await database.LinesAsync("SELECT concat_ws(' ', status, valid_during) FROM graph.branch_status_period")).ShouldBe([
            "ESTABLISHED (,)",
        ]);
    }

    [Fact]
    public async Task Posts_end_whichever_way_it_is_dissolved_and_days_that_are_taken_stay_so()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var key = await database.BranchAsync(1, since: "2022-01-01");
        const string parts =
            "SELECT valid_during::text FROM graph.appointment UNION ALL SELECT valid_during::text FROM graph.consortium_branch ORDER BY 1";
        await database.ExecuteAsync(
            $"""
            INSERT INTO graph.person (person_ref) VALUES ('m1');
            INSERT INTO graph.appointment (person_id, post, branch_id, valid_during) VALUES (1, 'BRANCH_SECRETARY', {key}, '[2022-01-01,)');
            INSERT INTO graph.consortium (committee_id, name) VALUES (1, '联合体');
            INSERT INTO graph.consortium_branch (consortium_id, branch_id, valid_during) VALUES (1, {key}, '[2022-01-02,)');
            UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2022-03-31';
            """
        );
        (await database.LinesAsync(parts)).ShouldBe(["[2022-01-01,2022-03-31)", "[2022-01-02,2022-03-31)"]);
        await database.ExecuteAsync(
            $"INSERT INTO graph.consortium_branch (consortium_id, branch_id, valid_during) VALUES (1, {key}, '[2022-04-05,)')"
        );
        await using var host = await ServiceHost.StartAsync(database.ConnectionString);
        (await ChangeAsync(host, "restoreBranch", new { branch = GlobalId.Format("Branch", key), reason = "撤销有误" })).ShouldBe("[]");
        (await database.LinesAsync(parts)).ShouldBe(["[2022-01-01,)", "[2022-01-02,2022-03-31)", "[2022-04-05,)"]);
    }

    /// <summary>The errors.</summary>
    private static async Task<string> ChangeAsync(ServiceHost host, string mutation, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var data = await host.DataAsync(
            $"mutation ($input: {type}Input!) {{ {mutation}(input: $input) {{ errors {{ code message }} }} }}",
            new { input }
        );
        return data.GetProperty(mutation).GetProperty("errors").ToString();
    }
}
