namespace SocietyParty.Rules.Members;

/// <summary>What is known of a membership that is to be restored.</summary>
/// <param name="Ended">The end that stands; null: the membership lasts.</param>
/// <param name="Branch">The branch to which the member returns.</param>
/// <param name="DissolvedOn">Since when that is dissolved; null where it is not.</param>
public sealed record ReturnFacts(EndedDays? Ended, DateOnly RestoredOn, string Branch, DateOnly? DissolvedOn);

/// <summary>
/// An end is taken back from its own day on, where it was a mistake, or from a later day, where the member returns. Nobody returns from
/// death, and what never was a membership is none from some day on: of these only the mistake is taken back.
/// </summary>
public static class MembershipRestoreFits
{
    public static IEnumerable<Breach> Check(ReturnFacts facts)
    {
        if (facts.Ended is not { } ended)
        {
            yield return new("MEMBERSHIP_NOT_ENDED", [], null, Path: ["member"]);
            yield break;
        }

        if (facts.RestoredOn < ended.EndedOn)
        {
            yield return new("MEMBERSHIP_RESTORED_BEFORE_END", [("endedOn", ended.EndedOn)], null, Path: ["restoredOn"]);
        }
        else if (facts.RestoredOn > ended.EndedOn && ended.Reason is MembershipEnd.Deceased or MembershipEnd.EnteredInError)
        {
            yield return new("MEMBERSHIP_END_IS_FINAL", [("reason", ended.Reason), ("endedOn", ended.EndedOn)], null, Path: ["restoredOn"]);
        }

        if (facts.DissolvedOn is { } dissolvedOn)
        {
            yield return new(
                "BRANCH_DISSOLVED.MembershipRestoreFits",
                [("branch", facts.Branch), ("dissolvedOn", dissolvedOn)],
                null,
                Path: ["member"]
            );
        }
    }
}
