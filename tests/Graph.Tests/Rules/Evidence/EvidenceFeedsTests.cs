using SocietyParty.Graph.Tests.Rules.Assessments;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Evidence;

/// <summary>What evidence suggests for items of the assessment (004 第五条（三）, 组织建设-6).</summary>
public sealed class EvidenceFeedsTests
{
    private static readonly EvidenceRules Default = RuleFiles.Usual<EvidenceRules>();

    private static IEnumerable<string> Problems(EvidenceRules rules, AssessmentRules scheme) =>
        EvidenceFeeds
            .Problems(
                rules,
                scheme.Items.ToDictionary(item => item.Code, item => item.Points),
                [scheme.Activities.Item, scheme.Activities.PlanItem, scheme.Debrief.Item]
            )
            .Select(problem => $"{problem.Path} {problem.Problem}");

    private static EvidenceRules With(EvidenceFeeds feeds) =>
        new([.. Default.Kinds.Select(kind => kind.Code == "SIX_HAVES" ? kind with { Feeds = feeds } : kind)]);

    /// <summary>004 组织建设-6: the six haves are the whole item, 4 points. Nothing else says what it is worth.</summary>
    [Fact]
    public void The_default_rules_feed_what_the_document_says_alone()
    {
        var kind = Default.Kinds.Where(kind => kind.Feeds is not null).ShouldHaveSingleItem();
        (kind.Code, kind.Feeds!.Item, kind.Feeds.Points.Value, kind.Feeds.Points.Source).ShouldBe(
            ("SIX_HAVES", "ORGANIZATION_6", 4, "004 组织建设-6")
        );
        foreach (var scheme in new[] { Scheme.Usual, Scheme.Chongqing })
        {
            Problems(Default, scheme).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("ORGANIZATION_6", 4, 4d, "")]
    [InlineData("ORGANIZATION_10", 4, null, ".kinds[1].feeds.item names ORGANIZATION_10, which is no item of this scheme")]
    [InlineData("ORGANIZATION_6", 4.5, null, ".kinds[1].feeds.points.value is more than the 4 points that ORGANIZATION_6 can give")]
    [InlineData("ORGANIZATION_6", 1, 5d, ".kinds[1].feeds.cap.value is more than the 4 points that ORGANIZATION_6 can give")]
    // 5 points by the heading, whatever the item states (004 第五条（四）).
    [InlineData("SOCIAL_GOVERNANCE_1", 6, null, ".kinds[1].feeds.points.value is more than the 5 points that SOCIAL_GOVERNANCE_1 can give")]
    [InlineData("ORGANIZATION_2", 1, null, ".kinds[1].feeds.item is ORGANIZATION_2, which other records suggest points for already")]
    [InlineData("ORGANIZATION_1", 1, null, ".kinds[1].feeds.item is ORGANIZATION_1, which other records suggest points for already")]
    [InlineData("DEBRIEF_1", 1, null, ".kinds[1].feeds.item is DEBRIEF_1, which other records suggest points for already")]
    public void What_does_not_fit_the_scheme_is_a_fault(string item, double points, double? cap, string expected) =>
        string.Join('\n', Problems(With(new(item, new((decimal)points, "合成"), Cap(cap))), Scheme.Usual)).ShouldBe(expected);

    private static Sourced<decimal>? Cap(double? cap) => cap is { } most ? new((decimal)most, "合成") : null;

    /// <summary>Records as <c>+1 -1 +2.5</c>: met or not, and the number that is added up.</summary>
    [Theory]
    [InlineData(4, null, "", null)]
    [InlineData(4, null, "-1", 0d)]
    [InlineData(4, null, "+1", 4d)]
    [InlineData(1.5, null, "+1 -1 +1", 3d)]
    [InlineData(1.5, null, "+1 +1 +1", 4d)]
    [InlineData(1.5, 2d, "+1 +1 +1", 2d)]
    [InlineData(0.01, null, "+2.5", 0.03d)]
    public void Records_suggest_points_up_to_the_cap_and_the_item(double points, double? cap, string records, double? expected)
    {
        var known = records
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(record => (record[0] == '+', decimal.Parse(record[1..], System.Globalization.CultureInfo.InvariantCulture)))
            .ToList();
        var kind = new EvidencePoints((decimal)points, (decimal?)cap, known);
        var score = SuggestedScores.Evidence("ORGANIZATION_6", [kind], Scheme.Usual)?.Score;
        score.ShouldBe((decimal?)expected);
    }
}
