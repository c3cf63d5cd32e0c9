using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>The group is made of the council's party members; who is none may be asked to sit in (003 第五条, 第十五条).</summary>
public static class SeatHolders
{
    public const string NotInParty = "SEAT_HOLDER_NOT_IN_PARTY";

    public static IEnumerable<Breach> Breaches(IReadOnlyList<Seat> seats, LeadingGroupRules rules) =>
        seats
            .Select((seat, place) => (seat, place))
            .Where(entry => rules.Members.Value == Membership.PartyMembers && !entry.seat.IsPartyMember)
            .Select(entry => rules.Members.Breach(NotInParty, [], "seats", entry.place.ToString(CultureInfo.InvariantCulture), "person"));
}
