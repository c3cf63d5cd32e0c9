using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>One round from its opening to a corrected result, with each refusal on the way (004).</summary>
public sealed partial class AssessmentYearTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_round_goes_from_self_assessment_to_a_corrected_result()
    {
        // The first two in a consortium, the third on its own and idle.
        var year = await RoundSteps.WithBranchesAsync(city, "合成甲", 3);
        await year.ActiveAsync(0, 6);
        await year.ActiveAsync(1, 3);
        await city.DoneAsync(
            "recordYearPlan",
            new
            {
                branch = year.Branches[0],
                year = 2025,
                plannedOn = "2025-01-10",
                summarizedOn = "2025-12-20",
            }
        );
        await OpenAsync(year);
        await SelfAsync(year);
        await SuperviseAsync(year);
        await DebriefAsync(year);
        await BonusAsync(year);
        await ReviewAsync(year);
        await IssueAsync(year);
        await CorrectAsync(year);
        await TalkAsync(year);
    }

    private async Task OpenAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "openAssessmentRound",
                new
                {
                    committee = year.Committee,
                    year = 2025,
                    cutOffOn = "2026-01-01",
                    openedOn = "2025-12-01",
                }
            )
        ).ShouldBe(["CUT_OFF_OUTSIDE_YEAR"]);
        (
            await city.RefusedAsync(
                "openAssessmentRound",
                new
                {
                    committee = year.Committee,
                    year = 2023,
                    openedOn = "2023-12-01",
                }
            )
        ).ShouldBe(["NOBODY_TO_ASSESS 004 第二条"]);
        await year.OpenAsync();
        year.Entries.Count.ShouldBe(3);
        (
            await city.RefusedAsync(
                "openAssessmentRound",
                new
                {
                    committee = year.Committee,
                    year = 2025,
                    openedOn = "2025-12-02",
                }
            )
        ).ShouldBe(["ROUND_OPENED_ALREADY 004 第四条", "NOBODY_TO_ASSESS 004 第二条"]);
        var scheme = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentRound(id: $id) { status cutOffOn scheme { ruleSetCode items { itemCode maximum "
                    + "statedMaximum clause overrideReason } } } }",
                new { id = year.Round }
            )
        ).GetProperty("assessmentRound");
        scheme.GetProperty("status").GetString().ShouldBe("OPEN");
        scheme.GetProperty("cutOffOn").GetString().ShouldBe("2025-12-31");
        scheme.GetProperty("scheme").GetProperty("ruleSetCode").GetString().ShouldBe("chongqing-2020");
        var items = scheme.GetProperty("scheme").GetProperty("items").EnumerateArray().ToList();
        items.Count.ShouldBe(19);
        var fourth = items.Single(item => item.GetProperty("itemCode").GetString() == "SOCIAL_GOVERNANCE_1");
        (fourth.GetProperty("maximum").GetDecimal(), fourth.GetProperty("statedMaximum").GetDecimal()).ShouldBe((5, 10));
        fourth.GetProperty("overrideReason").GetString().ShouldNotBeNullOrEmpty();
    }

    private async Task SelfAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(2),
                    basis = "IN_PERSON",
                    ballotRates = new[] { 1m },
                    heldOn = "2026-03-10",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（一）"]);
        var scores = RoundSteps.Scores([
            .. RoundSteps
                .Full.Where(score => score.Item != "TEAM_2")
                .Select(score => score.Item == "SOCIAL_GOVERNANCE_1" ? (score.Item, 10m) : score),
        ]);
        var refused = await city.ChangeAsync(
            "submitSelfAssessment",
            new
            {
                entry = year.Entry(0),
                scores,
                submittedOn = "2026-01-10",
            }
        );
        refused
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => $"{MutationFixture.Shown(error)} {string.Join('/', error.GetProperty("path").EnumerateArray())}")
            .ShouldBe(["SCORE_EXCEEDS_MAXIMUM 004 第五条（四） input/scores/16/score", "ITEM_NOT_SCORED 004 班子建设-2 input/scores"]);
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-01-10",
                    version = 7,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        var scored = (
            await city.DoneAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-01-10",
                },
                "version"
            )
        ).GetProperty("version").GetInt32();
        await city.DoneAsync(
            "submitSelfAssessment",
            new
            {
                entry = year.Entry(0),
                scores = RoundSteps.Scores(RoundSteps.Full),
                submittedOn = "2026-01-10",
                version = scored,
            }
        );
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-01-10",
                    version = scored,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        for (var i = 0; i < 3; i++)
        {
            (await year.SubmitAsync(i, "stage selfSubmittedOn standing { selfScore reviewScore }"))
                .ToString()
                .ShouldBe("""{"stage":"SELF","selfSubmittedOn":"2026-01-10","standing":{"selfScore":95.00,"reviewScore":null}}""");
        }
    }

    private async Task SuperviseAsync(RoundSteps year)
    {
        var team = (await city.DoneAsync("createSupervisionTeam", new { committee = year.Committee, name = "合成第一督导团" }))
            .GetProperty("id")
            .GetString();
        (await city.RefusedAsync("createSupervisionTeam", new { committee = year.Committee, name = "合成第一督导团" })).ShouldBe([
            "SUPERVISION_TEAM_NAME_TAKEN",
        ]);
        object Consortium(string name, string[] branches) =>
            new
            {
                committee = year.Committee,
                name,
                branches,
                supervisionTeam = team,
                validFrom = "2025-01-01",
            };
        (await city.RefusedAsync("createConsortium", Consortium("合成联合体", [MutationFixture.Id("Branch", 1)]))).ShouldBe([
            "OF_ANOTHER_COMMITTEE 004 第六条（二）",
        ]);
        var first = (await city.DoneAsync("createConsortium", Consortium("合成联合体一", [year.Branches[0]]), "id branches { totalCount }"))
            .GetProperty("id")
            .GetString();
        var second = (await city.DoneAsync("createConsortium", Consortium("合成联合体二", [year.Branches[1]])))
            .GetProperty("id")
            .GetString();
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(0),
                    basis = "IN_PERSON",
                    ballotRates = new[] { 1m },
                    heldOn = "2026-03-10",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（三）"]);
        object Ranking(params string?[] consortia) =>
            new
            {
                round = year.Round,
                supervisionTeam = team,
                consortia,
                rankedOn = "2026-02-10",
            };
        (await city.RefusedAsync("rankConsortia", Ranking(first))).ShouldBe(["RANKING_INCOMPLETE 004 第六条（二）"]);
        (await city.RefusedAsync("rankConsortia", Ranking(first, first, second))).ShouldBe(["RANKING_REPEATS"]);
        var round = await city.DoneAsync(
            "rankConsortia",
            Ranking(second, first),
            "rankings { rank consortium { name } } entries { nodes { stage } }",
            actor: "督导团"
        );
        round
            .GetProperty("rankings")
            .ToString()
            .ShouldBe("""[{"rank":1,"consortium":{"name":"合成联合体二"}},{"rank":2,"consortium":{"name":"合成联合体一"}}]""");
        round
            .GetProperty("entries")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(entry => entry.GetProperty("stage").GetString())
            .ShouldBe(["SUPERVISED", "SUPERVISED", "SELF"]);
        (await city.RefusedAsync("rankConsortia", Ranking(second, first))).ShouldBe(["RANKED_ALREADY 004 第六条（二）"]);
        (await city.RefusedAsync("createConsortium", Consortium("合成联合体三", [year.Branches[2]]))).ShouldBe([
            "RANKED_ALREADY 004 第六条（二）",
        ]);
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    submittedOn = "2026-02-11",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（一）"]);
    }

    private async Task DebriefAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(0),
                    basis = "IN_PERSON",
                    ballotRates = new[] { 0.5m, 1.5m },
                    heldOn = "2026-03-10",
                }
            )
        ).ShouldBe(["BALLOT_RATE_OUT_OF_RANGE 004 第五条（五）, 004 第六条（三）"]);
        (await year.DebriefAsync(0, 0.9m, 0.8m))
            .ToString()
            .ShouldBe("""{"stage":"DEBRIEFED","debrief":{"basis":"IN_PERSON","meanRate":0.850000,"score":4.25}}""");
        await year.DebriefAsync(1, 0.6m);
        (
            await city.RefusedAsync(
                "recordDebrief",
                new
                {
                    entry = year.Entry(2),
                    basis = "WRITTEN",
                    ballotRates = new[] { 0.5m },
                    heldOn = "2026-01-09",
                }
            )
        ).ShouldBe(["DATE_TOO_EARLY"]);
        var written = await city.DoneAsync(
            "recordDebrief",
            new
            {
                entry = year.Entry(2),
                basis = "WRITTEN",
                ballotRates = new[] { 0.5m },
                heldOn = "2026-03-10",
            },
            "debrief { basis ballotCount score }"
        );
        written.GetProperty("debrief").ToString().ShouldBe("""{"basis":"WRITTEN","ballotCount":1,"score":2.50}""");
    }
}
