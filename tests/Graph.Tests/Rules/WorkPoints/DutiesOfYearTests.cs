using SocietyParty.Rules;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Graph.Tests.Rules.WorkPoints;

public sealed class DutiesOfYearTests
{
    private static readonly WorkPointRules Rules = RuleFiles.Of<WorkPointRules>("chongqing-2023");

    [Theory]
    [InlineData(107, 5, 2, DutyKind.CommunityCheckIn, "100 by 2023-12-31 001 §12: 2023 100")]
    [InlineData(12, 5, 2, DutyKind.CommunityCheckIn, "12 by 2023-12-31 001 §12: 2023 12")]
    [InlineData(107, 2, 2, DutyKind.ContactPoint, "6 by 2023-12-31 001 §16: 2023 3, 2023 3")]
    [InlineData(107, 0, 0, DutyKind.WorkMeeting, "1 by 2023-12-31 001 §16: 2023 1")]
    [InlineData(107, 0, 0, DutyKind.CommitteeMeeting, "4 by 2023-12-31 001 §16: 2023Q1 1, 2023Q2 1, 2023Q3 1, 2023Q4 1")]
    [InlineData(107, 0, 1, DutyKind.FundReport, "4 by 2024-01-15 001 §11: 2023Q1 1, 2023Q2 1, 2023Q3 1, 2023Q4 1")]
    [InlineData(107, 0, 0, DutyKind.FundReport, "")]
    [InlineData(0, 0, 0, DutyKind.CommunityCheckIn, "")]
    public void A_year_has_these_targets_and_duties(int branches, int members, int funded, DutyKind kind, string expected)
    {
        var facts = new CommitteeFacts(branches, [.. Enumerable.Range(1, members)], [.. Enumerable.Range(1, funded)]);
        var planned = DutiesOfYear
            .Of(2023, facts, Rules)
            .Where(plan => plan.Target.Kind == kind)
            .Select(plan =>
                $"{plan.Target.Value} by {plan.Target.DueOn:yyyy-MM-dd} {plan.Target.Clause}: "
                + $"{string.Join(", ", plan.Duties.Select(duty => $"{duty.Period.Name} {duty.Target}"))}"
            );
        string.Join('|', planned).ShouldBe(expected);
    }

    [Theory]
    [InlineData(12, "2024 2024-01-01 2025-01-01")]
    [InlineData(6, "2024H1 2024-01-01 2024-07-01, 2024H2 2024-07-01 2025-01-01")]
    [InlineData(4, "2024P1 2024-01-01 2024-05-01, 2024P2 2024-05-01 2024-09-01, 2024P3 2024-09-01 2025-01-01")]
    public void A_year_is_parted_without_gaps(int months, string expected) =>
        string.Join(", ", Period.Of(2024, months).Select(period => $"{period.Name} {period.From:yyyy-MM-dd} {period.To:yyyy-MM-dd}"))
            .ShouldBe(expected);

    [Fact]
    public void A_quarters_duty_is_due_on_its_last_day_and_a_report_fifteen_days_later()
    {
        var duties = DutiesOfYear.Of(2023, new(1, [], [7]), Rules).SelectMany(plan => plan.Duties).ToList();
        duties.Single(duty => duty.Kind == DutyKind.CommitteeMeeting && duty.Period.Name == "2023Q1").DueOn.ShouldBe(new(2023, 3, 31));
        duties.Single(duty => duty.Kind == DutyKind.FundReport && duty.Period.Name == "2023Q1").DueOn.ShouldBe(new(2023, 4, 15));
    }

    [Fact]
    public void A_cadence_divides_a_year()
    {
        Rules.Problems().ShouldBeEmpty();
        (Rules with { FundReports = Rules.FundReports with { EveryMonths = new Sourced<int>(5, "x") } })
            .Problems()
            .Single()
            .Path.ShouldBe(".fundReports.everyMonths.value");
    }
}
