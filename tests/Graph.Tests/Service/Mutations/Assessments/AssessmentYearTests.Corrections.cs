using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>Corrections of what was issued, and the talk that follows a failed result.</summary>
public sealed partial class AssessmentYearTests
{
    private async Task CorrectAsync(RoundSteps year)
    {
        var result = (await ResultAsync(year, 1)).GetProperty("id").GetString();
        object Correction(string reason, params (string, decimal)[] scores) =>
            new
            {
                assessment = result,
                reason,
                scores = RoundSteps.Scores(scores),
                correctedOn = "2026-05-10",
            };
        (await city.RefusedAsync("correctResult", Correction(" "))).ShouldBe(["REASON_MISSING"]);
        (
            await city.RefusedAsync(
                "correctResult",
                new
                {
                    assessment = result,
                    reason = "复核",
                    bonusScore = 0.004m,
                    correctedOn = "2026-05-10",
                }
            )
        ).ShouldBe(["BONUS_OUT_OF_RANGE"]);
        (
            await city.RefusedAsync(
                "correctResult",
                new
                {
                    assessment = result,
                    reason = "复核",
                    bonusScore = 1000,
                    correctedOn = "2026-05-10",
                }
            )
        ).ShouldBe(["BONUS_OUT_OF_RANGE"]);
        // An unchanged save succeeds, and the result stays the version that it is.
        var unchanged = await city.ChangeAsync("correctResult", Correction("复核"), "id resultVersion");
        unchanged.GetProperty("assessment").ToString().ShouldBe($$"""{"id":"{{result}}","resultVersion":1}""");
        unchanged.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["NOTHING_TO_CHANGE"]);
        (await city.RefusedAsync("correctResult", Correction("复核", ("ORGANIZATION_1", 5)))).ShouldBe([
            "SCORE_EXCEEDS_MAXIMUM 004 组织建设-1",
        ]);
        var corrected = await city.DoneAsync(
            "correctResult",
            Correction("补交计划和总结", ("ORGANIZATION_1", 4), ("ORGANIZATION_2", 14)),
            "fixedScore grade resultVersion correctionReason versions { resultVersion fixedScore grade isCurrent items { "
                + "itemCode score } } branch { latestAssessment { fixedScore } assessments { totalCount } }"
        );
        corrected.GetProperty("fixedScore").GetDecimal().ShouldBe(80);
        corrected.GetProperty("grade").GetString().ShouldBe("GOOD");
        corrected.GetProperty("branch").ToString().ShouldBe("""{"latestAssessment":{"fixedScore":80.00},"assessments":{"totalCount":1}}""");
        corrected
            .GetProperty("versions")
            .EnumerateArray()
            .Select(version =>
                (
                    version.GetProperty("resultVersion").GetInt32(),
                    version.GetProperty("fixedScore").GetDecimal(),
                    version.GetProperty("isCurrent").GetBoolean(),
                    version
                        .GetProperty("items")
                        .EnumerateArray()
                        .Single(item => item.GetProperty("itemCode").GetString() == "ORGANIZATION_2")
                        .GetProperty("score")
                        .GetDecimal()
                )
            )
            .ShouldBe([(1, 74, false, 12), (2, 80, true, 14)]);
        (await city.RefusedAsync("correctResult", Correction("再次", ("ORGANIZATION_1", 3)))).ShouldBe([
            "RESULT_SUPERSEDED 004 第六条（四）",
        ]);
    }

    private async Task TalkAsync(RoundSteps year)
    {
        var talk = (
            await city.QueryAsync(
                "query($id: ID!) { assessmentEntry(id: $id) { admonitionTalk { id } result { id } } }",
                new { id = year.Entry(2) }
            )
        ).GetProperty("assessmentEntry");
        var id = talk.GetProperty("admonitionTalk").GetProperty("id").GetString();
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-04-19" })).ShouldBe([
            "TALK_BEFORE_ISSUE 004 第七条",
        ]);
        // A correction that lifts the fail lifts the talk; one that brings it back makes it due again.
        object Correction(JsonElement result, bool failed, string on) =>
            new
            {
                assessment = result.GetProperty("id").GetString(),
                reason = "复议",
                failed,
                failRule = failed ? "SERIOUS_VIOLATION" : null,
                correctedOn = on,
            };
        var lifted = await city.DoneAsync(
            "correctResult",
            Correction(talk.GetProperty("result"), false, "2026-05-01"),
            "id grade gradeBasis entry { admonitionTalk { lapsedOn } }"
        );
        lifted.GetProperty("grade").GetString().ShouldBe("EXCELLENT");
        lifted.GetProperty("entry").GetProperty("admonitionTalk").GetProperty("lapsedOn").GetString().ShouldBe("2026-05-01");
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-05-02" })).ShouldBe(["WRONG_STAGE 004 第七条"]);
        var again = await city.DoneAsync(
            "correctResult",
            Correction(lifted, true, "2026-05-20"),
            "grade resultVersion entry { admonitionTalk { dueOn lapsedOn } }"
        );
        again.GetProperty("entry").GetProperty("admonitionTalk").ToString().ShouldBe("""{"dueOn":"2026-06-19","lapsedOn":null}""");
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-05-10" })).ShouldBe([
            "TALK_BEFORE_ISSUE 004 第七条",
        ]);
        await city.DoneAsync(
            "recordAdmonitionTalk",
            new
            {
                talk = id,
                heldOn = "2026-06-01",
                note = "合成-谈话记录",
            }
        );
        (await city.RefusedAsync("recordAdmonitionTalk", new { talk = id, heldOn = "2026-06-02" })).ShouldBe(["WRONG_STAGE 004 第七条"]);
    }

    private async Task<JsonElement> ResultAsync(RoundSteps year, int branch) =>
        (await city.QueryAsync("query($id: ID!) { assessmentEntry(id: $id) { result { id } } }", new { id = year.Entry(branch) }))
            .GetProperty("assessmentEntry")
            .GetProperty("result");
}
