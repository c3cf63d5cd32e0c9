namespace SocietyParty.Scenarios;

public sealed partial class Slips
{
    private const string SocietyName = "合成-慎行学会";
    private const string BranchName = "合成-慎行学会党支部";
    private const string SlippedSocietyName = "合成-慎形学会";
    private const string SlippedBranchName = "合成-慎形学会党支部";

    private async Task NamesAreMendedAsync()
    {
        await careful.BeginAsync(SocietyName, BranchName);
        await hasty.BeginAsync(SlippedSocietyName, SlippedBranchName);
        await ShouldBeSeenAsync();

        await hasty.DoAsync(
            "updateSociety",
            "society",
            new
            {
                society = hasty.Society,
                version = await VersionAsync("society", hasty.Society),
                name = SocietyName,
            }
        );
        await hasty.DoAsync(
            "updateBranch",
            "branch",
            new
            {
                branch = hasty.Branch,
                version = await VersionAsync("branch", hasty.Branch),
                name = BranchName,
            }
        );
        await ShouldBeMendedAsync();

        // Who still has the old names finds both.
        var known = await hasty.AskAsync(
            "query($s: ID!, $b: ID!) { society(id: $s) { name aliases { alias } } branch(id: $b) { name aliases { alias } } }",
            new { s = hasty.Society, b = hasty.Branch }
        );
        known.GetProperty("society").ToString().ShouldBe($$"""{"name":"{{SocietyName}}","aliases":[{"alias":"{{SlippedSocietyName}}"}]}""");
        known.GetProperty("branch").ToString().ShouldBe($$"""{"name":"{{BranchName}}","aliases":[{"alias":"{{SlippedBranchName}}"}]}""");
        // So do sheets: no second society is added, and the branch's next activity is its own.
        (await hasty.TrySheetAsync("societies", $"社团名称\n{SlippedSocietyName}\n")).ShouldBe("0 0 1");
        (
            await hasty.TrySheetAsync(
                "activities",
                $"党组织名称,活动类型,活动主题,举办日期\n{SlippedBranchName},主题党日,合成-学习,2027-11-20\n"
            )
        ).ShouldBe("1 0 0");
    }

    private async Task<int> VersionAsync(string field, string id) =>
        (await hasty.AskAsync($"query($id: ID!) {{ {field}(id: $id) {{ version }} }}", new { id }))
            .GetProperty(field)
            .GetProperty("version")
            .GetInt32();
}
