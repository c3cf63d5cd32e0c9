namespace SocietyParty.Rules.Members;

/// <summary>What a person is already.</summary>
/// <param name="IsMember">Whether the person is a party member or was one.</param>
/// <param name="Ended">The end of the membership that stands; null: it lasts, or there is none.</param>
/// <param name="IsApplicant">Whether a branch cultivates the person.</param>
public sealed record SomebodyFacts(bool IsMember, EndedDays? Ended, bool IsApplicant);

/// <summary>
/// A person is a member or an applicant, and once. Whoever was a member comes back by a restoration, or by a transfer after moving away, so
/// that one person has one history; nobody is entered or cultivated anew.
/// </summary>
public static class SomebodyOnce
{
    public static IEnumerable<Breach> Check(SomebodyFacts facts)
    {
        if (facts.Ended is { } ended)
        {
            yield return new("PERSON_WAS_MEMBER", [("endedOn", ended.EndedOn), ("reason", ended.Reason)], null, Path: ["person"]);
        }
        else if (facts.IsMember)
        {
            yield return new("PERSON_IS_MEMBER", [], null, Path: ["person"]);
        }

        if (facts.IsApplicant)
        {
            yield return new("PERSON_IS_APPLICANT", [], null, Path: ["person"]);
        }
    }
}
