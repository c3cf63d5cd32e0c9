namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    /// <summary>A council and the branch's posts.</summary>
    private async Task AppointAsync()
    {
        term = (
            await city.DoAsync(
                "startCouncilTerm",
                "councilTerm",
                new
                {
                    society,
                    startedOn = "2027-01-05",
                    endsOn = "2031-01-05",
                }
            )
        ).GetProperty("id").GetString()!;
        await city.DoAsync(
            "appoint",
            "appointment",
            new
            {
                person = people[0],
                post = "COUNCIL_CHAIR",
                councilTerm = term,
                validFrom = "2027-01-05",
            }
        );
        await city.DoAsync(
            "appoint",
            "appointment",
            new
            {
                person = people[1],
                post = "COUNCIL_VICE_CHAIR",
                councilTerm = term,
                validFrom = "2027-01-05",
            }
        );
        await city.DoAsync(
            "appoint",
            "appointment",
            new
            {
                person = people[0],
                post = "BRANCH_SECRETARY",
                branch,
                validFrom = "2027-02-01",
            }
        );
        (
            await city.RefusedAsync(
                "appoint",
                "appointment",
                new
                {
                    person = people[1],
                    post = "BRANCH_SECRETARY",
                    branch,
                    validFrom = "2027-03-01",
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("POST_TAKEN");
        var outsider = (await city.DoAsync("registerPerson", "person", new { reference = "合成-2027-群众" }))
            .GetProperty("id")
            .GetString()!;
        (
            await city.RefusedAsync(
                "appoint",
                "appointment",
                new
                {
                    person = outsider,
                    post = "DEPUTY_BRANCH_SECRETARY",
                    branch,
                    validFrom = "2027-03-01",
                }
            )
        ).ShouldBe(["POST_NEEDS_PARTY_MEMBER 002 §3"]);
    }
}
