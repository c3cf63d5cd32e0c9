using SocietyParty.Rules.Sentences;

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
/// <param name="Key">
/// Its code, for example <c>LEADING_GROUP_EVEN</c>; where a code has several sentences, a point and which one.
/// </param>
/// <param name="Arguments">What its sentence shows, by the names of its places.</param>
/// <param name="Clause">Where the rule stands, for example <c>003 第五条</c>; null for a rule of this software.</param>
/// <param name="Path">Field of the input that it is about, from the input down; empty where it is about no single field.</param>
public sealed record Breach(
    string Key,
    IReadOnlyList<(string Name, object? Value)> Arguments,
    string? Clause,
    Severity Severity = Severity.Error,
    params IReadOnlyList<string> Path
)
{
    /// <summary>Stable name for programs; where a rule set names what was found, its name.</summary>
    public string Code { get; init; } = Key.Split('.')[0];

    /// <summary>Whether the input cannot be right, whatever the rules of the documents are.</summary>
    public bool IsOfInput { get; init; }

    /// <summary>A breach of what every input holds to.</summary>
    public static Breach OfInput(string key, IReadOnlyList<(string Name, object? Value)> arguments, params IReadOnlyList<string> path) =>
        new(key, arguments, null, Path: path) { IsOfInput = true };

    /// <summary>What is wrong and what to do.</summary>
    public Sentence Sentence => new(Key, Arguments);
}
