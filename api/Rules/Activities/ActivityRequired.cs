namespace SocietyParty.Rules.Activities;

/// <summary>A record is of a planned activity, or of a branch's that was not planned (004 组织建设-2).</summary>
public static class ActivityRequired
{
    public static Breach? OneOf(bool hasActivity, bool hasBranch) =>
        hasActivity == hasBranch ? Breach.OfInput("ACTIVITY_OR_BRANCH", [], "activity") : null;

    public static Breach? HasKind(bool hasKind) => hasKind ? null : Breach.OfInput("KIND_MISSING", [], "kind");

    /// <summary>Null where it was not held yet.</summary>
    public static Breach? NotHeld(DateOnly? heldOn) =>
        heldOn is { } held ? new("WRONG_STAGE.RecordActivity", [("held", held)], "004 组织建设-2", Path: ["activity"]) : null;
}
