using System.Text.Json.Serialization;
using SocietyParty.Etl.Run;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.WhatIf;

/// <summary>What is replayed.</summary>
/// <param name="RuleSet">The draft: a file, which is checked, or the code of a rule set that the graph has.</param>
/// <param name="From">First day that is looked at.</param>
/// <param name="To">Last day that is looked at; not after today.</param>
/// <param name="Committee">Name, a part of it, key or region of one committee, which is looked at with all below it; null: all of
/// the rule set's jurisdiction.</param>
/// <param name="AsDated">True: the draft holds on its own days alone; false: on every day that is looked at.</param>
/// <param name="Key">The committee's, where <paramref name="Committee"/> is an identity, which is part of no name.</param>
public sealed record ReplayRequest(
    ReplayedRules RuleSet,
    DateOnly From,
    DateOnly To,
    string? Committee = null,
    bool AsDated = false,
    long? Key = null
);

/// <summary>A draft, or the code of a known rule set.</summary>
public sealed record ReplayedRules(RuleSetFile? Draft, string? Code);

/// <summary>How much one replay may ask for.</summary>
/// <param name="MonthsMax">Months that are looked at.</param>
/// <param name="MsMax">Milliseconds of the whole replay.</param>
public sealed record ReplayLimits(int MonthsMax = 120, int MsMax = 300_000);

/// <summary>Why there is no replay.</summary>
/// <param name="Code">Such as <c>SP-REPLAY-001</c>.</param>
/// <param name="Path">JSON path in the draft; null where something else is wrong.</param>
public sealed record ReplayProblem(
    string Code,
    string? Path,
    [property: JsonIgnore] Sentence Problem,
    [property: JsonIgnore] Sentence Remedy
)
{
    /// <summary>What is wrong, in English.</summary>
    public string Message => Problem.In(Language.English);

    /// <summary>What to do, in English.</summary>
    public string Hint => Remedy.In(Language.English);

    /// <summary>The same in one language.</summary>
    public ToldProblem In(Language language) => new(Code, Path, Problem.In(language), Remedy.In(language));
}

/// <summary>A <see cref="ReplayProblem"/> in one language.</summary>
public sealed record ToldProblem(string Code, string? Path, string Message, string Hint);

/// <summary>A replay, or why there is none.</summary>
/// <param name="Report">Null where there are problems.</param>
public sealed record ReplayOutcome(ReplayReport? Report, IReadOnlyList<ReplayProblem> Problems)
{
    /// <param name="key">Of the sentence: the code, and where it has several, which one; what to do has <c>:hint</c> behind it.</param>
    internal static ReplayOutcome Refused(string key, params IReadOnlyList<(string Name, object? Value)> arguments) =>
        new(null, [Problem(key, null, arguments)]);

    internal static ReplayProblem Problem(string key, string? path, IReadOnlyList<(string Name, object? Value)> arguments) =>
        new(key.Split('.')[0], path, new Sentence(key, arguments), new Sentence(key + ":hint", arguments));
}
