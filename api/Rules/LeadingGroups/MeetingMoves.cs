namespace SocietyParty.Rules.LeadingGroups;

/// <summary>改期 A meeting that was called and not held yet gets another day of the same seats (003 第十五条).</summary>
public static class MeetingMoves
{
    /// <param name="hasSameSeats">Whether the group has the same seats on both days.</param>
    public static IEnumerable<Breach> Breaches(MeetingStage state, bool hasSameSeats, LeadingGroupRules rules)
    {
        if (state != MeetingStage.Agenda)
        {
            yield return new("MEETING_HELD", [("state", state)], rules.Chairing.Source, Path: ["meeting"]);
        }

        if (!hasSameSeats)
        {
            yield return new("MEETING_OF_OTHER_SEATS", [], rules.Chairing.Source, Path: ["heldOn"]);
        }
    }
}
