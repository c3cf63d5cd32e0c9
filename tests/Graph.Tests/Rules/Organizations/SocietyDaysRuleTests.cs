using SocietyParty.Rules.Organizations;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>A society is founded before it is cancelled; its party organizations are a warning.</summary>
public sealed class SocietyDaysRuleTests
{
    private static readonly DateOnly Day = new(2026, 6, 10);

    [Theory]
    [InlineData(-1, "CANCELLED_BEFORE_FOUNDING", "")]
    [InlineData(0, "CANCELLED_BEFORE_FOUNDING", "FOUNDED_AFTER_CANCELLATION")]
    [InlineData(1, "", "")]
    public void The_first_day_without_it_comes_after_its_first_day(int after, string cancelled, string same)
    {
        Codes(new(Day, null, Day.AddDays(after), [])).ShouldBe(cancelled);
        Codes(new(null, null, Day.AddDays(after), [])).ShouldBe("");
        (SocietyDays.Founded(Day.AddDays(-after), Day)?.Key ?? "").ShouldBe(after < 0 ? "FOUNDED_AFTER_CANCELLATION" : same);
        SocietyDays.Founded(Day.AddDays(-after), null).ShouldBeNull();
        SocietyDays.Founded(null, Day).ShouldBeNull();
    }

    [Fact]
    public void A_party_organization_that_is_left_is_told_of_and_refuses_nothing() =>
        SocietyDays
            .Cancelled(new(null, null, Day, ["合成支部"]))
            .Select(breach => (breach.Key, breach.Severity))
            .ShouldBe([("CANCELLED_SOCIETY_HAS_BRANCH", SocietyParty.Rules.Severity.Warning)]);

    [Fact]
    public void It_is_cancelled_once_and_restored_only_where_it_is_cancelled()
    {
        Codes(new(null, Day, Day.AddDays(1), ["合成支部"])).ShouldBe("SOCIETY_CANCELLED_ALREADY");
        SocietyDays.Restored(null)?.Key.ShouldBe("SOCIETY_NOT_CANCELLED");
        SocietyDays.Restored(Day).ShouldBeNull();
    }

    [Theory]
    [InlineData(null, true, true, "")]
    [InlineData(null, false, false, "")]
    [InlineData(true, false, false, "CANCELLED_WITHOUT_DAY")]
    // Of a list that was entered before days were kept: nothing changes.
    [InlineData(true, true, false, "")]
    [InlineData(true, false, true, "")]
    [InlineData(true, true, true, "")]
    [InlineData(false, true, true, "CANCELLED_SOCIETY_RUNS")]
    [InlineData(false, false, true, "CANCELLED_SOCIETY_RUNS")]
    [InlineData(false, true, false, "")]
    public void A_cancelled_society_has_a_day_and_runs_again_where_it_is_restored(bool? says, bool was, bool hasDay, string code)
    {
        var breach = SocietyDays.State(says, was, hasDay ? Day : null);
        (breach?.Key ?? "").ShouldBe(code);
        breach?.Path.ShouldBe(["operatingState"]);
    }

    private static string Codes(CancellationFacts facts) => string.Join(' ', SocietyDays.Cancelled(facts).Select(breach => breach.Key));
}
