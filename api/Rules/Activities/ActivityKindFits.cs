namespace SocietyParty.Rules.Activities;

/// <summary>活动类型 A usual kind, or one that the rule set of the day names (004 组织建设-2).</summary>
public static class ActivityKindFits
{
    private const string Clause = "004 组织建设-2";

    /// <summary>A breach where a kind is given both as a usual one and by a code.</summary>
    public static Breach? Once(bool hasKind, bool hasCode) =>
        hasKind && hasCode ? new("ACTIVITY_KIND_NOT_ONE", [], Clause, Path: ["kindCode"]) : null;

    /// <param name="kinds">Those of the rule set's own, each with what a sentence calls it.</param>
    public static Breach? Unknown(string code, IReadOnlyList<(string Code, object Word)> kinds) =>
        kinds.Any(kind => kind.Code == code)
            ? null
            : new("ACTIVITY_KIND_UNKNOWN", [("kind", code), ("kinds", kinds.Select(kind => kind.Word))], Clause, Path: ["kindCode"]);

    /// <summary>What a list calls a kind that is neither a usual one nor one of the rules of its day, by name or code.</summary>
    /// <param name="usual">The usual kinds, as a sentence calls them.</param>
    /// <param name="own">Those of the rule set's own, likewise.</param>
    public static Breach NotListed(string text, IReadOnlyList<object> usual, IReadOnlyList<object> own) =>
        new("ACTIVITY_KIND_UNKNOWN.Listed", [("kind", text), ("kinds", usual.Concat(own))], Clause, Path: ["kindCode"]);
}
