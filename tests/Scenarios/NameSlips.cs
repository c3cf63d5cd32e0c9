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
    }

    private async Task<int> VersionAsync(string field, string id) =>
        (await hasty.AskAsync($"query($id: ID!) {{ {field}(id: $id) {{ version }} }}", new { id }))
            .GetProperty(field)
            .GetProperty("version")
            .GetInt32();
}
