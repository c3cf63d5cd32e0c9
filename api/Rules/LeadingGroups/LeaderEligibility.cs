using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>组长原则上由中共党员的理事长担任，如理事长为非中共党员，则从副理事长中的中共党员中产生 (003 第五条).</summary>
public static class LeaderEligibility
{
    public const string Missing = "LEADER_MISSING";
    public const string Several = "LEADERS_SEVERAL";
    public const string NotEligible = "LEADER_NOT_ELIGIBLE";
    public const string Nobody = "NO_ELIGIBLE_LEADER";

    public static IEnumerable<Breach> Breaches(IReadOnlyList<Seat> seats, Council council, LeadingGroupRules rules)
    {
        var rule = rules.Leader;
        var leaders = seats.Where(seat => seat.Role == SeatRole.Leader).ToList();
        if (leaders.Count == 0)
        {
            yield return rule.Breach(Missing, [], "seats");
        }

        if (leaders.Count > 1)
        {
            yield return rule.Breach($"{Several}.Counted", [("leaders", leaders.Count)], "seats");
        }

        if (rule.Value == Leadership.Anyone)
        {
            yield break;
        }

        if (!council.ChairIsPartyMember && !council.HasViceChairInParty)
        {
            yield return rule.Breach(Nobody, [], "seats");
        }
        else if (leaders.Count == 1 && !IsEligible(leaders[0], council, rule.Value))
        {
            yield return rule.Breach($"{NotEligible}.{Expected(council, rule.Value)}", [], "seats");
        }
    }

    private static bool IsEligible(Seat leader, Council council, Leadership rule) =>
        leader.IsPartyMember
        && (leader.IsChair || leader.IsViceChair && (rule == Leadership.ChairOrViceChair || !council.ChairIsPartyMember));

    private static string Expected(Council council, Leadership rule) =>
        (rule, council.ChairIsPartyMember) switch
        {
            (Leadership.ChairOrViceChair, _) => "ChairOrViceChair",
            (_, true) => "Chair",
            _ => "ViceChair",
        };
}
