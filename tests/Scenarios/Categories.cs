namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    /// <summary>功能型特设: the affiliations are elsewhere.</summary>
    private async Task CategoryCIsApprovedAsync()
    {
        (
            await city.RefusedAsync(
                "proposeReclassification",
                "reclassification",
                new
                {
                    branch,
                    category = "A",
                    reason = "太早",
                    proposedOn = "2027-02-05",
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("CATEGORY_CONTRADICTS_MEMBERSHIP 000");
        await ReclassifyAsync("C", proposedOn: "2027-02-05", effectiveOn: "2027-02-10");

        // 000 §三: a functional branch may cultivate applicants, and nothing more.
        var newcomer = (await city.DoAsync("registerPerson", "person", new { reference = "合成-2027-积极分子" }))
            .GetProperty("id")
            .GetString()!;
        applicant = (
            await city.DoAsync(
                "registerApplicant",
                "applicant",
                new
                {
                    person = newcomer,
                    branch,
                    cultivatedSince = "2027-02-20",
                }
            )
        ).GetProperty("id").GetString()!;
        (await city.RefusedAsync("developMember", "member", new { applicant, acceptedOn = "2027-02-25" })).ShouldBe([
            "CATEGORY_FORBIDS_DEVELOPING_MEMBERS 000 §三",
        ]);
        (await city.RefusedAsync("convertMember", "member", new { member = members[^1], convertedOn = "2027-02-26" })).ShouldContain(
            "CATEGORY_FORBIDS_CONVERTING_PROBATIONARY 000 §三"
        );
        (
            await city.RefusedAsync(
                "recordDues",
                "member",
                new
                {
                    member = members[0],
                    firstMonth = "2027-02-01",
                    monthCount = 1,
                    amount = 30,
                    paidOn = "2027-02-26",
                }
            )
        ).ShouldContain("CATEGORY_FORBIDS_COLLECTING_DUES 000 §三");
    }

    /// <summary>双重管理: the society has a supporting unit, and all members are its staff.</summary>
    private async Task CategoryBIsApprovedAsync()
    {
        await city.DoAsync(
            "assignSupportingUnit",
            "society",
            new
            {
                society,
                supportingUnit = unit,
                validFrom = "2027-03-01",
            }
        );
        (
            await city.RefusedAsync(
                "proposeReclassification",
                "reclassification",
                new
                {
                    branch,
                    category = "B",
                    reason = "有支撑单位",
                    proposedOn = "2027-03-05",
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("CATEGORY_CONTRADICTS_MEMBERSHIP 000");
        foreach (var person in people)
        {
            await city.DoAsync(
                "recordEmployment",
                "person",
                new
                {
                    person,
                    supportingUnit = unit,
                    validFrom = "2027-03-01",
                }
            );
        }

        await ReclassifyAsync("B", proposedOn: "2027-03-10", effectiveOn: "2027-03-15");
    }

    /// <summary>直管: all affiliations are transferred to the committee.</summary>
    private async Task CategoryAIsApprovedAsync()
    {
        for (var i = 0; i < MemberCount; i++)
        {
            var transfer = (
                await city.DoAsync(
                    "requestTransfer",
                    "affiliationTransfer",
                    new
                    {
                        member = members[i],
                        toBranch = branch,
                        requestedOn = "2027-04-01",
                    }
                )
            ).GetProperty("id").GetString()!;
            if (i == 0)
            {
                (
                    await city.RefusedAsync(
                        "requestTransfer",
                        "affiliationTransfer",
                        new
                        {
                            member = members[i],
                            toPlace = "别处",
                            requestedOn = "2027-04-02",
                        }
                    )
                ).ShouldBe(["TRANSFER_OPEN 002 §5"]);
            }

            await city.DoAsync("completeTransfer", "affiliationTransfer", new { transfer, completedOn = "2027-04-20" });
        }

        await ReclassifyAsync("A", proposedOn: "2027-04-25", effectiveOn: "2027-05-01");
    }

    private async Task ReclassifyAsync(string category, string proposedOn, string effectiveOn)
    {
        var proposal = await city.DoAsync(
            "proposeReclassification",
            "reclassification",
            new
            {
                branch,
                category,
                reason = "党员组织关系变化",
                proposedOn,
            },
            "id version"
        );
        var input = new
        {
            reclassification = proposal.GetProperty("id").GetString(),
            effectiveOn,
            decidedOn = effectiveOn,
            version = proposal.GetProperty("version").GetInt32(),
        };
        await city.DoAsync("approveReclassification", "reclassification", input, actor: "党委");
        (
            await city.RefusedAsync(
                "approveReclassification",
                "reclassification",
                new
                {
                    input.reclassification,
                    effectiveOn,
                    decidedOn = effectiveOn,
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("WRONG_STAGE");
    }
}
