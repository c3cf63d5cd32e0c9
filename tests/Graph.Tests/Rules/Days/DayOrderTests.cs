using SocietyParty.Rules.Days;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Days;

/// <summary>The order of two days, and of periods. These are rules of this software, so no row has a clause.</summary>
public sealed class DayOrderTests
{
    [Theory]
    [InlineData(EarlierDay.Cultivation, "BEFORE_CULTIVATION")]
    [InlineData(EarlierDay.Request, "BEFORE_REQUEST")]
    [InlineData(EarlierDay.Proposal, "DECIDED_BEFORE_PROPOSED")]
    [InlineData(EarlierDay.Issue, "CORRECTED_BEFORE_ISSUE")]
    [InlineData(EarlierDay.LastReview, "ISSUED_BEFORE_REVIEW")]
    [InlineData(EarlierDay.LastChange, "HOLDS_BEFORE_LAST_CHANGE")]
    [InlineData(EarlierDay.StepBefore, "DATE_TOO_EARLY.Entries")]
    [InlineData(EarlierDay.Meeting, "SIGNED_BEFORE_MEETING")]
    [InlineData(EarlierDay.Discussion, "SUBMITTED_BEFORE_DISCUSSED")]
    [InlineData(EarlierDay.Joining, "STATUS_BEFORE_JOINING")]
    [InlineData(EarlierDay.Founding, "BEFORE_FOUNDING")]
    public void What_follows_is_not_done_before(EarlierDay what, string key) =>
        Answers.ShouldBe(
            (DayOrder.Check(what, Day("2026-06-10"), Day("2026-06-10"), "f"), ""),
            (DayOrder.Check(what, Day("2026-06-10"), null, "f"), ""),
            (DayOrder.Check(what, null, Day("2026-06-10"), "f"), ""),
            (DayOrder.Check(what, Day("2026-06-09"), Day("2026-06-10"), "f"), $"{key} input @f")
        );

    [Fact]
    public void Every_earlier_day_says_what_follows_it() =>
        Enum.GetValues<EarlierDay>()
            .Select(what => DayOrder.Check(what, Day("2026-06-09"), Day("2026-06-10"), "f")!.Key)
            .Distinct()
            .Count()
            .ShouldBe(11);

    [Fact]
    public void A_period_has_days() =>
        Answers.ShouldBe(
            (PeriodFits.HasDays(Day("2026-06-10"), null, "validTo"), ""),
            (PeriodFits.HasDays(Day("2026-06-10"), Day("2026-06-11"), "validTo"), ""),
            (PeriodFits.HasDays(Day("2026-06-10"), Day("2026-06-10"), "validTo"), "PERIOD_EMPTY.Appoint input @validTo"),
            (PeriodFits.TermHasDays(Day("2026-06-10"), Day("2026-06-11"), "endsOn"), ""),
            (PeriodFits.TermHasDays(Day("2026-06-10"), Day("2026-06-10"), "endsOn"), "PERIOD_EMPTY.StartCouncilTerm input @endsOn")
        );

    [Fact]
    public void A_period_ends_once_and_after_its_first_day()
    {
        var lasting = new Period(Day("2026-01-01"), null);
        var ended = lasting with { EndedOn = Day("2026-06-01") };
        Answers.ShouldBe(
            (PeriodFits.Ends(lasting, Day("2026-01-02"), "point", "endsOn"), ""),
            (PeriodFits.Ends(new(null, null), Day("1990-01-01"), "point", "endsOn"), ""),
            (PeriodFits.Ends(lasting, Day("2026-01-01"), "point", "endsOn"), "PERIOD_EMPTY.Periods input @endsOn"),
            (PeriodFits.Ends(ended, Day("2026-05-01"), "point", "endsOn"), "PERIOD_ENDED input @point"),
            (PeriodFits.PostEnds(ended, Day("2026-05-01")), ""),
            (PeriodFits.PostEnds(ended, Day("2026-06-01")), "APPOINTMENT_OVER input @endsOn"),
            (PeriodFits.PostEnds(lasting, Day("2026-06-01")), ""),
            (PeriodFits.PostEnds(lasting, Day("2026-01-01")), "PERIOD_EMPTY.EndAppointment input @endsOn")
        );
    }

    [Fact]
    public void The_past_is_not_rewritten() =>
        Answers.ShouldBe(
            (PeriodFits.IsLast([], Day("2026-01-01"), "validFrom"), ""),
            (PeriodFits.IsLast([null, Day("2026-01-01")], Day("2026-01-01"), "validFrom"), ""),
            (PeriodFits.IsLast([null, Day("2026-01-02")], Day("2026-01-01"), "validFrom"), "PERIOD_TOO_EARLY input @validFrom")
        );
}
