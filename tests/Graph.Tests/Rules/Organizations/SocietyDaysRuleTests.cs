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

    private static string Codes(CancellationFacts facts) => string.Join(' ', SocietyDays.Cancelled(facts).Select(breach => breach.Key));
}
