namespace SocietyParty.Rules.Members;

/// <summary>
/// 002 §5: affiliations of members are transferred. Whoever moved away is a member elsewhere and comes back by a transfer to a branch;
/// any other end is first taken back.
/// </summary>
public static class TransferFits
{
    /// <summary>Null where the transfer may be requested or completed.</summary>
    /// <param name="ended">The end of the membership that stands; null: it lasts.</param>
    /// <param name="toBranch">Whether it goes to a branch of a society party committee.</param>
    /// <param name="day">The day of the request, or that on which it is received.</param>
    /// <param name="path">Field of the input that is about the member.</param>
    public static Breach? Check(EndedDays? ended, bool toBranch, DateOnly day, string path) =>
        ended is null || (ended.Reason == MembershipEnd.MovedAway && toBranch && day >= ended.EndedOn)
            ? null
            : new("MEMBERSHIP_ENDED.Transfer", [("endedOn", ended.EndedOn), ("reason", ended.Reason)], "002 §5", Path: [path]);
}
