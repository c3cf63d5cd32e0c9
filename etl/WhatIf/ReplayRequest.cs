using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.WhatIf;

/// <summary>What is replayed.</summary>
/// <param name="RuleSet">The draft: a file, which is checked, or the code of a rule set that the graph has.</param>
/// <param name="From">First day that is looked at.</param>
/// <param name="To">Last day that is looked at; not after today.</param>
/// <param name="Committee">Name, a part of it, key or region of one committee, which is looked at with all below it; null: all of
/// the rule set's jurisdiction.</param>
/// <param name="AsDated">True: the draft holds on its own days alone; false: on every day that is looked at.</param>
public sealed record ReplayRequest(ReplayedRules RuleSet, DateOnly From, DateOnly To, string? Committee = null, bool AsDated = false);

/// <summary>A draft, or the code of a known rule set.</summary>
public sealed record ReplayedRules(RuleSetFile? Draft, string? Code);

/// <summary>How much one replay may ask for.</summary>
/// <param name="MonthsMax">Months that are looked at.</param>
/// <param name="MsMax">Milliseconds of the whole replay.</param>
public sealed record ReplayLimits(int MonthsMax = 120, int MsMax = 300_000);

/// <summary>Why there is no replay.</summary>
/// <param name="Code">Such as <c>SP-REPLAY-001</c>.</param>
/// <param name="Path">JSON path in the draft; null where something else is wrong.</param>
public sealed record ReplayProblem(string Code, string? Path, string Message, string Hint);

/// <summary>A replay, or why there is none.</summary>
/// <param name="Report">Null where there are problems.</param>
public sealed record ReplayOutcome(ReplayReport? Report, IReadOnlyList<ReplayProblem> Problems)
{
    internal static ReplayOutcome Refused(string code, string message, string hint) =>
        new(null, [new ReplayProblem(code, null, message, hint)]);
}
