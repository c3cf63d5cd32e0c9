namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    /// <summary>A society comes into being, with its supporting unit's name ready for later.</summary>
    private async Task SocietyIsFoundedAsync()
    {
        var found = await city.AskAsync(
            "{ committees(first: 1, order: [{ id: ASC }]) { nodes { id level societies { totalCount } branches(where: { status: "
                + "{ eq: ESTABLISHED } }) { totalCount } } } }"
        );
        committee = found.GetProperty("committees").GetProperty("nodes")[0].GetProperty("id").GetString()!;

        var input = new
        {
            name = "合成-量子信息学会",
            committee,
            kind = "LEARNED_SOCIETY",
            discipline = "SCIENCE",
            creditCode = "91110000600037341L",
            idempotencyKey = "found-1",
        };
        (
            await city.RefusedAsync(
                "foundSociety",
                "society",
                new
                {
                    input.name,
                    committee,
                    creditCode = "911100006000373410",
                }
            )
        ).ShouldBe(["CREDIT_CODE_WRONG"]);
        society = (await city.DoAsync("foundSociety", "society", input)).GetProperty("id").GetString()!;
        // The line was slow, and somebody pressed the button again.
        (await city.DoAsync("foundSociety", "society", input)).GetProperty("id").GetString().ShouldBe(society);
        (await city.RefusedAsync("foundSociety", "society", new { input.name, committee })).ShouldBe(["SOCIETY_NAME_TAKEN"]);

        (
            await city.RefusedAsync(
                "updateSociety",
                "society",
                new
                {
                    society,
                    version = 7,
                    operatingState = "OPERATING",
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        unit = (await city.DoAsync("registerSupportingUnit", "supportingUnit", new { name = "合成-理工大学" }))
            .GetProperty("id")
            .GetString()!;
    }

    /// <summary>推进中 → 已成立.</summary>
    private async Task BranchIsEstablishedAsync()
    {
        branch = (
            await city.DoAsync(
                "proposeBranch",
                "branch",
                new
                {
                    name = "合成-量子信息学会党支部",
                    form = "BRANCH",
                    societies = new[] { society },
                    proposedOn = "2027-01-10",
                }
            )
        ).GetProperty("id").GetString()!;
        (
            await city.RefusedAsync(
                "proposeBranch",
                "branch",
                new
                {
                    name = "合成-量子信息学会第二党支部",
                    form = "BRANCH",
                    societies = new[] { society },
                    proposedOn = "2027-01-11",
                }
            )
        ).ShouldBe(["SOCIETY_HAS_BRANCH"]);
        (await city.RefusedAsync("establishBranch", "branch", new { branch, establishedOn = "2027-01-09" })).ShouldBe([
            "STATUS_DATE_TOO_EARLY",
        ]);
        var established = await city.DoAsync(
            "establishBranch",
            "branch",
            new { branch, establishedOn = "2027-02-01" },
            "status statusSince"
        );
        established.ToString().ShouldBe("""{"status":"ESTABLISHED","statusSince":"2027-02-01"}""");
        (await city.RefusedAsync("establishBranch", "branch", new { branch, establishedOn = "2027-03-01" })).ShouldBe([
            "WRONG_STAGE 002 §3",
        ]);
    }
}
