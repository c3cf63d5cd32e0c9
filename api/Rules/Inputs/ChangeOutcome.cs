namespace SocietyParty.Rules.Inputs;

/// <summary>What became of a change that the database did not make.</summary>
public static class ChangeOutcome
{
    /// <summary>An earlier change of the request failed.</summary>
    public static Breach NotTried { get; } = new("NOT_TRIED", [], null);

    /// <summary>Nobody knows whether it was made.</summary>
    public static Breach Unknown { get; } = new("CHANGE_UNKNOWN", [], null);

    /// <summary>It was made and cannot be shown.</summary>
    public static Breach Unread { get; } = new("CHANGE_UNREAD", [], null);

    /// <summary>The caller's role does not reach so far.</summary>
    public static Breach NotAllowed { get; } = new("NOT_ALLOWED", [], null);

    public static Breach TextTooLong { get; } = Breach.OfInput("TEXT_TOO_LONG", []);

    public static Breach NumberOutOfRange { get; } = Breach.OfInput("NUMBER_OUT_OF_RANGE", []);

    /// <summary>A constraint that no table of <see cref="IConstraintErrors"/> names.</summary>
    public static Breach Unnamed(string constraint) => Breach.OfInput("CONSTRAINT_VIOLATED", [("constraint", constraint)]);
}
