namespace SocietyParty.Rules.Inputs;

/// <summary>A save that says what is known already succeeds, with a warning.</summary>
public static class Unchanged
{
    /// <summary>Null where something changes.</summary>
    public static Breach? Check(bool changes) => changes ? null : new("NOTHING_TO_CHANGE.Unchanged", [], null, Severity.Warning);
}
