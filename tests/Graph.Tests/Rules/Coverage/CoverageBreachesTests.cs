using SocietyParty.Rules.Coverage;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

public sealed class CoverageBreachesTests
{
    private static readonly DateOnly Day = new(2019, 12, 1);

    [Theory]
    [InlineData(true, "SOCIETY_IS_COVERED 002 §2")]
    [InlineData(false, "")]
    public void A_reason_is_given_for_who_has_no_organization(bool hasOrganization, string expected) =>
        (UncoveredReasons.Of(hasOrganization, Day) is { } breach ? $"{breach.Code} {breach.Clause}" : "").ShouldBe(expected);

    [Fact]
    public void Only_the_occasions_of_the_rule_set_are_sync_points()
    {
        var rules = RuleFiles.Of<CoverageRules>("pingdingshan-2019").SyncPoints;
        Enum.GetValues<SyncOccasion>().ShouldAllBe(occasion => SyncOccasions.Of(occasion, rules) == null);
        var fewer = rules with { Occasions = [SyncOccasion.AnnualInspection] };
        SyncOccasions.Of(SyncOccasion.Evaluation, fewer)!.Code.ShouldBe("SYNC_OCCASION_UNKNOWN");
    }

    [Fact]
    public void What_does_not_add_up_in_a_section_is_told_with_its_place()
    {
        var rules = RuleFiles.Of<CoverageRules>();
        rules.Problems().ShouldBeEmpty();
        (rules with { Ledger = rules.Ledger with { CompleteFrom = new(6, "x") } })
            .Problems()
            .Single()
            .Path.ShouldBe(".ledger.completeFrom.value");
        var target = RuleFiles.Of<CoverageRules>("pingdingshan-2019").Targets[0];
        (rules with { Targets = [target, target] }).Problems().Single().Path.ShouldBe(".targets");
        var none = new CountedAs(false, false, "x");
        (rules with { Work = rules.Work with { Organization = false, Instructor = false }, WorkGroup = none, LeadingGroup = none })
            .Problems()
            .Single()
            .Path.ShouldBe(".work");
    }
}
