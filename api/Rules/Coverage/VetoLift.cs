namespace SocietyParty.Rules.Coverage;

/// <summary>一票否决 A veto is lifted once, after the day on which it was raised (002 §10).</summary>
public static class VetoLift
{
    public static Breach? Check(DateOnly raisedOn, DateOnly? liftedOn, DateOnly day) =>
        liftedOn is { } lifted ? new("WRONG_STAGE.LiftVeto", [("lifted", lifted)], "002 §10", Path: ["veto"])
        : day <= raisedOn ? new("VETO_DATE_TOO_EARLY", [("raisedOn", raisedOn)], "002 §10", Path: ["liftedOn"])
        : null;
}
