namespace SocietyParty.Rules.Members;

/// <summary>What is done with a member is done while the membership lasts.</summary>
public static class MembershipFits
{
    /// <summary>Null where it lasts on all these days.</summary>
    /// <param name="until">First day after them; null: they have no end.</param>
    /// <param name="path">Field of the input that is about the member.</param>
    public static Breach? Check(IEnumerable<EndedDays> ends, DateOnly from, DateOnly? until, params IReadOnlyList<string> path) =>
        ends.Where(end => end.Meets(from, until)).MinBy(end => end.EndedOn) is { } ended
            ? new("MEMBERSHIP_ENDED", [("endedOn", ended.EndedOn), ("reason", ended.Reason)], null, Path: path)
            : null;

    /// <summary>As <see cref="Check(IEnumerable{EndedDays}, DateOnly, DateOnly?, IReadOnlyList{string})"/> of one day.</summary>
    public static Breach? On(IEnumerable<EndedDays> ends, DateOnly day, params IReadOnlyList<string> path) =>
        Check(ends, day, day.AddDays(1), path);
}
