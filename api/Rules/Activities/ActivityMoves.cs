namespace SocietyParty.Rules.Activities;

/// <summary>改期 What is only planned gets another day; the day on which something was held is corrected.</summary>
public static class ActivityMoves
{
    public static Breach? Check(DateOnly? heldOn) =>
        heldOn is null ? null : new("ACTIVITY_HELD", [("heldOn", heldOn)], null, Path: ["activity"]);

    /// <summary>An activity that was not held either is planned or was never one.</summary>
    public static Breach? NotHeld(DateOnly? plannedOn) =>
        plannedOn is not null ? null : new("ACTIVITY_WITHOUT_DAY", [], null, Path: ["heldOn"]);
}
