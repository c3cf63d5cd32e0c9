using System.Globalization;
using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    private const int Collective = 6;

    private string idle = "";

    /// <summary>
    /// Six collective activities of the branch, one by plan, attendance and record; the other branches hold one each, one of them none.
    /// </summary>
    private async Task ActivitiesAreHeldAsync()
    {
        var planned = (
            await city.DoAsync(
                "planActivity",
                "activity",
                new
                {
                    branch,
                    kind = "THEME_PARTY_DAY",
                    title = "合成-主题党日",
                    plannedOn = "2027-02-25",
                    isCollective = true,
                    hasPlan = true,
                }
            )
        ).GetProperty("id").GetString()!;
        (
            await city.RefusedAsync(
                "recordActivity",
                "activity",
                new
                {
                    activity = planned,
                    heldOn = "2027-02-26",
                    expectedCount = 6,
                    attendedCount = 9,
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("ATTENDANCE_EXCEEDS_EXPECTED 004");
        await city.DoAsync(
            "recordActivity",
            "activity",
            new
            {
                activity = planned,
                heldOn = "2027-02-26",
                expectedCount = 6,
                attendedCount = 6,
                hasRecord = true,
            }
        );
        (await city.RefusedAsync("recordActivity", "activity", new { activity = planned, heldOn = "2027-02-27" }))
            .ShouldHaveSingleItem()
            .ShouldStartWith("WRONG_STAGE 004");
        for (var i = 1; i < Collective; i++)
        {
            await HoldAsync(
                branch,
                string.Create(CultureInfo.InvariantCulture, $"2027-{3 + i:00}-15"),
                i == 3 ? "DEMOCRATIC_APPRAISAL" : "THREE_MEETINGS_ONE_LESSON"
            );
        }

        await city.DoAsync(
            "recordYearPlan",
            "yearPlan",
            new
            {
                branch,
                year = 2027,
                plannedOn = "2027-02-10",
                summarizedOn = "2027-12-20",
            }
        );

        var compliance = await city.AskAsync(
            "query($b: ID!) { branch(id: $b) { activityCompliance { year category collectiveCount minimum isMet clause } } }",
            new { b = branch }
        );
        compliance
            .GetProperty("branch")
            .GetProperty("activityCompliance")[0]
            .ToString()
            .ShouldBe("""{"year":2027,"category":"A","collectiveCount":6,"minimum":6,"isMet":true,"clause":"004 组织建设-2"}""");

        foreach (var other in await BranchesAsync())
        {
            if (other == branch)
            {
                continue;
            }

            if (idle.Length == 0)
            {
                idle = other;
            }
            else
            {
                await HoldAsync(other, "2027-07-01", "THEME_PARTY_DAY");
            }
        }
    }

    private Task<JsonElement> HoldAsync(string of, string heldOn, string kind) =>
        city.DoAsync(
            "recordActivity",
            "activity",
            new
            {
                branch = of,
                kind,
                title = "合成-活动",
                heldOn,
                isCollective = true,
                hasPlan = true,
                expectedCount = 6,
                attendedCount = 5,
                hasRecord = true,
            }
        );

    /// <summary>Identities of the committee's established branches.</summary>
    private async Task<List<string>> BranchesAsync()
    {
        var answer = await city.AskAsync(
            "query($c: ID!) { committee(id: $c) { branches(first: 500, where: { status: { eq: ESTABLISHED } }, order: [{ id: "
                + "ASC }]) { nodes { id } } } }",
            new { c = committee }
        );
        return
        [
            .. answer
                .GetProperty("committee")
                .GetProperty("branches")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(found => found.GetProperty("id").GetString()!),
        ];
    }
}
