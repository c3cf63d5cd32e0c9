using System.Globalization;
using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>A round that opened on 1 December 2025 (004 第六条（一）, （三）).</summary>
public sealed class SelfAssessmentFitsTests
{
    [Theory]
    [InlineData("2025-12-01", "ORGANIZATION_1", "")]
    [InlineData("2026-01-10", "ORGANIZATION_1", "")]
    [InlineData("2025-11-30", "ORGANIZATION_1", "SELF_BEFORE_ROUND 004 第六条（一） submittedOn")]
    [InlineData("2025-12-01", "DEBRIEF_1", "DEBRIEF_NOT_SELF_SCORED 004 第六条（三） scores/1/item")]
    public void A_branch_scores_itself_in_its_round_without_the_debrief(string submittedOn, string item, string expected)
    {
        var day = DateOnly.ParseExact(submittedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var breaches = SelfAssessmentFits.Breaches(
            [new("TEAM_1", 7), new(item, 3)],
            new(2025, 12, 1),
            day,
            RuleFiles.Usual<AssessmentRules>()
        );
        string.Join("; ", breaches.Select(breach => $"{breach.Code} {breach.Clause} {string.Join('/', breach.Path)}")).ShouldBe(expected);
    }
}
