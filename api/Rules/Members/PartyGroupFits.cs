namespace SocietyParty.Rules.Members;

/// <summary>A member joins a party group from a day on, or has another part in it.</summary>
/// <param name="Group">Its name.</param>
/// <param name="FormedOn">First day on which it is there.</param>
/// <param name="DissolvedOn">First day without it; null: it lasts.</param>
/// <param name="IsOfBranch">Whether the member belongs to its branch on the day.</param>
/// <param name="IsIn">Whether the member is in it with the same part on the day or later, or joins it later.</param>
/// <param name="OtherGroup">Another group that the member is in on the day or later; null: none.</param>
/// <param name="HasLeader">Whether another member leads it on the day or later.</param>
/// <param name="Leads">Whether the member is to lead it.</param>
/// <param name="IsProbationary">Whether the member is a probationary one on the day.</param>
public sealed record GroupJoining(
    string Group,
    DateOnly FormedOn,
    DateOnly? DissolvedOn,
    bool IsOfBranch,
    bool IsIn,
    string? OtherGroup,
    bool HasLeader,
    bool Leads,
    bool IsProbationary,
    DateOnly From
);

/// <summary>
/// 党小组 A branch with many or scattered members has groups, each with a leader (中国共产党支部工作条例（试行） 第十三条); a member belongs to
/// one branch and one group of it (中国共产党章程 第八条).
/// </summary>
public static class PartyGroupFits
{
    private const string Regulations = "中国共产党支部工作条例（试行） 第十三条";
    private const string Charter = "中国共产党章程 第八条";

    /// <summary>Null where an organization of the form has groups: branches do, of whatever kind.</summary>
    /// <param name="isBranch">Whether it is a branch, a joint or a functional one.</param>
    public static Breach? OfForm(string branch, Enum form, bool isBranch) =>
        isBranch ? null : new("PARTY_GROUP_FORM", [("branch", branch), ("form", form)], Regulations, Path: ["branch"]);

    /// <param name="isTaken">Whether another group of the branch has the name on the day or later.</param>
    public static Breach? NameIsFree(string name, bool isTaken) =>
        isTaken ? Breach.OfInput("PARTY_GROUP_NAME_TAKEN", [("name", name)], "name") : null;

    public static IEnumerable<Breach> Joins(GroupJoining facts)
    {
        if (IsThere(facts.Group, facts.FormedOn, facts.DissolvedOn, facts.From, "validFrom") is { } absent)
        {
            yield return absent;
        }

        if (!facts.IsOfBranch)
        {
            yield return new("PARTY_GROUP_OF_ANOTHER_BRANCH", [("group", facts.Group)], Charter, Path: ["member"]);
        }

        if (facts.IsIn)
        {
            yield return Breach.OfInput("PARTY_GROUP_JOINED_ALREADY", [("group", facts.Group)], "member");
        }
        else if (facts.OtherGroup is { } other)
        {
            yield return new("PARTY_GROUP_IN_ANOTHER", [("group", other)], Charter, Path: ["member"]);
        }

        if (facts is { Leads: true, HasLeader: true })
        {
            yield return new("PARTY_GROUP_HAS_LEADER", [("group", facts.Group)], Regulations, Path: ["isLeader"]);
        }

        // Nothing forbids it in so many words; who is not elected seldom leads.
        if (facts is { Leads: true, IsProbationary: true })
        {
            yield return new("PARTY_GROUP_LEADER_PROBATIONARY", [], "中国共产党章程 第七条", Severity.Warning, "isLeader");
        }
    }

    /// <param name="isIn">Whether the member would be in the group on the day from which it is not.</param>
    public static Breach? Leaves(string group, bool isIn, DateOnly day) =>
        isIn ? null : Breach.OfInput("NOT_IN_PARTY_GROUP", [("group", group), ("day", day)], "member");

    /// <summary>Null where the group is there on a day, which may be its first one.</summary>
    public static Breach? IsThere(string group, DateOnly formedOn, DateOnly? dissolvedOn, DateOnly day, string field) =>
        day < formedOn || day >= dissolvedOn ? Breach.OfInput("PARTY_GROUP_NOT_THERE", [("group", group), ("day", day)], field) : null;
}
