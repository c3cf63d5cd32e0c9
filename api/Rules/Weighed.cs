namespace SocietyParty.Rules;

/// <summary>A number, a day or a choice of a rule set that can be broken: how much that weighs, and the clauses that say so.</summary>
/// <param name="Value">What the clause says.</param>
/// <param name="Severity">Whether what breaks it is refused or only shown.</param>
/// <param name="Source">Clauses, for example <c>003 第五条</c>.</param>
public sealed record Weighed<T>(T Value, Severity Severity, string Source)
{
    /// <summary>A breach of it.</summary>
    public Breach Breach(string key, IReadOnlyList<(string Name, object? Value)> arguments, params IReadOnlyList<string> path) =>
        new(key, arguments, Source, Severity, path);
}
