namespace SocietyParty.Rules.Assessments;

/// <summary>Somebody joins a supervision team from a day on.</summary>
/// <param name="Team">Its name.</param>
/// <param name="IsIn">Whether the person is in it with the same part on the day or later.</param>
/// <param name="ComesLater">Whether the person joins it later, as was entered already.</param>
/// <param name="HasLeader">Whether somebody else leads it on the day or later.</param>
/// <param name="Leads">Whether the person is to lead it.</param>
public sealed record TeamJoining(string Team, bool IsIn, bool ComesLater, bool HasLeader, bool Leads);

/// <summary>
/// 督导团 Who is in a supervision team (004 第六条（二）). The document says nothing of who may be, so anybody may; that it has one
/// leader and names nobody twice are rules of this software.
/// </summary>
public static class TeamMembers
{
    public static IEnumerable<Breach> Joins(TeamJoining facts)
    {
        if (facts.IsIn || facts.ComesLater)
        {
            yield return Breach.OfInput("TEAM_JOINED_ALREADY", [("team", facts.Team)], "person");
        }

        if (facts is { Leads: true, HasLeader: true })
        {
            yield return Breach.OfInput("TEAM_HAS_LEADER", [("team", facts.Team)], "isLeader");
        }
    }

    /// <param name="isIn">Whether the person would be in the team on the day from which it is not.</param>
    public static Breach? Leaves(string team, bool isIn, DateOnly day) =>
        isIn ? null : Breach.OfInput("NOT_IN_TEAM", [("team", team), ("day", day)], "person");
}
