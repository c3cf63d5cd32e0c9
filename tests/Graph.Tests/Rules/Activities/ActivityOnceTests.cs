using SocietyParty.Rules.Activities;

namespace SocietyParty.Graph.Tests.Rules.Activities;

public sealed class ActivityOnceTests
{
    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <param name="known">Days planned and held of the others of the same kind and title.</param>
    [Theory]
    [InlineData("2024-03-05", "", false, "", "", "", "004 组织建设-2: nothing is like it")]
    [InlineData("2024-03-05", "", false, "2024-03-05", "", "DUPLICATE_ACTIVITY.Planned", "004 组织建设-2")]
    [InlineData("2024-03-05", "", false, "2024-03-01", "2024-03-05", "DUPLICATE_ACTIVITY.Planned", "004 组织建设-2")]
    [InlineData("2024-03-05", "", false, "2024-03-05", "2024-03-09", "", "004 组织建设-2: that one was held on another day")]
    [InlineData("", "2024-03-05", false, "", "2024-03-05", "DUPLICATE_ACTIVITY.Held", "004 组织建设-2")]
    [InlineData("", "2024-03-05", false, "", "2024-03-06", "", "004 组织建设-2: every month its theme party day")]
    [InlineData("", "2024-03-05", false, "2024-05-05", "", "ACTIVITY_WAS_PLANNED", "004 组织建设-2")]
    [InlineData("", "2024-03-05", false, "2025-03-05", "", "", "004 组织建设-2: planned for another year")]
    [InlineData("2024-03-01", "2024-03-05", true, "2024-05-05", "", "", "004 组织建设-2: it is the planned one itself")]
    [InlineData("2024-03-01", "2024-03-05", true, "", "2024-03-05", "DUPLICATE_ACTIVITY.Held", "004 组织建设-2")]
    public void An_activity_is_entered_once(
        string plannedOn,
        string heldOn,
        bool wasPlanned,
        string otherPlanned,
        string otherHeld,
        string expected,
        string clause
    )
    {
        IReadOnlyList<KnownActivity> known = otherPlanned + otherHeld == "" ? [] : [new(Day(otherPlanned), Day(otherHeld))];
        (ActivityOnce.Check("学习", Day(plannedOn), Day(heldOn), wasPlanned, known)?.Key ?? "").ShouldBe(expected, clause);
    }

    [Fact]
    public void The_nearest_plan_is_told()
    {
        KnownActivity[] known = [new(new(2024, 1, 5), null), new(new(2024, 4, 5), null), new(new(2024, 11, 5), null)];
        ActivityOnce
            .Check("学习", null, new(2024, 3, 30), wasPlanned: false, known)!
            .Arguments.ShouldContain(("plannedOn", (object?)new DateOnly(2024, 4, 5)));
    }

    [Theory]
    [InlineData("2024-03-05", "ACTIVITY_HELD", "004 组织建设-2")]
    [InlineData("", "", "004 组织建设-2")]
    public void What_was_held_is_not_moved(string heldOn, string expected, string clause) =>
        (ActivityMoves.Check(Day(heldOn))?.Code ?? "").ShouldBe(expected, clause);

    [Theory]
    [InlineData("2024-03-05", "", "004 组织建设-2: it is planned again")]
    [InlineData("", "ACTIVITY_WITHOUT_DAY", "004 组织建设-2")]
    public void What_was_not_held_is_planned_or_was_never_one(string plannedOn, string expected, string clause) =>
        (ActivityMoves.NotHeld(Day(plannedOn))?.Code ?? "").ShouldBe(expected, clause);
}
