using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.WorkPoints;

/// <summary>Check-ins and contact points.</summary>
public sealed partial class WorkYearTests
{
    [Fact]
    public async Task Check_ins_count_branches_not_visits()
    {
        await city.DoneAsync("planWorkYear", new { committee = Committee, year = 2026 });
        await city.DoneAsync(
            "recordCheckIn",
            new
            {
                branch = Branch(10),
                community = "合成社区",
                checkedInOn = "2026-02-01",
            }
        );
        await city.DoneAsync(
            "recordCheckIn",
            new
            {
                branch = Branch(10),
                community = "合成社区",
                checkedInOn = "2026-03-01",
                service = "义诊",
            }
        );
        await city.DoneAsync(
            "recordCheckIn",
            new
            {
                branch = Branch(11),
                community = "合成社区",
                checkedInOn = "2026-03-01",
            }
        );
        (
            await city.RefusedAsync(
                "recordCheckIn",
                new
                {
                    branch = Branch(11),
                    community = "合成社区",
                    checkedInOn = "2026-03-01",
                }
            )
        ).ShouldBe(["CHECK_IN_RECORDED 001 §12"]);
        (
            await city.RefusedAsync(
                "recordCheckIn",
                new
                {
                    branch = Branch(3),
                    community = "合成社区",
                    checkedInOn = "2026-03-01",
                }
            )
        ).ShouldBe(["BRANCH_NOT_ESTABLISHED 001 §12"]);
        (await DutiesAsync("kind: { eq: COMMUNITY_CHECK_IN }, dueOn: { eq: \"2026-12-31\" }")).ShouldBe([
            "COMMUNITY_CHECK_IN 2026 2/100 2026-12-31",
        ]);
    }

    [Fact]
    public async Task A_member_guides_three_branches_and_a_fourth_is_a_warning()
    {
        await PersonAsync("合成-党委委员-2");
        var person = await IdOfAsync("合成-党委委员-2");
        await city.DoneAsync("planWorkYear", new { committee = Committee, year = 2025 });
        foreach (var branch in new[] { 20, 21, 22 })
        {
            (
                await city.ChangeAsync(
                    "assignContactPoint",
                    new
                    {
                        person,
                        branch = Branch(branch),
                        validFrom = "2025-02-01",
                    }
                )
            ).GetProperty("warnings").GetArrayLength().ShouldBe(0);
        }

        (
            await city.RefusedAsync(
                "assignContactPoint",
                new
                {
                    person,
                    branch = Branch(20),
                    validFrom = "2025-03-01",
                }
            )
        ).ShouldBe(["CONTACT_POINT_ASSIGNED 001 §16"]);
        var fourth = await city.ChangeAsync(
            "assignContactPoint",
            new
            {
                person,
                branch = Branch(23),
                validFrom = "2025-03-01",
            }
        );
        MutationFixture.Shown(fourth.GetProperty("warnings")[0]).ShouldBe("CONTACT_POINTS_EXCEEDED 001 §16");
        (await DutiesAsync("kind: { eq: CONTACT_POINT }, dueOn: { eq: \"2025-12-31\" }, doneOn: { neq: null }")).ShouldBe([
            "CONTACT_POINT 2025 4/3 2025-12-31 2025-02-01",
        ]);
        var contactPoint = fourth.GetProperty("contactPoint").GetProperty("id").GetString();
        (
            await city.RefusedAsync(
                "endContactPoint",
                new
                {
                    contactPoint,
                    endsOn = "2025-06-01",
                    version = 7,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        await city.DoneAsync(
            "endContactPoint",
            new
            {
                contactPoint,
                endsOn = "2025-06-01",
                version = 1,
            }
        );
        (
            await city.QueryAsync(
                "query($id: ID!) { branch(id: $id) { contactPoints(asOf: \"2025-05-31\") { person { reference } } later: "
                    + "contactPoints(asOf: \"2025-06-01\") { validFrom } } }",
                new { id = Branch(23) }
            )
        )
            .GetProperty("branch")
            .ToString()
            .ShouldBe("""{"contactPoints":[{"person":{"reference":"合成-党委委员-2"}}],"later":[]}""");

        // One that begins before the others will be one too many when they begin.
        var earlier = await city.ChangeAsync(
            "assignContactPoint",
            new
            {
                person,
                branch = Branch(24),
                validFrom = "2024-12-01",
            }
        );
        MutationFixture.Shown(earlier.GetProperty("warnings")[0]).ShouldBe("CONTACT_POINTS_EXCEEDED 001 §16");

        await city.ExecuteAsync("INSERT INTO graph.person (person_ref) VALUES ('合成-无职')");
        (
            await city.RefusedAsync(
                "assignContactPoint",
                new
                {
                    person = await IdOfAsync("合成-无职"),
                    branch = Branch(3),
                    validFrom = "2025-02-01",
                }
            )
        ).ShouldBe(["BRANCH_NOT_ESTABLISHED 001 §16", "NOT_A_COMMITTEE_MEMBER 001 §16"]);
    }
}
