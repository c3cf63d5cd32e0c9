namespace SocietyParty.Rules.LeadingGroups;

/// <summary>All that a group's seats must be, whether it is established or changed (003 第五条).</summary>
public static class GroupComposition
{
    public static IReadOnlyList<Breach> Breaches(IReadOnlyList<Seat> seats, Council council, LeadingGroupRules rules) =>
        [
            .. GroupSize.Breaches(seats.Count, rules),
            .. SeatHolders.Breaches(seats, rules),
            .. LeaderEligibility.Breaches(seats, council, rules),
        ];
}
