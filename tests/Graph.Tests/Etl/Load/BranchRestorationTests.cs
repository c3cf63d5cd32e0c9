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
        (await ChangeAsync("dissolveBranch", new { branch, dissolvedOn })).ShouldBe("[]");
        await database.LoadAsync(LoadDatabase.June15);
        var wrong = await database.StarAsync();
        wrong.ShouldNotBe(right);

        (await ChangeAsync("restoreBranch", new { branch, reason = "撤销有误" })).ShouldBe("[]");
        await database.LoadAsync(LoadDatabase.June15);
        (await database.StarAsync()).ShouldBe(right);
        await LoadPipeline.RunAsync(database.Source, new LoadOptions(LoadDatabase.June15) { IsFull = true });
        (await database.StarAsync()).ShouldBe(right);

        (await ChangeAsync("dissolveBranch", new { branch, dissolvedOn })).ShouldBe("[]");
        await database.LoadAsync(LoadDatabase.June15);
        (await database.StarAsync()).ShouldBe(wrong);

        async Task<string> ChangeAsync(string mutation, object input)
        {
            var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
            var data = await host.DataAsync(
                $"mutation ($input: {type}Input!) {{ {mutation}(input: $input) {{ errors {{ code message }} }} }}",
                new { input }
            );
            return data.GetProperty(mutation).GetProperty("errors").ToString();
        }
    }
}
