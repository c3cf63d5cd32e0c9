using SocietyParty.Rules.Coverage;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

public sealed class TargetProgressTests
{
    [Theory]
    [InlineData(99, 100, "2019-12-31", TargetState.Open, "002 §2（1）: its last day is in time")]
    [InlineData(99, 100, "2020-01-01", TargetState.Late, "002 §2（1）")]
    [InlineData(100, 100, "2020-01-01", TargetState.Met, "002 §2（1）: reached, if late")]
    [InlineData(0, 0, "2020-01-01", null, "domain §1.13: of nobody there is neither 0 nor 100 %")]
    public void A_target_is_open_met_or_late_on_a_day(int covered, int societies, string day, TargetState? expected, string clause)
    {
        var target = RuleFiles
            .Of<CoverageRules>("pingdingshan-2019")
            .Targets.Single(target => target.Level == "MUNICIPAL" && target.Measure == CoverageMeasure.Organization);
        TargetProgress.StateOf(covered, societies, target, DateOnly.ParseExact(day, "yyyy-MM-dd")).ShouldBe(expected, clause);
    }

    [Theory]
    [InlineData("MUNICIPAL", CoverageMeasure.Organization, "2019-12-31")]
    [InlineData("MUNICIPAL", CoverageMeasure.Work, "2019-12-31")]
    [InlineData("COUNTY", CoverageMeasure.Organization, "2020-06-30")]
    public void Pingdingshan_states_these_deadlines(string level, CoverageMeasure measure, string dueOn) =>
        RuleFiles
            .Of<CoverageRules>("pingdingshan-2019")
            .Targets.ShouldContain(target =>
                target.Level == level
                && target.Measure == measure
                && target.Share == 1
                && target.DueOn == DateOnly.ParseExact(dueOn, "yyyy-MM-dd")
            );
}
