using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>Votes on one item of an agenda; how they were cast is not kept by person.</summary>
public sealed record Votes(int For, int Against, int Abstain)
{
    public long Cast => (long)For + Against + Abstain;
}

/// <summary>少数服从多数，由成员集体讨论决定 (003 第七条); who is not there has no vote (003 第十八条).</summary>
public static class AgendaDecision
{
    public const string MoreVotesThanPresent = "MORE_VOTES_THAN_PRESENT";

    public static Breach? Breach(Votes votes, int present, LeadingGroupRules rules)
    {
        if (votes.Cast == 0)
        {
            return rules.Majority.Breach("VOTES_MISSING", [], "votesFor");
        }

        return votes.Cast <= present
            ? null
            : new(MoreVotesThanPresent, [("cast", votes.Cast), ("present", present)], rules.Quorum.Source, Severity.Error, "votesFor");
    }

    /// <summary>Whether the item is adopted: more than half of what the rule set says decides, so a tie is not.</summary>
    public static bool IsAdopted(Votes votes, int seats, int present, Majority majority) =>
        votes.For * 2L
        > majority switch
        {
            Majority.OfSeats => seats,
            Majority.OfVotes => (long)votes.For + votes.Against,
            _ => present,
        };
}
