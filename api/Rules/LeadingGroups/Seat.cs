namespace SocietyParty.Rules.LeadingGroups;

/// <summary>What somebody is in a leading group.</summary>
public enum SeatRole
{
    /// <summary>组长</summary>
    Leader,

    /// <summary>副组长</summary>
    Deputy,

    /// <summary>成员</summary>
    Member,
}

/// <summary>What the rules ask of who has a seat, on the day of the submission.</summary>
/// <param name="Role">In the group.</param>
/// <param name="IsPartyMember">Full or probationary.</param>
/// <param name="IsChair">Chairs the council of the group's term.</param>
/// <param name="IsViceChair">Is one of its vice-chairs.</param>
public sealed record Seat(SeatRole Role, bool IsPartyMember, bool IsChair = false, bool IsViceChair = false);

/// <summary>Who of the council could lead, on the day of the submission.</summary>
/// <param name="ChairIsPartyMember">False also where there is no chair.</param>
/// <param name="HasViceChairInParty">Whether any vice-chair is a party member.</param>
public sealed record Council(bool ChairIsPartyMember, bool HasViceChairInParty);
