using SocietyParty.Rules.Access;

namespace SocietyParty.Graph.Tests.Rules.Access;

/// <summary>A rule of this software: on no day an account has a role twice.</summary>
public sealed class GrantDaysTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    [Theory]
    // Number and days that are held, days that are asked for, what stands in the way.
    [InlineData("2026-01-01", null, "2026-01-01", null, "same")]
    [InlineData("2026-01-01", "2027-01-01", "2026-01-01", "2027-01-01", "same")]
    // From today on it holds already.
    [InlineData("2026-01-01", null, null, null, "same")]
    [InlineData("2026-11-30", "2027-01-01", null, "2027-01-01", "same")]
    [InlineData("2026-12-01", null, null, null, "other")]
    [InlineData("2026-01-01", null, "2026-01-02", null, "other")]
    [InlineData("2026-01-01", null, "2026-01-01", "2027-01-01", "other")]
    [InlineData("2026-01-01", "2027-01-01", null, null, "other")]
    [InlineData("2026-01-01", "2027-01-01", "2026-12-31", null, "other")]
    [InlineData("2026-01-01", null, "2025-01-01", "2026-01-02", "other")]
    // The day after the last is the next one's first.
    [InlineData("2026-01-01", "2027-01-01", "2027-01-01", null, null)]
    [InlineData("2026-01-01", null, "2025-01-01", "2026-01-01", null)]
    [InlineData("2025-01-01", "2026-01-01", null, null, null)]
    // Days that are none overlap nothing.
    [InlineData("2026-01-01", null, "2026-06-01", "2026-05-01", null)]
    public void A_role_is_held_once_a_day(string heldFrom, string? heldTo, string? from, string? to, string? found)
    {
        var inTheWay = GrantDays.InTheWay([new GrantDays(7, Day(heldFrom)!.Value, Day(heldTo))], Day(from), Day(to), Today);
        (inTheWay is var (grant, isSame) ? $"{(isSame ? "same" : "other")} {grant.Number}" : null).ShouldBe(
            found is null ? null : $"{found} 7"
        );
    }

    /// <summary>Grants of before this rule may overlap.</summary>
    [Fact]
    public void Of_several_the_same_comes_first()
    {
        var held = (GrantDays[])[new(1, new(2026, 1, 1), null), new(2, new(2026, 2, 1), null)];
        GrantDays.InTheWay(held, new(2026, 2, 1), null, Today).ShouldBe((held[1], true));
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
