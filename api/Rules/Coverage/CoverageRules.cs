using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Coverage;

/// <summary>The section <c>coverage</c> of a rule set: what covers a society, and what its ledger owes (002, 001, 000 §一).</summary>
/// <param name="WorkGroup">What a work group counts as (002 §3).</param>
/// <param name="LeadingGroup">What an approved leading group counts as (003 第二条).</param>
/// <param name="ShouldBuildMembers">Full members from which on a society should have an organization.</param>
/// <param name="Nominal">有形覆盖.</param>
/// <param name="Strong">有力覆盖.</param>
/// <param name="Effective">有效覆盖.</param>
/// <param name="Targets">Shares to reach, with deadlines; empty where none are set.</param>
public sealed record CoverageRules(
    Sourced<CoverageDenominator> Denominator,
    OrganizationRule Organization,
    WorkRule Work,
    CountedAs WorkGroup,
    CountedAs LeadingGroup,
    Sourced<int> ShouldBuildMembers,
    Defined Nominal,
    StrongRule Strong,
    EffectiveRule Effective,
    IReadOnlyList<TargetRule> Targets,
    LedgerRule Ledger,
    SyncPointRule SyncPoints,
    VetoRule Veto
) : ISection
{
    public static string Key => "coverage";

    public IEnumerable<(string Path, Sentence Problem)> Problems()
    {
        foreach (var problem in Veto.Effect?.Problems() ?? [])
        {
            yield return problem;
        }

        if (Ledger.CompleteFrom.Value > Ledger.Aspects.Count)
        {
            yield return (
                ".ledger.completeFrom.value",
                new("Rules.LedgerAspects", [("given", Ledger.CompleteFrom.Value), ("aspects", Ledger.Aspects.Count)])
            );
        }

        var repeated = Targets.GroupBy(target => (target.Level, target.Measure, target.DueOn)).FirstOrDefault(group => group.Count() > 1);
        if (repeated is not null)
        {
            yield return (
                ".targets",
                new(
                    "Rules.TargetTwice",
                    [("level", repeated.Key.Level), ("measure", repeated.Key.Measure.ToString()), ("dueOn", repeated.Key.DueOn)]
                )
            );
        }

        // A later deadline that asks for less asks nothing that the earlier one did not.
        foreach (var later in Targets)
        {
            var higher = Targets.FirstOrDefault(earlier =>
                (earlier.Level, earlier.Measure) == (later.Level, later.Measure)
                && earlier.DueOn < later.DueOn
                && earlier.Share > later.Share
            );
            if (higher is not null)
            {
                yield return (
                    ".targets",
                    new(
                        "Rules.TargetFalls",
                        [("share", later.Share), ("dueOn", later.DueOn), ("earlierShare", higher.Share), ("earlierDueOn", higher.DueOn)]
                    )
                );
            }
        }

        foreach (var (name, counts) in new[] { ("workGroup", WorkGroup), ("leadingGroup", LeadingGroup) })
        {
            if (counts.CountsAsOrganization && Work.Organization && !counts.CountsAsWork)
            {
                yield return ($".{name}.countsAsWork", new("Rules.OrganizationWithoutWork", []));
            }
        }

        if (!Work.Organization && !Work.Instructor && !WorkGroup.CountsAsWork && !LeadingGroup.CountsAsWork)
        {
            yield return (".work", new("Rules.NoWorkCounts", []));
        }
    }
}

/// <summary>Which societies a rate looks at.</summary>
public enum CoverageDenominator
{
    All,
    Operating,
    WithMembers,
    ShouldBuild,
}

/// <param name="Forms">Forms that count, in the words of the graph.</param>
/// <param name="Statuses">Statuses in which a branch counts.</param>
public sealed record OrganizationRule(IReadOnlyList<string> Forms, IReadOnlyList<string> Statuses, string Definition, string Source);

/// <param name="Organization">A counted organization gives work coverage.</param>
/// <param name="Instructor">An instructor gives work coverage.</param>
/// <param name="Denominator">Which societies the rate looks at; null: all.</param>
public sealed record WorkRule(
    bool Organization,
    bool Instructor,
    string Definition,
    string Source,
    Sourced<CoverageDenominator>? Denominator = null
);

/// <summary>What a kind counts as; the documents differ (002 §3 counts a work group, 001 §7 does not).</summary>
public sealed record CountedAs(bool CountsAsOrganization, bool CountsAsWork, string Source);

public sealed record Defined(string Definition, string Source);

/// <param name="AnyOf">Who carries the work; one of them is enough.</param>
public sealed record StrongRule(IReadOnlyList<WorkCarrier> AnyOf, string Definition, string Source);

/// <summary>Somebody who carries an organization's work.</summary>
public enum WorkCarrier
{
    Secretary,
    Instructor,
}

/// <param name="ActivityMinimum">The year's minimum of activities must have been held.</param>
/// <param name="NotFailed">The last assessment must not have failed.</param>
/// <param name="Denominator">Which societies the rate looks at; null: all.</param>
public sealed record EffectiveRule(
    bool ActivityMinimum,
    bool NotFailed,
    string Definition,
    string Source,
    Sourced<CoverageDenominator>? Denominator = null
);

/// <param name="Share">From 0 to 1.</param>
/// <param name="DueOn">Last day in time.</param>
public sealed record TargetRule(string Level, CoverageMeasure Measure, decimal Share, DateOnly DueOn, string Source);

/// <summary>What a target is about.</summary>
public enum CoverageMeasure
{
    Organization,
    Work,
}

/// <param name="Aspects">The clarities that a ledger owes.</param>
/// <param name="CompleteFrom">So many of them make it complete.</param>
public sealed record LedgerRule(IReadOnlyList<ClarityAspect> Aspects, Sourced<int> CompleteFrom);

/// <summary>五个清 (002 §2).</summary>
public enum ClarityAspect
{
    Operation,
    Staff,
    PartyMembers,
    PersonInCharge,
    UncoveredReason,
}

/// <summary>三同步 (002 §3, §10).</summary>
public sealed record SyncPointRule(IReadOnlyList<SyncOccasion> Occasions, string Source);

/// <summary>When party building is looked at together with other business.</summary>
public enum SyncOccasion
{
    Application,
    AnnualInspection,
    Evaluation,
}

/// <summary>一票否决: no document says what triggers it, so people raise and lift it.</summary>
/// <param name="Effect">What it does to the assessment of branches; null: it is put to the committee without a fail rule.</param>
public sealed record VetoRule(string Clause, VetoEffect? Effect = null)
{
    /// <summary>What does not fit the scheme of the assessment, with paths from the section <c>coverage</c>.</summary>
    /// <param name="failRules">Codes of the scheme's fail rules.</param>
    public IEnumerable<(string Path, Sentence Problem)> Problems(IReadOnlyList<string> failRules) =>
        Effect?.FailRule is { } code && !failRules.Contains(code)
            ? [(".veto.effect.failRule", new Sentence("Rules.NoFailRule", [("code", code)]))]
            : [];
}

/// <summary>
/// What a veto that holds on the cut-off day does to an assessment; a person confirms or dismisses whatever is put to the committee.
/// </summary>
/// <param name="FailRule">The fail rule that it is, for <see cref="VetoConsequence.Fail"/>.</param>
/// <param name="Grade">The best grade that is left, for <see cref="VetoConsequence.GradeCap"/>.</param>
public sealed record VetoEffect(VetoConsequence Value, string Source, string? FailRule = null, string? Grade = null)
{
    internal IEnumerable<(string Path, Sentence Problem)> Problems()
    {
        if ((Value == VetoConsequence.Fail) != (FailRule is not null))
        {
            yield return (".veto.effect.failRule", new("Rules.VetoFailRule", [("value", Value.ToString())]));
        }

        if ((Value == VetoConsequence.GradeCap) != (Grade is not null))
        {
            yield return (".veto.effect.grade", new("Rules.VetoGrade", [("value", Value.ToString())]));
        }
    }
}

/// <summary>What a veto does.</summary>
public enum VetoConsequence
{
    /// <summary>Nothing: the assessment does not ask for it.</summary>
    None,

    /// <summary>It is put to the committee, which says whether and by which rule the branch fails.</summary>
    Propose,

    /// <summary>It is put to the committee as the fail rule that the rule set names.</summary>
    Fail,

    /// <summary>It leaves no better grade than the one that the rule set names.</summary>
    GradeCap,
}
