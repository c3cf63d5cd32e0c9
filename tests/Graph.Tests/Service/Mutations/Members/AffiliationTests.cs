namespace SocietyParty.Graph.Tests.Service.Mutations.Members;

/// <summary>One affiliation, several organizational lives (002 §5).</summary>
public sealed class AffiliationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task An_affiliation_is_transferred_and_the_past_can_be_asked_for()
    {
        var steps = new MemberSteps(city, "接转");
        var (from, to, unit) = (await steps.BranchAsync("甲"), await steps.BranchAsync("乙"), await steps.UnitAsync());
        var member = await steps.MemberAsync(from, affiliationUnit: unit);
        (
            await city.RefusedAsync(
                "requestTransfer",
                new
                {
                    member,
                    toBranch = to,
                    toPlace = "合成某处",
                    requestedOn = "2023-01-05",
                }
            )
        ).ShouldBe(["TRANSFER_DESTINATION 002 §5"]);
        (
            await city.RefusedAsync(
                "requestTransfer",
                new
                {
                    member,
                    toUnit = unit,
                    requestedOn = "2023-01-05",
                }
            )
        ).ShouldBe(["TRANSFER_GOES_NOWHERE"]);
        var transfer = MemberSteps.KeyOf(
            await city.DoneAsync(
                "requestTransfer",
                new
                {
                    member,
                    toBranch = to,
                    requestedOn = "2023-01-05",
                    reason = "调动",
                }
            )
        );
        (
            await city.RefusedAsync(
                "requestTransfer",
                new
                {
                    member,
                    toPlace = "合成某处",
                    requestedOn = "2023-01-06",
                }
            )
        ).ShouldBe(["TRANSFER_OPEN 002 §5"]);
        (await city.RefusedAsync("completeTransfer", new { transfer, completedOn = "2023-01-04" })).ShouldBe(["BEFORE_REQUEST"]);
        (
            await city.RefusedAsync(
                "completeTransfer",
                new
                {
                    transfer,
                    completedOn = "2023-01-06",
                    version = 9,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);

        var done = await city.DoneAsync(
            "completeTransfer",
            new { transfer, completedOn = "2023-01-20" },
            "state closedOn fromUnit { id } toBranch { id } member { branch { id } was: affiliation(asOf: \"2022-12-31\") { "
                + "supportingUnit { id } branch { id } } organizationLives { branch { id } validTo } affiliationHistory { validFrom "
                + "validTo } }"
        );
        done.GetProperty("state").GetString().ShouldBe("COMPLETED");
        var moved = done.GetProperty("member");
        moved.GetProperty("branch").GetProperty("id").GetString().ShouldBe(to);
        moved.GetProperty("was").GetProperty("supportingUnit").GetProperty("id").GetString().ShouldBe(unit);
        moved.GetProperty("organizationLives").ToString().ShouldBe($$"""[{"branch":{"id":"{{from}}"},"validTo":"2023-01-20"}]""");
        moved
            .GetProperty("affiliationHistory")
            .ToString()
            .ShouldBe("""[{"validFrom":"2023-01-20","validTo":null},{"validFrom":"2020-03-01","validTo":"2023-01-20"}]""");
        (await city.RefusedAsync("cancelTransfer", new { transfer, cancelledOn = "2023-02-01" })).ShouldBe(["WRONG_STAGE 002 §5"]);

        // Back on a day before the present affiliation began.
        var back = MemberSteps.KeyOf(
            await city.DoneAsync(
                "requestTransfer",
                new
                {
                    member,
                    toPlace = "合成某处",
                    requestedOn = "2023-01-10",
                }
            )
        );
        (await city.RefusedAsync("completeTransfer", new { transfer = back, completedOn = "2023-01-15" })).ShouldBe([
            "AFFILIATION_DATE_TOO_EARLY 002 §5",
        ]);
        (
            await city.DoneAsync(
                "cancelTransfer",
                new { transfer = back, cancelledOn = "2023-01-15" },
                "state member { affiliation { branch { id } } }"
            )
        )
            .GetProperty("member")
            .ToString()
            .ShouldBe($$$$"""{"affiliation":{"branch":{"id":"{{{{to}}}}"}}}""");
    }

    [Fact]
    public async Task A_member_has_one_affiliation_and_shares_further_lives()
    {
        var steps = new MemberSteps(city, "多重");
        var (own, other) = (await steps.BranchAsync("甲"), await steps.BranchAsync("乙"));
        (
            await city.RefusedAsync(
                "registerMember",
                new
                {
                    person = await steps.PersonAsync(),
                    branch = own,
                    status = "FULL",
                    affiliationBranch = own,
                    affiliationPlace = "合成某处",
                }
            )
        ).ShouldBe(["AFFILIATION_TWICE 002 §5"]);
        var member = await steps.MemberAsync(own);
        (
            await city.RefusedAsync(
                "joinOrganizationLife",
                new
                {
                    member,
                    branch = own,
                    validFrom = "2023-01-01",
                }
            )
        ).ShouldBe(["MEMBER_BELONGS_TO_BRANCH 002 §5"]);
        await city.DoneAsync(
            "joinOrganizationLife",
            new
            {
                member,
                branch = other,
                validFrom = "2023-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "joinOrganizationLife",
                new
                {
                    member,
                    branch = other,
                    validFrom = "2024-01-01",
                }
            )
        ).ShouldBe(["ORGANIZATION_LIFE_OVERLAPS 002 §5"]);
        var guests = await city.QueryAsync(
            "query($branch: ID!) { branch(id: $branch) { members { totalCount } guests { id } none: guests(asOf: "
                + "\"2022-12-31\") { id } } }",
            new { branch = other }
        );
        guests.GetProperty("branch").ToString().ShouldBe($$"""{"members":{"totalCount":0},"guests":[{"id":"{{member}}"}],"none":[]}""");

        (
            await city.RefusedAsync(
                "leaveOrganizationLife",
                new
                {
                    member,
                    branch = other,
                    leftOn = "2023-01-01",
                }
            )
        ).ShouldBe(["NO_ORGANIZATION_LIFE"]);
        (
            await city.DoneAsync(
                "leaveOrganizationLife",
                new
                {
                    member,
                    branch = other,
                    leftOn = "2023-06-01",
                },
                "organizationLives { validFrom validTo }"
            )
        ).ToString().ShouldBe("""{"organizationLives":[{"validFrom":"2023-01-01","validTo":"2023-06-01"}]}""");
    }

    [Fact]
    public async Task Of_two_transfers_at_once_one_is_requested()
    {
        var steps = new MemberSteps(city, "并发");
        var branch = await steps.BranchAsync();
        var member = await steps.MemberAsync(branch);
        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(i =>
                    city.ChangeAsync(
                        "requestTransfer",
                        new
                        {
                            member,
                            toPlace = $"合成第{i}处",
                            requestedOn = "2023-01-05",
                        }
                    )
                )
        );
        both.Count(payload => payload.GetProperty("errors").GetArrayLength() == 0).ShouldBe(1);
        both.Where(payload => payload.GetProperty("errors").GetArrayLength() > 0)
            .Select(payload => MutationFixture.Shown(payload.GetProperty("errors")[0]))
            .Distinct()
            .ShouldBe(["TRANSFER_OPEN 002 §5"]);
    }
}
