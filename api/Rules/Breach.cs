namespace SocietyParty.Rules;

/// <summary>How much a broken rule weighs; a rule set says it.</summary>
public enum Severity
{
    /// <summary>It is done, and shown as a breach.</summary>
    Warning,

    /// <summary>It is refused.</summary>
    Error,
}

/// <summary>A rule that something breaks.</summary>
/// <param name="Code">Stable name for programs, for example <c>LEADING_GROUP_EVEN</c>.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
/// <param name="Clause">Where the rule stands, for example <c>003 第五条</c>; null for a rule of this software.</param>
/// <param name="Path">Field of the input that it is about, from the input down; empty where it is about no single field.</param>
public sealed record Breach(
    string Code,
    string Message,
    string? Clause,
    Severity Severity = Severity.Error,
    params IReadOnlyList<string> Path
);
