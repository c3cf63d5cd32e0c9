using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>From the bonus claims to the issued results.</summary>
public sealed partial class AssessmentYearTests
{
    private async Task BonusAsync(RoundSteps year)
    {
        object Claim(string item, string level, string evidence) =>
            new
            {
                entry = year.Entry(0),
                item,
                level,
                evidenceRef = evidence,
                description = "合成-材料",
                claimedOn = "2026-01-12",
            };
        (await city.RefusedAsync("claimBonus", Claim("BONUS_1", "DEPARTMENT", "甲"))).ShouldBe(["BONUS_LEVEL_UNKNOWN 004 第五条（六）1"]);
        (await city.RefusedAsync("claimBonus", Claim("BONUS_9", "CENTRAL", "甲"))).ShouldBe(["BONUS_ITEM_UNKNOWN 004 第五条（六）"]);
        var lower = (await city.DoneAsync("claimBonus", Claim("BONUS_2", "MUNICIPAL", "甲"))).GetProperty("id").GetString();
        (await city.RefusedAsync("claimBonus", Claim("BONUS_2", "MUNICIPAL", "甲"))).ShouldBe(["BONUS_CLAIMED_ALREADY 004 第五条（六）"]);
        var higher = (await city.DoneAsync("claimBonus", Claim("BONUS_2", "CENTRAL", "甲"))).GetProperty("id").GetString();
        var other = (await city.DoneAsync("claimBonus", Claim("BONUS_3", "MUNICIPAL", "乙"))).GetProperty("id").GetString();
        (
            await city.RefusedAsync(
                "reviewAssessment",
                new
                {
                    entry = year.Entry(0),
                    scores = RoundSteps.Scores(RoundSteps.Full),
                    confirmSuggested = true,
                    reviewedOn = "2026-04-01",
                }
            )
        ).ShouldBe(["BONUS_NOT_DECIDED 004 第五条（六）"]);
        (
            await city.RefusedAsync(
                "decideBonus",
                new
                {
                    claim = other,
                    accepted = false,
                    decidedOn = "2026-03-20",
                }
            )
        ).ShouldBe(["REASON_MISSING"]);
        await city.DoneAsync(
            "decideBonus",
            new
            {
                claim = lower,
                accepted = true,
                decidedOn = "2026-03-20",
            }
        );
        var payload = await city.ChangeAsync(
            "decideBonus",
            new
            {
                claim = higher,
                accepted = true,
                decidedOn = "2026-03-20",
            },
            "status entry { standing { bonusScore } }"
        );
        payload.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["EVIDENCE_COUNTS_ONCE 004 第五条（六）"]);
        payload.GetProperty("bonusClaim").ToString().ShouldBe("""{"status":"ACCEPTED","entry":{"standing":{"bonusScore":5.00}}}""");
        var decided = await city.DoneAsync(
            "decideBonus",
            new
            {
                claim = other,
                accepted = true,
                decidedOn = "2026-03-20",
            },
            "entry { standing { bonusScore } bonusClaims { bonusItem level points status } }"
        );
        decided.GetProperty("entry").GetProperty("standing").GetProperty("bonusScore").GetDecimal().ShouldBe(7);
    }

    private async Task ReviewAsync(RoundSteps year)
    {
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    issuedOn = "2026-04-20",
                }
            )
        ).ShouldBe(Enumerable.Repeat("NOT_REVIEWED 004 第六条（四）", 3).ToArray());
        (
            await city.RefusedAsync(
                "recordFailFinding",
                new
                {
                    entry = year.Entry(1),
                    rule = "BAD_LUCK",
                    evidence = "x",
                    foundOn = "2026-03-01",
                }
            )
        ).ShouldBe(["FAIL_RULE_UNKNOWN 004 第五条（七）"]);
        var suggested = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentEntry(id: $id) { suggestedScores { itemCode score } activityCompliance { "
                    + "collectiveCount minimum isMet clause } } }",
                new { id = year.Entry(1) }
            )
        ).GetProperty("assessmentEntry");
        // Three of six activities and the appraisal: 16 × (0.25 + 0.25 + 0.25); no plan; 5 × 0.6.
        suggested
            .ToString()
            .ShouldBe(
                """{"suggestedScores":[{"itemCode":"DEBRIEF_1","score":3.00},{"itemCode":"ORGANIZATION_1","score":0.00},{"itemCode":"ORGANIZATION_2","score":12.00}],"activityCompliance":{"collectiveCount":3,"minimum":6,"isMet":false,"clause":"004 组织建设-2"}}"""
            );
        var reviewed = await year.ReviewAsync(
            0,
            RoundSteps.Full,
            "stage standing { reviewScore bonusScore hasFailed } reviewedScores { itemCode score }"
        );
        reviewed.GetProperty("standing").ToString().ShouldBe("""{"reviewScore":99.25,"bonusScore":7.00,"hasFailed":false}""");
        (
            await city.RefusedAsync(
                "claimBonus",
                new
                {
                    entry = year.Entry(0),
                    item = "BONUS_1",
                    level = "CENTRAL",
                    evidenceRef = "丙",
                    description = "x",
                    claimedOn = "2026-04-02",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第五条（六）"]);
        var low = RoundSteps
            .Full.Where(score => score.Item is not ("ORGANIZATION_1" or "ORGANIZATION_2"))
            .Select(score => (score.Item, score.Score - 1));
        (await year.ReviewAsync(1, low, "standing { reviewScore }")).ToString().ShouldBe("""{"standing":{"reviewScore":74.00}}""");
        var idle = await city.ChangeAsync(
            "reviewAssessment",
            new
            {
                entry = year.Entry(2),
                scores = RoundSteps.Scores(RoundSteps.Full),
                confirmSuggested = true,
                reviewedOn = "2026-04-01",
            },
            "standing { hasFailed } failFindings { failRule clause }"
        );
        idle.GetProperty("warnings")
            .EnumerateArray()
            .Select(MutationFixture.Shown)
            .ShouldBe(["DIFFERS_FROM_SUGGESTION 004 第五条", "DIFFERS_FROM_SUGGESTION 004 第五条", "NO_ACTIVITY 004 第五条（七）3"]);
        idle.GetProperty("assessmentEntry")
            .ToString()
            .ShouldBe("""{"standing":{"hasFailed":true},"failFindings":[{"failRule":"NO_ACTIVITY","clause":"004 第五条（七）3"}]}""");
        (
            await city.RefusedAsync(
                "recordFailFinding",
                new
                {
                    entry = year.Entry(2),
                    rule = "NO_ACTIVITY",
                    evidence = "再次",
                    foundOn = "2026-04-02",
                }
            )
        ).ShouldBe(["FAIL_FOUND_ALREADY 004 第五条（七）"]);
    }

    private async Task IssueAsync(RoundSteps year)
    {
        // Nothing is shown as a result before it is issued.
        (
            await city.QueryAsync(
                "query($id: ID!) { branch(id: $id) { assessments { totalCount } latestAssessment { grade } assessmentEntries { "
                    + "stage result { grade } } } }",
                new { id = year.Branches[0] }
            )
        )
            .GetProperty("branch")
            .ToString()
            .ShouldBe(
                """{"assessments":{"totalCount":0},"latestAssessment":null,"assessmentEntries":[{"stage":"REVIEWED","result":null}]}"""
            );
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    number = "渝科协社党发〔2020〕23号",
                    issuedOn = "2026-04-20",
                }
            )
        ).ShouldBe(["DOCUMENT_NUMBER_TAKEN"]);
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    issuedOn = "2026-03-31",
                }
            )
        ).ShouldBe(["ISSUED_BEFORE_REVIEW"]);
        var round = await year.IssueAsync(
            "合成〔2026〕1号",
            "status issuedOn document { documentNumber } entries { nodes { stage result { fixedScore bonusScore totalScore grade "
                + "gradeBasis resultVersion } admonitionTalk { dueOn heldOn } } }"
        );
        round
            .ToString()
            .ShouldBe(
                """{"status":"ISSUED","issuedOn":"2026-04-20","document":{"documentNumber":"合成〔2026〕1号"},"entries":{"nodes":["""
                    + """{"stage":"ISSUED","result":{"fixedScore":99.25,"bonusScore":7.00,"totalScore":106.25,"grade":"EXCELLENT","gradeBasis":"BAND","resultVersion":1},"admonitionTalk":null},"""
                    + """{"stage":"ISSUED","result":{"fixedScore":74.00,"bonusScore":0.00,"totalScore":74.00,"grade":"QUALIFIED","gradeBasis":"BAND","resultVersion":1},"admonitionTalk":null},"""
                    + """{"stage":"ISSUED","result":{"fixedScore":97.50,"bonusScore":0.00,"totalScore":97.50,"grade":"UNQUALIFIED","gradeBasis":"FAIL","resultVersion":1},"admonitionTalk":{"dueOn":"2026-05-20","heldOn":null}}]}}"""
            );
        (
            await city.RefusedAsync(
                "issueResults",
                new
                {
                    round = year.Round,
                    title = "通报",
                    issuedOn = "2026-04-21",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（四）"]);
        (
            await city.RefusedAsync(
                "recordFailFinding",
                new
                {
                    entry = year.Entry(1),
                    rule = "INSPECTION_FAILED",
                    evidence = "x",
                    foundOn = "2026-05-01",
                }
            )
        ).ShouldBe(["WRONG_STAGE 004 第六条（四）"]);
        var history = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentEntry(id: $id) { stageHistory { fromStage toStage movedBy } } }",
                new { id = year.Entry(0) }
            )
        )
            .GetProperty("assessmentEntry")
            .GetProperty("stageHistory");
        history
            .EnumerateArray()
            .Select(move => $"{Text(move, "fromStage")}>{Text(move, "toStage")} {Text(move, "movedBy")}")
            .ShouldBe([
                ">SELF unknown",
                "SELF>SUPERVISED 督导团",
                "SUPERVISED>DEBRIEFED unknown",
                "DEBRIEFED>REVIEWED 党委",
                "REVIEWED>ISSUED 党办",
            ]);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
