using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    private string round = "";
    private string entry = "";
    private List<(string Item, decimal Maximum)> items = [];
    private Dictionary<string, string> branchOf = [];
    private readonly List<string> claims = [];

    /// <summary>自查自评 → 督导团初评 → 述职测评 → 党委评定, for every branch of the committee.</summary>
    private async Task BranchesAreAssessedAsync()
    {
        var team = (await city.DoAsync("createSupervisionTeam", "supervisionTeam", new { committee, name = "合成-2027督导团" }))
            .GetProperty("id")
            .GetString();
        await city.DoAsync(
            "createConsortium",
            "consortium",
            new
            {
                committee,
                name = "合成-2027联合体",
                branches = new[] { branch },
                supervisionTeam = team,
                validFrom = "2027-06-01",
            }
        );
        var opened = await city.DoAsync(
            "openAssessmentRound",
            "assessmentRound",
            new
            {
                committee,
                year = 2027,
                openedOn = "2027-12-01",
            },
            "id scheme { items { itemCode maximum statedMaximum overrideReason } } entries(first: 500) { totalCount nodes { id "
                + "stage branch { id } } }"
        );
        (
            await city.RefusedAsync(
                "openAssessmentRound",
                "assessmentRound",
                new
                {
                    committee,
                    year = 2027,
                    openedOn = "2027-12-01",
                }
            )
        ).ShouldContain("ROUND_OPENED_ALREADY 004 第四条");
        round = opened.GetProperty("id").GetString()!;
        items =
        [
            .. opened
                .GetProperty("scheme")
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => (item.GetProperty("itemCode").GetString()!, item.GetProperty("maximum").GetDecimal())),
        ];
        // 004 第五条（四）: the heading says 5, the item 10; the rule set says why it takes 5.
        items.Sum(item => item.Maximum).ShouldBe(100);
        opened
            .GetProperty("scheme")
            .GetProperty("items")
            .EnumerateArray()
            .Count(item => item.GetProperty("overrideReason").ValueKind == JsonValueKind.String)
            .ShouldBe(1);
        branchOf = opened
            .GetProperty("entries")
            .GetProperty("nodes")
            .EnumerateArray()
            .ToDictionary(
                found => found.GetProperty("id").GetString()!,
                found => found.GetProperty("branch").GetProperty("id").GetString()!
            );
        branchOf.Values.Order().ShouldBe((await BranchesAsync()).Order());
        entry = branchOf.Single(pair => pair.Value == branch).Key;

        await SelfAssessAsync();
        await RankAsync();
        await DebriefAsync();
        await ReviewAsync();
    }

    private async Task SelfAssessAsync()
    {
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                "assessmentEntry",
                new
                {
                    entry,
                    scores = Scores(("SOCIAL_GOVERNANCE_1", 10)),
                    submittedOn = "2027-12-05",
                }
            )
        ).ShouldBe(["SCORE_EXCEEDS_MAXIMUM 004 第五条（四）"]);
        (
            await city.RefusedAsync(
                "recordDebrief",
                "assessmentEntry",
                new
                {
                    entry,
                    basis = "IN_PERSON",
                    ballotRates = new[] { 1m },
                    heldOn = "2027-12-20",
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("WRONG_STAGE 004 第六条");
        foreach (var one in branchOf.Keys)
        {
            await city.DoAsync(
                "submitSelfAssessment",
                "assessmentEntry",
                new
                {
                    entry = one,
                    scores = Scores(),
                    submittedOn = "2027-12-05",
                },
                actor: "支部书记"
            );
        }

        (
            await city.RefusedAsync(
                "claimBonus",
                "bonusClaim",
                new
                {
                    entry,
                    item = "BONUS_1",
                    level = "DEPARTMENT",
                    evidenceRef = "证-1",
                    description = "合成",
                    claimedOn = "2027-12-06",
                }
            )
        ).ShouldBe(["BONUS_LEVEL_UNKNOWN 004 第五条（六）1"]);
        foreach (var (level, points) in new[] { ("MUNICIPAL", 2m), ("CENTRAL", 5m) })
        {
            var claim = await city.DoAsync(
                "claimBonus",
                "bonusClaim",
                new
                {
                    entry,
                    item = "BONUS_1",
                    level,
                    evidenceRef = "证-1",
                    description = "合成-示范点",
                    claimedOn = "2027-12-06",
                },
                "id points"
            );
            claim.GetProperty("points").GetDecimal().ShouldBe(points);
            claims.Add(claim.GetProperty("id").GetString()!);
        }
    }

    private async Task RankAsync()
    {
        var teams = (
            await city.AskAsync("query($c: ID!) { committee(id: $c) { supervisionTeams { id consortia { id } } } }", new { c = committee })
        )
            .GetProperty("committee")
            .GetProperty("supervisionTeams");
        foreach (var team in teams.EnumerateArray())
        {
            var consortia = team.GetProperty("consortia").EnumerateArray().Select(one => one.GetProperty("id").GetString()!).ToList();
            var input = new
            {
                round,
                supervisionTeam = team.GetProperty("id").GetString(),
                consortia,
                rankedOn = "2027-12-10",
            };
            if (consortia.Count > 1)
            {
                (await city.RefusedAsync("rankConsortia", "assessmentRound", input with { consortia = consortia[1..] }))
                    .ShouldHaveSingleItem()
                    .ShouldStartWith("RANKING_INCOMPLETE 004 第六条（二）");
            }

            await city.DoAsync("rankConsortia", "assessmentRound", input, actor: "督导团");
        }
    }

    private async Task DebriefAsync()
    {
        foreach (var one in branchOf.Keys)
        {
            await city.DoAsync(
                "recordDebrief",
                "assessmentEntry",
                new
                {
                    entry = one,
                    basis = one == entry ? "IN_PERSON" : "WRITTEN",
                    ballotRates = new[] { 0.9m, 1m, 0.8m },
                    heldOn = "2027-12-20",
                }
            );
        }

        (await city.AskAsync("query($e: ID!) { assessmentEntry(id: $e) { stage debrief { basis meanRate score } } }", new { e = entry }))
            .GetProperty("assessmentEntry")
            .ToString()
            .ShouldBe("""{"stage":"DEBRIEFED","debrief":{"basis":"IN_PERSON","meanRate":0.900000,"score":4.50}}""");
    }

    private async Task ReviewAsync()
    {
        (
            await city.RefusedAsync(
                "reviewAssessment",
                "assessmentEntry",
                new
                {
                    entry,
                    scores = Reviewed(),
                    confirmSuggested = true,
                    reviewedOn = "2027-12-28",
                }
            )
        ).ShouldBe(["BONUS_NOT_DECIDED 004 第五条（六）"]);
        foreach (var claim in claims)
        {
            await city.DoAsync(
                "decideBonus",
                "bonusClaim",
                new
                {
                    claim,
                    accepted = true,
                    decidedOn = "2027-12-22",
                }
            );
        }

        (
            await city.RefusedAsync(
                "issueResults",
                "assessmentRound",
                new
                {
                    round,
                    title = "合成-考核结果通报",
                    issuedOn = "2028-01-15",
                }
            )
        ).ShouldContain("NOT_REVIEWED 004 第六条（四）");
        foreach (var one in branchOf.Keys)
        {
            await city.DoAsync(
                "reviewAssessment",
                "assessmentEntry",
                new
                {
                    entry = one,
                    scores = Reviewed(),
                    confirmSuggested = true,
                    reviewedOn = "2027-12-28",
                },
                actor: "党委"
            );
        }
    }

    private object[] Reviewed() =>
        [
            .. items
                .Where(item => item.Item is not ("ORGANIZATION_1" or "ORGANIZATION_2" or "DEBRIEF_1"))
                .Select(item => new { item = item.Item, score = item.Maximum }),
        ];

    /// <summary>The maximum of every item but the debrief, with exceptions.</summary>
    private object[] Scores(params (string Item, decimal Score)[] except) =>
        [
            .. items
                .Where(item => item.Item != "DEBRIEF_1")
                .Select(item => new
                {
                    item = item.Item,
                    score = except.Where(other => other.Item == item.Item).Select(other => (decimal?)other.Score).SingleOrDefault()
                        ?? item.Maximum,
                }),
        ];

    private static object[] Scores(IEnumerable<(string Item, decimal Score)> only) =>
        [.. only.Select(one => new { item = one.Item, score = one.Score })];
}
