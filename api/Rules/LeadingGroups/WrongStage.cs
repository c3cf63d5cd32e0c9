namespace SocietyParty.Rules.LeadingGroups;

/// <summary>A step that does not follow from where a thing stands.</summary>
public static class WrongStage
{
    /// <summary>Null where the step is one of those that may follow.</summary>
    public static Breach? Breach<T>(T from, T to, IReadOnlyList<T> next, string clause)
        where T : struct, Enum =>
        next.Contains(to) ? null
        : next.Count == 0 ? new("WRONG_STAGE.NothingFollows", [("from", from)], clause)
        : new("WRONG_STAGE.OtherFollows", [("from", from), ("to", to), ("next", next)], clause);
}
