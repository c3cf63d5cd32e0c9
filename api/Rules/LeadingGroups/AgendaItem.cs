namespace SocietyParty.Rules.LeadingGroups;

/// <summary>
/// 议题 A meeting has items; an open one is decided by those who are there, and opinions on it come before (003 第十七条, 003 第十八条).
/// </summary>
public static class AgendaItem
{
    public static Breach? HasSome(int items, LeadingGroupRules rules) =>
        items == 0 ? new("AGENDA_EMPTY", [], rules.Chairing.Source, Path: ["agenda"]) : null;

    public static Breach? IsOpen(bool isOpen, Enum state, LeadingGroupRules rules) =>
        isOpen ? null : new("WRONG_STAGE.ItemNotOpen", [("state", state)], rules.Majority.Source, Path: ["agendaItem"]);

    /// <summary>Null where an opinion comes before the item is settled, and not after the meeting.</summary>
    /// <param name="isSettled">Whether the meeting has decided it, or is over.</param>
    public static IEnumerable<Breach> Opinion(bool isSettled, DateOnly receivedOn, DateOnly heldOn, LeadingGroupRules rules)
    {
        if (isSettled)
        {
            yield return new("WRONG_STAGE.ItemSettled", [], rules.Leave.Source, Path: ["agendaItem"]);
        }

        if (receivedOn > heldOn)
        {
            yield return new("OPINION_AFTER_MEETING", [], rules.Leave.Source, Path: ["receivedOn"]);
        }
    }

    public static Breach? VotesCounted(Votes votes) =>
        votes.For < 0 || votes.Against < 0 || votes.Abstain < 0 ? Rules.Breach.OfInput("VOTES_NEGATIVE", [], "votesFor") : null;

    public static Breach? VoterIsPresent(bool isPresent, LeadingGroupRules rules, params IReadOnlyList<string> path) =>
        isPresent ? null : new("VOTER_NOT_PRESENT.DecideAgendaItem", [], rules.Quorum.Source, Path: path);

    public static Breach? VotersAddUp(long cast, int voters) =>
        cast == voters ? null : Rules.Breach.OfInput("VOTERS_DO_NOT_ADD_UP", [("cast", cast), ("voters", voters)], "voters");
}
