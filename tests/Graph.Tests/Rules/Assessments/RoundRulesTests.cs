using SocietyParty.Rules.Assessments;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>A round from its opening to its results, a row a case.</summary>
public sealed class RoundRulesTests
{
    [Fact]
    public void A_round_is_opened_once_for_those_who_are_not_assessed_yet() =>
        Answers.ShouldBe(
            (RoundFits.CutOff(2026, null), ""),
            (RoundFits.CutOff(2026, Day("2026-11-30")), ""),
            (RoundFits.CutOff(2026, Day("2027-01-01")), "CUT_OFF_OUTSIDE_YEAR input @cutOffOn"),
            (RoundFits.Once(2026, isOpened: false), ""),
            (RoundFits.Once(2026, isOpened: true), "ROUND_OPENED_ALREADY.OpenAssessmentRound 004 第四条 @year"),
            (RoundFits.Assesses(standing: 3, known: 0, 2026, Day("2026-12-31")), ""),
            (RoundFits.Assesses(standing: 3, known: 1, 2026, Day("2026-12-31")), "ASSESSED_ALREADY 004 第二条 told @committee"),
            (RoundFits.Assesses(standing: 3, known: 3, 2026, Day("2026-12-31")), "NOBODY_TO_ASSESS 004 第二条 @committee"),
            (RoundFits.Assesses(standing: 0, known: 0, 2026, Day("2026-12-31")), "NOBODY_TO_ASSESS 004 第二条 @committee")
        );

    [Fact]
    public void A_team_ranks_all_its_consortia_once() =>
        Answers.ShouldBe(
            (ConsortiumFits.HasBranches(1), ""),
            (ConsortiumFits.HasBranches(0), "BRANCHES_MISSING input @branches"),
            (ConsortiumFits.MayBegin("督导组", null), ""),
            (ConsortiumFits.MayBegin("督导组", 2026), "RANKED_ALREADY.CreateConsortium 004 第六条（二） @validFrom"),
            (ConsortiumFits.NotRanked("联合体", null, "leftOn"), ""),
            (ConsortiumFits.NotRanked("联合体", 2026, "leftOn"), "RANKED_ALREADY.Consortium 004 第六条（二） @leftOn"),
            (ConsortiumFits.NotAssessed("合成党支部", null, "validFrom"), ""),
            (ConsortiumFits.NotAssessed("合成党支部", 2026, "validFrom"), "CONSORTIUM_ASSESSED 004 第六条（二） @validFrom"),
            (ConsortiumFits.JoinsOnce("合成党支部", isIn: false, "branches", "0"), ""),
            (ConsortiumFits.JoinsOnce("合成党支部", isIn: true, "branches", "0"), "CONSORTIUM_JOINED_ALREADY input @branches.0"),
            (ConsortiumFits.Leaves("合成党支部", isIn: true, Day("2024-02-29"), "branches", "0"), ""),
            (ConsortiumFits.Leaves("合成党支部", isIn: false, Day("2024-02-29"), "branches", "0"), "NOT_IN_CONSORTIUM input @branches.0"),
            (ConsortiumFits.LeftEmpty("联合体", 1, Day("2024-02-29")), ""),
            (ConsortiumFits.LeftEmpty("联合体", 0, Day("2024-02-29")), "CONSORTIUM_LEFT_EMPTY 004 第六条（二） told @branches"),
            (ConsortiumFits.RoundIsOpen(isIssued: false), ""),
            (ConsortiumFits.RoundIsOpen(isIssued: true), "WRONG_STAGE.RankConsortia 004 第六条（二） @round"),
            (ConsortiumFits.RanksOnce("督导组", hasRanked: false), ""),
            (ConsortiumFits.RanksOnce("督导组", hasRanked: true), "RANKED_ALREADY.RankConsortia 004 第六条（二） @supervisionTeam"),
            (ConsortiumFits.RanksAll([]).FirstOrDefault(), ""),
            (ConsortiumFits.RanksAll(["联合体"]).Single(), "RANKING_INCOMPLETE 004 第六条（二） @consortia"),
            (ConsortiumFits.IsHandedIn("合成党支部", isSubmitted: true), ""),
            (ConsortiumFits.IsHandedIn("合成党支部", isSubmitted: false), "WRONG_STAGE.NotHandedIn 004 第六条（一） @round")
        );

    [Theory]
    [InlineData(AssessmentStage.Self, "", "", "")]
    [InlineData(AssessmentStage.Supervised, "", "", "WRONG_STAGE.SubmitSelfAssessment 004 第六条（一） @entry")]
    [InlineData(AssessmentStage.Debriefed, "", "", "WRONG_STAGE.SubmitSelfAssessment 004 第六条（一） @entry")]
    [InlineData(
        AssessmentStage.Reviewed,
        "WRONG_STAGE.Entries 004 第五条（六） @claim",
        "",
        "WRONG_STAGE.SubmitSelfAssessment 004 第六条（一） @entry"
    )]
    [InlineData(
        AssessmentStage.Issued,
        "WRONG_STAGE.Entries 004 第五条（六） @claim",
        "WRONG_STAGE.AssessmentEntryIsIssued 004 第六条（四） @entry",
        "WRONG_STAGE.SubmitSelfAssessment 004 第六条（一） @entry"
    )]
    public void A_stage_allows_what_belongs_to_it(AssessmentStage stage, string decided, string issued, string self) =>
        Answers.ShouldBe(
            (EntryFits.NotReviewed(stage, "004 第五条（六）", "claim"), decided),
            (EntryFits.NotIssued(stage, "entry"), issued),
            (EntryFits.IsSelf(stage), self)
        );

    [Fact]
    public void A_review_rests_on_what_is_decided() =>
        Answers.ShouldBe(
            (EntryFits.BonusDecided(0), ""),
            (EntryFits.BonusDecided(2), "BONUS_NOT_DECIDED 004 第五条（六） @entry"),
            (EntryFits.Satisfaction(null), ""),
            (EntryFits.Satisfaction(0), ""),
            (EntryFits.Satisfaction(1), ""),
            (EntryFits.Satisfaction(1.01m), "SATISFACTION_OUT_OF_RANGE input @satisfactionRate"),
            (EntryFits.Satisfaction(-0.01m), "SATISFACTION_OUT_OF_RANGE input @satisfactionRate"),
            (EntryFits.Differs([new("I-1", 3)], [new("I-1", 3)]).FirstOrDefault(), ""),
            (EntryFits.Differs([new("I-2", 3)], [new("I-1", 5)]).FirstOrDefault(), ""),
            (EntryFits.Differs([new("I-1", 3)], [new("I-1", 5)]).Single(), "DIFFERS_FROM_SUGGESTION 004 第五条 told @scores.0.score")
        );

    [Fact]
    public void Findings_are_confirmed_or_dismissed_and_withdrawn_once() =>
        Answers.ShouldBe(
            (FindingFits.Settled([]).FirstOrDefault(), ""),
            (FindingFits.Settled([FindingCause.SocietyCancelled]).Single(), "FINDING_OPEN 004 第五条（七） @entry"),
            (FindingFits.IsProposed(FindingCause.SocietyCancelled, [FindingCause.SocietyCancelled]), ""),
            (FindingFits.IsProposed(FindingCause.SocietyCancelled, []), "FINDING_NOT_PROPOSED 004 第五条（七） @cause"),
            (FindingFits.Stands(null, "004 第五条（七）1"), ""),
            (FindingFits.Stands(Day("2026-06-10"), "004 第五条（七）1"), "WRONG_STAGE.WithdrawFailFinding 004 第五条（七）1 @finding"),
            (
                FindingFits.Found(Scheme.Chongqing.FailRules[0], "无活动记录"),
                $"FAIL_FOUND {Scheme.Chongqing.FailRules[0].Clause} told @entry"
            )
        );

    [Fact]
    public void What_the_records_show_bears_the_name_of_its_rule() =>
        FindingFits.Found(Scheme.Chongqing.FailRules[0], "").Code.ShouldBe(Scheme.Chongqing.FailRules[0].Code);

    [Fact]
    public void Results_are_issued_together_and_once() =>
        Answers.ShouldBe(
            (IssueFits.Once(null), ""),
            (IssueFits.Once(Day("2027-01-20")), "WRONG_STAGE.IssueResults 004 第六条（四） @round"),
            (IssueFits.AllReviewed([("合成", AssessmentStage.Reviewed)]).FirstOrDefault(), ""),
            (IssueFits.AllReviewed([("合成", AssessmentStage.Debriefed)]).Single(), "NOT_REVIEWED 004 第六条（四） @round")
        );

    [Theory]
    [InlineData(null, null, "2027-01-20", "")]
    [InlineData("2027-01-25", null, "2027-01-20", "WRONG_STAGE.RecordAdmonitionTalk 004 第七条 @talk")]
    [InlineData(null, "2027-01-25", "2027-01-20", "WRONG_STAGE.ResultLifted 004 第七条 @talk")]
    [InlineData(null, null, "2027-01-19", "TALK_BEFORE_ISSUE 004 第七条 @heldOn")]
    public void A_failed_branch_is_talked_with_once_after_the_issue(string? held, string? lapsed, string day, string expected) =>
        Of(IssueFits.Talk(held is null ? null : Day(held), lapsed is null ? null : Day(lapsed), Day("2027-01-20"), Day(day)))
            .ShouldBe(expected);

    [Fact]
    public void A_result_that_stands_is_corrected_with_a_bonus_that_can_be() =>
        Answers.ShouldBe(
            (CorrectedResult.IsCurrent(isCurrent: true, 1), ""),
            (CorrectedResult.IsCurrent(isCurrent: false, 1), "RESULT_SUPERSEDED.CorrectResult 004 第六条（四） @assessment"),
            (CorrectedResult.Bonus(null), ""),
            (CorrectedResult.Bonus(100), ""),
            (CorrectedResult.Bonus(0.25m), ""),
            (CorrectedResult.Bonus(-1), "BONUS_NEGATIVE input @bonusScore"),
            (CorrectedResult.Bonus(100.5m), "BONUS_OUT_OF_RANGE input @bonusScore"),
            (CorrectedResult.Bonus(0.125m), "BONUS_OUT_OF_RANGE input @bonusScore"),
            (BonusEvidence.CountsOnce("文章2", isAccepted: false), ""),
            (BonusEvidence.CountsOnce("文章2", isAccepted: true), "EVIDENCE_COUNTS_ONCE 004 第五条（六） told @claim")
        );

    [Fact]
    public void A_total_is_what_its_items_add_up_to()
    {
        string[] one = [Scheme.Chongqing.Items.First().Code];
        string[] all = [.. Scheme.Chongqing.Items.Select(item => item.Code)];
        Answers.ShouldBe(
            (CorrectedResult.AddsUp(85, known: 0, one, Scheme.Chongqing), "TOTAL_WITHOUT_ITEMS 004 第六条（四） @scores"),
            (CorrectedResult.AddsUp(85, known: 0, all, Scheme.Chongqing), ""),
            (CorrectedResult.AddsUp(85, known: 0, [], Scheme.Chongqing), ""),
            (CorrectedResult.AddsUp(85, known: all.Length, one, Scheme.Chongqing), ""),
            // Nothing was handed in: nothing adds up to nothing.
            (CorrectedResult.AddsUp(0, known: 0, one, Scheme.Chongqing), "")
        );
    }

    [Fact]
    public void More_excellent_branches_than_places_are_told_of()
    {
        var rules = Scheme.Chongqing with
        {
            Grades = Scheme.Chongqing.Grades with { ExcellentQuota = Scheme.Chongqing.Grades.ExcellentQuota with { Value = 0.3m } },
        };
        Answers.ShouldBe(
            (Quota.Exceeded(excellent: 3, all: 10, rules), ""),
            (
                Quota.Exceeded(excellent: 4, all: 10, rules),
                $"EXCELLENT_QUOTA_EXCEEDED {rules.Grades.ExcellentQuota.Source} told @assessment"
            ),
            (
                Quota.Exceeded(
                    excellent: 10,
                    all: 10,
                    Scheme.Chongqing with
                    {
                        Grades = rules.Grades with { ExcellentQuota = new(null, "x") },
                    }
                ),
                ""
            )
        );
    }
}
