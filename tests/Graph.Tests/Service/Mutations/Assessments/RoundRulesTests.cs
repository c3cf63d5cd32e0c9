namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>What a branch may hand in and claim in a round that opened on 1 December 2025 (004 第六条, 第五条).</summary>
public sealed class RoundRulesTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task A_self_assessment_follows_the_opening_and_leaves_the_debrief_to_others()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成丁", 1);
        await year.OpenAsync();
        object Self(string submittedOn, params (string Item, decimal Score)[] more) =>
            new
            {
                entry = year.Entry(0),
                scores = RoundSteps.Scores([.. RoundSteps.Full, .. more]),
                submittedOn,
            };
        (await city.RefusedAsync("submitSelfAssessment", Self("2025-11-30"))).ShouldBe(["SELF_BEFORE_ROUND 004 第六条（一）"]);
        (await city.RefusedAsync("submitSelfAssessment", Self("2025-12-01", ("DEBRIEF_1", 5)))).ShouldBe([
            "DEBRIEF_NOT_SELF_SCORED 004 第六条（三）",
        ]);
        await city.DoneAsync("submitSelfAssessment", Self("2025-12-01"));
    }

    [Fact]
    public async Task One_piece_of_evidence_is_found_however_and_by_whomever_it_is_claimed()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成戊", 2);
        await year.OpenAsync();
        object Claim(int branch, string level, string evidenceRef) =>
            new
            {
                entry = year.Entry(branch),
                item = "BONUS_2",
                level,
                evidenceRef,
                description = "合成-材料",
                claimedOn = "2026-01-12",
            };
        await city.DoneAsync("claimBonus", Claim(0, "MUNICIPAL", "文章2"));
        (await city.RefusedAsync("claimBonus", Claim(0, "MUNICIPAL", "文章２"))).ShouldBe(["BONUS_CLAIMED_ALREADY 004 第五条（六）"]);
        // At another level it is the same piece of evidence, and counts once.
        (await city.DoneAsync("claimBonus", Claim(0, "CENTRAL", "文章 ２"), "evidenceRef"))
            .ToString()
            .ShouldBe("""{"evidenceRef":"文章2"}""");

        var other = await city.ChangeAsync("claimBonus", Claim(1, "MUNICIPAL", "文章２"));
        other.GetProperty("errors").GetArrayLength().ShouldBe(0);
        var warning = other.GetProperty("warnings").EnumerateArray().ShouldHaveSingleItem();
        MutationFixture.Shown(warning).ShouldBe("EVIDENCE_OF_ANOTHER_BRANCH 004 第五条（六）");
        warning.GetProperty("message").GetString()!.ShouldContain("合成戊1党支部");
        (await city.ChangeAsync("claimBonus", Claim(1, "MUNICIPAL", "文章3"))).GetProperty("warnings").GetArrayLength().ShouldBe(0);
    }
}
