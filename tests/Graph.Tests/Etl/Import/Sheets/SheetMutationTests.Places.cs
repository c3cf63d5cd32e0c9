using SocietyParty.Graph.Tests.Service.Mutations;
using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <content>Organizations that lead others.</content>
public sealed partial class SheetMutationTests
{
    [Fact]
    public async Task Who_leads_others_keeps_a_form_that_leads_and_is_not_dissolved_before_them()
    {
        var steps = new MemberSteps(city, "领导");
        await steps.SocietyAsync();
        (
            await ImportAsync(
                "branches",
                $"{Branches}合成领导党总支,,已成立,2020-01-01,合成领导学会,,\n合成领导党支部,,已成立,2020-01-01,合成领导学会,,\n",
                isDryRun: false
            )
        ).InsertedCount.ShouldBe(2);
        var general = MutationFixture.Id(
            "Branch",
            await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成领导党总支'")
        );
        var branch = MutationFixture.Id(
            "Branch",
            await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成领导党支部'")
        );
        await city.DoneAsync(
            "moveBranch",
            new
            {
                branch,
                upperBranch = general,
                holdsFrom = "2024-02-29",
            }
        );
        (await ImportAsync("branches", $"{Branches}合成领导党总支,党支部,,,,,\n"))
            .Problems.Select(one => one.Code)
            .ShouldBe(["FORM_AGAINST_PLACE"]);
        (await ImportAsync("branches", $"{Branches}合成领导党支部,党总支,,,,,\n"))
            .Problems.Select(one => one.Code)
            .ShouldBe(["FORM_AGAINST_PLACE"]);
        // Both at once fit.
        await DoneAsync("branches", $"{Branches}合成领导党总支,党委,,,,,\n合成领导党支部,党总支,,,,,\n");
        var gone = $"{Branches}合成领导党总支,,已撤销,2024-03-01,,,\n";
        await RefusedAsync(
            "dissolveBranch",
            new { branch = general, dissolvedOn = "2024-03-01" },
            "branches",
            gone,
            ["BRANCH_HAS_BRANCHES"]
        );
        (await ListAsync("A类党支部：\n合成领导党总支（已撤销）\n"))
            .Problems.Select(problem => problem.Code)
            .ShouldBe(["BRANCH_HAS_BRANCHES"]);
        // The file that dissolves it, too, by that day; its place ends with it.
        await RefusedAsync(
            "dissolveBranch",
            new { branch = general, dissolvedOn = "2024-03-01" },
            "branches",
            $"{gone}合成领导党支部,,已撤销,2024-03-02,,,\n",
            ["BRANCH_HAS_BRANCHES"]
        );
        (await ImportAsync("branches", $"{gone}合成领导党支部,,已撤销,2024-03-01,,,\n", isDryRun: false)).UpdatedCount.ShouldBe(2);
        (
            await city.ScalarAsync<string>(
                "SELECT p.valid_during::text FROM graph.branch_parent p JOIN graph.branch b ON b.id = p.branch_id "
                    + "WHERE b.name = '合成领导党支部'"
            )
        ).ShouldBe("[2024-02-29,2024-03-01)");
    }
}
