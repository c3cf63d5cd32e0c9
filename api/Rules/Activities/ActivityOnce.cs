namespace SocietyParty.Rules.Activities;

/// <summary>An activity of the same branch, kind and title.</summary>
public sealed record KnownActivity(DateOnly? PlannedOn, DateOnly? HeldOn);

/// <summary>活动重复 An activity is entered once (004 组织建设-2): what was planned is recorded as held, not entered beside it.</summary>
public static class ActivityOnce
{
    private const string Clause = "004 组织建设-2";

    /// <param name="plannedOn">Day that it is planned for, of one that is planned only.</param>
    /// <param name="heldOn">Day that it was held on.</param>
    /// <param name="wasPlanned">It is a planned one that is recorded as held.</param>
    /// <param name="known">The branch's others of that kind and title.</param>
    public static Breach? Check(string title, DateOnly? plannedOn, DateOnly? heldOn, bool wasPlanned, IReadOnlyList<KnownActivity> known)
    {
        if (heldOn is not { } held)
        {
            return known.Any(one => (one.HeldOn ?? one.PlannedOn) == plannedOn)
                ? new("DUPLICATE_ACTIVITY.Planned", [("title", title), ("day", plannedOn)], Clause, Path: ["plannedOn"])
                : null;
        }

        if (known.Any(one => one.HeldOn == held))
        {
            return new("DUPLICATE_ACTIVITY.Held", [("title", title), ("day", held)], Clause, Path: ["heldOn"]);
        }

        return wasPlanned ? null
            : known
                .Where(one => one.HeldOn is null && one.PlannedOn?.Year == held.Year)
                .MinBy(one => Math.Abs(one.PlannedOn!.Value.DayNumber - held.DayNumber))
                is { } planned
                ? new("ACTIVITY_WAS_PLANNED", [("title", title), ("plannedOn", planned.PlannedOn)], Clause, Severity.Warning, "activity")
            : null;
    }
}
