using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>
/// The section <c>leadingGroups</c> of a rule set: who may sit in a leading group, who approves it, how it meets and decides (003).
/// </summary>
/// <param name="Establishment">Whether each council has one (003 第二条).</param>
/// <param name="SizeMaximum">Seats that it normally has at the most (003 第五条); null where nothing says.</param>
/// <param name="Parity">Whether the number of seats must be odd (003 第五条).</param>
/// <param name="Members">Who may have a seat (003 第五条, 第十五条).</param>
/// <param name="Leader">Who may lead (003 第五条).</param>
/// <param name="Approval">Whose approval establishment and changes need (003 第六条).</param>
/// <param name="Term">What its term is (003 第六条).</param>
/// <param name="Contact">Whether somebody is named who keeps in touch with the committee (003 第九条).</param>
/// <param name="MeetingsPerHalfYear">Meetings in each half of a calendar year at the least (003 第十七条).</param>
/// <param name="Chairing">Who may chair a meeting (003 第十七条).</param>
/// <param name="Quorum">How many must be there (003 第十八条).</param>
/// <param name="Leave">Whether who cannot come must say so before (003 第十八条).</param>
/// <param name="Majority">More than half of what decides (003 第七条).</param>
/// <param name="MajorDisagreement">What becomes of an item on which opinions differ widely (003 第十六条).</param>
/// <param name="MinutesSigner">Who signs the minutes (003 第二十条).</param>
/// <param name="MinutesSignedWithinDays">Days after the meeting within which they are signed; null where nothing says.</param>
/// <param name="LocalRules">Whether a group must have and file rules of its own (003 第二十一条).</param>
public sealed record LeadingGroupRules(
    Weighed<bool> Establishment,
    Weighed<int?> SizeMaximum,
    Weighed<Parity> Parity,
    Weighed<Membership> Members,
    Weighed<Leadership> Leader,
    Weighed<Approval> Approval,
    Weighed<TermBinding> Term,
    Weighed<bool> Contact,
    Weighed<int> MeetingsPerHalfYear,
    Weighed<Chairing> Chairing,
    Weighed<Quorum> Quorum,
    Weighed<bool> Leave,
    Weighed<Majority> Majority,
    Weighed<MajorDisagreement> MajorDisagreement,
    Weighed<MinutesSigner> MinutesSigner,
    Weighed<int?> MinutesSignedWithinDays,
    Weighed<LocalRules> LocalRules
) : ISection
{
    public static string Key => "leadingGroups";

    public IEnumerable<(string Path, Sentence Problem)> Problems()
    {
        if (Parity.Value == LeadingGroups.Parity.Odd && SizeMaximum.Value % 2 == 0)
        {
            yield return (".sizeMaximum.value", new("Rules.EvenMaximum", [("given", SizeMaximum.Value)]));
        }
    }
}

/// <summary>Parity of the number of seats.</summary>
public enum Parity
{
    Odd,
    Any,
}

/// <summary>Who may have a seat.</summary>
public enum Membership
{
    PartyMembers,
    Anyone,
}

/// <summary>Who may lead.</summary>
public enum Leadership
{
    /// <summary>The council's chair who is a party member; else one of its vice-chairs who is.</summary>
    ChairElseViceChair,

    /// <summary>The chair or any vice-chair who is a party member.</summary>
    ChairOrViceChair,

    /// <summary>Whoever has a seat.</summary>
    Anyone,
}

/// <summary>Whose approval establishment and changes need.</summary>
public enum Approval
{
    Committee,
    None,
}

/// <summary>What a group's term is.</summary>
public enum TermBinding
{
    CouncilTerm,
    Free,
}

/// <summary>Who may chair a meeting.</summary>
public enum Chairing
{
    LeaderOrDelegate,
    Leader,
    Anyone,
}

/// <summary>How many of the seats must be there.</summary>
public enum Quorum
{
    AtLeastHalf,
    MoreThanHalf,
}

/// <summary>More than half of what decides.</summary>
public enum Majority
{
    OfPresent,
    OfVotes,
    OfSeats,
}

/// <summary>What becomes of an item on which opinions differ widely.</summary>
public enum MajorDisagreement
{
    DefersUnlessUrgent,
    Defers,
    Decides,
}

/// <summary>Who signs the minutes.</summary>
public enum MinutesSigner
{
    Leader,
    Chair,
    Anyone,
}

/// <summary>Rules that a group makes for itself.</summary>
public enum LocalRules
{
    Optional,
    Required,
}
