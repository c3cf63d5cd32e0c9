using SocietyParty.Rules.Activities;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Activities;

/// <summary>What is recorded of activities and of a year, a row a case.</summary>
public sealed class ActivityRulesTests
{
    [Fact]
    public void An_activity_is_planned_or_its_branch_is_given() =>
        Answers.ShouldBe(
            (ActivityRequired.OneOf(hasActivity: true, hasBranch: false), ""),
            (ActivityRequired.OneOf(hasActivity: false, hasBranch: true), ""),
            (ActivityRequired.OneOf(hasActivity: true, hasBranch: true), "ACTIVITY_OR_BRANCH input @activity"),
            (ActivityRequired.OneOf(hasActivity: false, hasBranch: false), "ACTIVITY_OR_BRANCH input @activity"),
            (ActivityRequired.HasKind(hasKind: true), ""),
            (ActivityRequired.HasKind(hasKind: false), "KIND_MISSING input @kind"),
            (ActivityRequired.NotHeld(null), ""),
            (ActivityRequired.NotHeld(Day("2026-06-10")), "WRONG_STAGE.RecordActivity 004 组织建设-2 @activity")
        );

    [Fact]
    public void Attendance_is_taken_one_way_and_whole() =>
        Answers.ShouldBe(
            (AttendanceFits.CheckGiven(null, null), ""),
            (AttendanceFits.CheckGiven(9, 8), ""),
            (AttendanceFits.CheckGiven(9, null), "ATTENDANCE_INCOMPLETE input @attendedCount"),
            (AttendanceFits.CheckGiven(null, 8), "ATTENDANCE_INCOMPLETE input @expectedCount"),
            (AttendanceFits.CheckGiven(8, 9), "ATTENDANCE_EXCEEDS_EXPECTED 004 组织建设-2 @attendedCount"),
            (AttendanceFits.OneWay(isByMember: true, isCounted: false), ""),
            (AttendanceFits.OneWay(isByMember: false, isCounted: true), ""),
            (AttendanceFits.OneWay(isByMember: true, isCounted: true), "ATTENDANCE_GIVEN_TWICE.TwoWays input @attendance")
        );

    [Fact]
    public void A_year_is_planned_then_summed_up() =>
        Answers.ShouldBe(
            (YearPlanFits.HasDay(Day("2026-01-10"), null), ""),
            (YearPlanFits.HasDay(null, Day("2026-12-31")), ""),
            (YearPlanFits.HasDay(null, null), "YEAR_PLAN_WITHOUT_DAY input @plannedOn"),
            (YearPlanFits.Check(2026, Day("2026-01-10"), Day("2026-12-31")), ""),
            (YearPlanFits.Check(2026, null, Day("2026-12-31")), ""),
            (YearPlanFits.Check(2026, Day("2026-01-10"), Day("2026-01-09")), "SUMMARY_BEFORE_PLAN 004 组织建设-1 @summarizedOn"),
            // 004 组织建设-1: 年底完成工作总结.
            (YearPlanFits.Check(2026, Day("2026-01-10"), Day("2026-12-01")), ""),
            (YearPlanFits.Check(2026, Day("2026-01-10"), Day("2026-11-30")), "SUMMARY_BEFORE_YEAR_END 004 组织建设-1 @summarizedOn"),
            (YearPlanFits.Check(2026, null, Day("2026-06-30")), "SUMMARY_BEFORE_YEAR_END 004 组织建设-1 @summarizedOn"),
            (YearPlanFits.Check(2026, null, Day("2027-01-15")), "")
        );
}
