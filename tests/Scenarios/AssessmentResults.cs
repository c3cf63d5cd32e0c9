using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    private string result = "";

    /// <summary>正式发文, and what cannot be undone after it.</summary>
    private async Task ResultsAreIssuedAsync()
    {
        var issued = await city.DoAsync(
            "issueResults",
            "assessmentRound",
            new
            {
                round,
                title = "合成-2027年度党建工作考核结果",
                number = "合成〔2028〕1号",
                issuedOn = "2028-01-15",
            },
            "status document { documentNumber } entries(first: 500) { nodes { stage branch { id } result { id grade gradeBasis "
                + "fixedScore bonusScore totalScore } failFindings { failRule } admonitionTalk { id dueOn } } }",
            actor: "党委"
        );
        issued.GetProperty("status").GetString().ShouldBe("ISSUED");
        var results = issued.GetProperty("entries").GetProperty("nodes").EnumerateArray().ToList();
        results.ShouldAllBe(one =>
            one.GetProperty("stage").GetString() == "ISSUED" && one.GetProperty("result").ValueKind == JsonValueKind.Object
        );

        // One piece of evidence counts once, at its highest level: 5, and not 7.
        var own = results.Single(one => one.GetProperty("branch").GetProperty("id").GetString() == branch).GetProperty("result");
        own.GetProperty("bonusScore").GetDecimal().ShouldBe(5);
        own.GetProperty("totalScore").GetDecimal().ShouldBe(own.GetProperty("fixedScore").GetDecimal() + 5);
        own.GetProperty("grade").GetString().ShouldBe("EXCELLENT");
        result = own.GetProperty("id").GetString()!;

        // Whoever did nothing all year fails, whatever the score.
        var failed = results.Single(one => one.GetProperty("branch").GetProperty("id").GetString() == idle);
        failed.GetProperty("failFindings")[0].GetProperty("failRule").GetString().ShouldBe("NO_ACTIVITY");
        (
            failed.GetProperty("result").GetProperty("grade").GetString(),
            failed.GetProperty("result").GetProperty("gradeBasis").GetString()
        ).ShouldBe(("UNQUALIFIED", "FAIL"));
        var talk = failed.GetProperty("admonitionTalk").GetProperty("id").GetString();
        (await city.RefusedAsync("recordAdmonitionTalk", "admonitionTalk", new { talk, heldOn = "2028-01-10" })).ShouldBe([
            "TALK_BEFORE_ISSUE 004 第七条",
        ]);
        await city.DoAsync("recordAdmonitionTalk", "admonitionTalk", new { talk, heldOn = "2028-01-25" });

        (
            await city.RefusedAsync(
                "issueResults",
                "assessmentRound",
                new
                {
                    round,
                    title = "again",
                    issuedOn = "2028-01-16",
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("WRONG_STAGE 004 第六条（四）");
        (
            await city.RefusedAsync(
                "submitSelfAssessment",
                "assessmentEntry",
                new
                {
                    entry,
                    scores = Scores(),
                    submittedOn = "2028-01-16",
                }
            )
        ).ShouldContain("WRONG_STAGE 004 第六条（一）");
    }

    /// <summary>An issued result stays; what is wrong with it is a new version.</summary>
    private async Task ResultIsCorrectedAsync()
    {
        var corrected = await city.DoAsync(
            "correctResult",
            "assessment",
            new
            {
                assessment = result,
                reason = "合成-核分有误",
                scores = Scores(only: [("POLITICAL_4", 3m)]),
                correctedOn = "2028-02-10",
            },
            "id resultVersion isCurrent correctionReason fixedScore versions { resultVersion isCurrent fixedScore }"
        );
        corrected.GetProperty("resultVersion").GetInt32().ShouldBe(2);
        corrected.GetProperty("correctionReason").GetString().ShouldBe("合成-核分有误");
        var versions = corrected.GetProperty("versions").EnumerateArray().ToDictionary(one => one.GetProperty("resultVersion").GetInt32());
        versions[1].GetProperty("isCurrent").GetBoolean().ShouldBeFalse();
        versions[1].GetProperty("fixedScore").GetDecimal().ShouldBe(versions[2].GetProperty("fixedScore").GetDecimal() + 5);
        (
            await city.RefusedAsync(
                "correctResult",
                "assessment",
                new
                {
                    assessment = result,
                    reason = "again",
                    correctedOn = "2028-02-11",
                }
            )
        ).ShouldContain("RESULT_SUPERSEDED 004 第六条（四）");

        var history = await city.AskAsync(
            "query($e: ID!) { assessmentEntry(id: $e) { stageHistory { fromStage toStage movedBy } } }",
            new { e = entry }
        );
        history
            .GetProperty("assessmentEntry")
            .GetProperty("stageHistory")
            .EnumerateArray()
            .Select(move => move.GetProperty("toStage").GetString())
            .ShouldBe(["SELF", "SUPERVISED", "DEBRIEFED", "REVIEWED", "ISSUED"], ignoreOrder: true);
    }
}
