using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Categories;

/// <summary>A branch from C over B to A (000 §四), and what is refused on the way.</summary>
public sealed class ReclassificationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_branch_becomes_C_then_B_then_A_and_its_past_stays()
    {
        var steps = new MemberSteps(city, "升级");
        var society = await steps.SocietyAsync();
        var (branch, unit) = (await steps.BranchAsync(society: society), await steps.UnitAsync());
        var person = await steps.PersonAsync();
        var members = new[] { await steps.MemberAsync(branch, person: person), await steps.MemberAsync(branch, affiliationUnit: unit) };
        await steps.ReclassifyAsync(branch, "C", "2021-01-01");

        // A unit alone makes no B: one of the members is not its staff (000 §二).
        await city.DoneAsync(
            "assignSupportingUnit",
            new
            {
                society,
                supportingUnit = unit,
                validFrom = "2020-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "proposeReclassification",
                new
                {
                    branch,
                    category = "B",
                    reason = "有支撑单位",
                    proposedOn = "2022-01-01",
                }
            )
        ).ShouldBe(["CATEGORY_CONTRADICTS_MEMBERSHIP 000 §二, 000 §四"]);
        await city.DoneAsync(
            "recordEmployment",
            new
            {
                person,
                supportingUnit = unit,
                validFrom = "2021-06-01",
            }
        );
        await steps.ReclassifyAsync(branch, "B", "2022-01-01");

        var lacking = (
            await city.QueryAsync(
                "query($branch: ID!) { branch(id: $branch) { derivedCategory { category reasonCode clause } upgradePath { "
                    + "condition lackingCount clause } } }",
                new { branch }
            )
        ).GetProperty("branch");
        lacking
            .ToString()
            .ShouldBe(
                """{"derivedCategory":{"category":"B","reasonCode":"CONDITIONS_MET","clause":"000 §二"},"upgradePath":[{"condition":"ALL_AFFILIATIONS_WITH_COMMITTEE","lackingCount":2,"clause":"000 §四"}]}"""
            );

        foreach (var member in members)
        {
            await steps.TransferAsync(member, branch, "2022-11-01");
        }

        await steps.ReclassifyAsync(branch, "A", "2023-01-01");

        var past = (
            await city.QueryAsync(
                """
                query($branch: ID!) { branch(id: $branch) {
                  then: category(asOf: "2021-06-30") now: category upgradePath { condition }
                  categoryHistory { category validFrom validTo }
                  reclassifications { fromCategory toCategory derivedCategory state proposedOn effectiveOn }
                } }
                """,
                new { branch }
            )
        ).GetProperty("branch");
        past.ToString()
            .ShouldBe(
                """{"then":"C","now":"A","upgradePath":[],"categoryHistory":[{"category":"A","validFrom":"2023-01-01","validTo":null},{"category":"B","validFrom":"2022-01-01","validTo":"2023-01-01"},{"category":"C","validFrom":"2021-01-01","validTo":"2022-01-01"}],"reclassifications":[{"fromCategory":"B","toCategory":"A","derivedCategory":"A","state":"APPROVED","proposedOn":"2023-01-01","effectiveOn":"2023-01-01"},"""
                    + """{"fromCategory":"C","toCategory":"B","derivedCategory":"B","state":"APPROVED","proposedOn":"2022-01-01","effectiveOn":"2022-01-01"},"""
                    + """{"fromCategory":"UNCLASSIFIED","toCategory":"C","derivedCategory":"C","state":"APPROVED","proposedOn":"2021-01-01","effectiveOn":"2021-01-01"}]}"""
            );
    }

    [Fact]
    public async Task Who_leaves_the_unit_is_its_staff_no_longer()
    {
        var steps = new MemberSteps(city, "离职");
        var society = await steps.SocietyAsync();
        var (branch, unit, person) = (await steps.BranchAsync(society: society), await steps.UnitAsync(), await steps.PersonAsync());
        await steps.MemberAsync(branch, person: person);
        await city.DoneAsync(
            "assignSupportingUnit",
            new
            {
                society,
                supportingUnit = unit,
                validFrom = "2020-01-01",
            }
        );
        await city.DoneAsync(
            "recordEmployment",
            new
            {
                person,
                supportingUnit = unit,
                validFrom = "2021-06-01",
            }
        );
        async Task<string> CategoryAsync() =>
            (await city.QueryAsync("query($branch: ID!) { branch(id: $branch) { derivedCategory { category } } }", new { branch }))
                .GetProperty("branch")
                .GetProperty("derivedCategory")
                .GetProperty("category")
                .GetString()!;
        (await CategoryAsync()).ShouldBe("B");

        (
            await city.RefusedAsync(
                "endEmployment",
                new
                {
                    person,
                    supportingUnit = unit,
                    endedOn = "2021-06-01",
                }
            )
        ).ShouldBe(["NO_EMPLOYMENT"]);
        await city.DoneAsync(
            "endEmployment",
            new
            {
                person,
                supportingUnit = unit,
                endedOn = "2022-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "endEmployment",
                new
                {
                    person,
                    supportingUnit = unit,
                    endedOn = "2022-02-01",
                }
            )
        ).ShouldBe(["NO_EMPLOYMENT"]);
        (await CategoryAsync()).ShouldBe("C");
        // What was decided of a day before is judged by that day.
        await steps.ReclassifyAsync(branch, "B", "2021-12-31");
    }

    [Fact]
    public async Task A_decision_for_no_category_is_not_overtaken_and_a_dissolved_branch_gets_none()
    {
        var steps = new MemberSteps(city, "未分");
        var branch = await steps.BranchAsync();
        await steps.ReclassifyAsync(branch, "C", "2021-01-01");
        await steps.ReclassifyAsync(branch, "UNCLASSIFIED", "2022-01-01");
        var reclassification = MemberSteps.KeyOf(
            await city.DoneAsync(
                "proposeReclassification",
                new
                {
                    branch,
                    category = "A",
                    reason = "补办",
                    proposedOn = "2022-05-01",
                }
            )
        );
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2021-06-01",
                    decidedOn = "2022-06-01",
                }
            )
        ).ShouldBe(["CATEGORY_DATE_TOO_EARLY"]);
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2022-06-01",
                    decidedOn = "2022-06-01",
                    documentTitle = " ",
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        await city.DoneAsync("dissolveBranch", new { branch, dissolvedOn = "2022-06-01" });
        (
            await city.RefusedAsync(
                "approveReclassification",
                new
                {
                    reclassification,
                    effectiveOn = "2022-06-01",
                    decidedOn = "2022-06-01",
                }
            )
        ).ShouldBe(["WRONG_STAGE 000 §四"]);
    }

    [Fact]
    public async Task A_category_that_nothing_proves_is_told_as_a_warning_here()
    {
        var steps = new MemberSteps(city, "未证");
        var payload = await city.ChangeAsync(
            "proposeReclassification",
            new
            {
                branch = await steps.BranchAsync(),
                category = "A",
                reason = "筹建",
                proposedOn = "2022-03-01",
            }
        );
        payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["CATEGORY_NOT_PROVEN 000 §四"]);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_proposals_at_once_one_stays()
    {
        var steps = new MemberSteps(city, "同时");
        var branch = await steps.BranchAsync();
        await steps.MemberAsync(branch);
        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    city.ChangeAsync(
                        "proposeReclassification",
                        new
                        {
                            branch,
                            category = "C",
                            reason = "同时",
                            proposedOn = "2022-03-01",
                        }
                    )
                )
        );
        both.Count(payload => payload.GetProperty("errors").GetArrayLength() == 0).ShouldBe(1);
        both.Where(payload => payload.GetProperty("errors").GetArrayLength() > 0)
            .Select(payload => MutationFixture.Shown(payload.GetProperty("errors")[0]))
            .Distinct()
            .ShouldBe(["RECLASSIFICATION_OPEN 000 §四"]);
    }

    internal static long Key(string id) =>
        long.Parse(
            System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(id)).Split(':')[1],
            System.Globalization.CultureInfo.InvariantCulture
        );
}
