namespace SocietyParty.Rules;

/// <summary>A number, a day or a choice of a rule set, with the clauses that say so.</summary>
/// <param name="Value">What the clause says.</param>
/// <param name="Source">Clauses, for example <c>003 第五条</c>.</param>
public sealed record Sourced<T>(T Value, string Source);
