namespace SocietyParty.Rules.LeadingGroups;

/// <summary>Who sits at a meeting: members with seats, one of whom chairs it, and those who are asked to sit in (003 第十七条至第十九条).</summary>
public static class MeetingMembers
{
    public static Breach? ChairHasSeat(bool hasSeat, LeadingGroupRules rules) =>
        hasSeat ? null : new("CHAIR_WITHOUT_SEAT", [], rules.Chairing.Source, Path: ["chair"]);

    public static Breach? ChairIsPresent(bool isPresent, LeadingGroupRules rules) =>
        isPresent ? null : new("CHAIR_NOT_PRESENT", [], rules.Chairing.Source, Path: ["attendance"]);

    /// <summary>Null where the seats for which the meeting was called hold on its day.</summary>
    public static Breach? SeatsHold(bool hold, LeadingGroupRules rules) =>
        hold ? null : new("SEATS_CHANGED", [], rules.Approval.Source, Path: ["meeting"]);

    public static Breach? SeatOfGroup(bool isOfGroup, LeadingGroupRules rules, params IReadOnlyList<string> path) =>
        isOfGroup ? null : new("SEAT_OF_ANOTHER_GROUP", [], rules.Members.Source, Path: path);

    public static Breach? ObserverHasNoSeat(bool hasSeat, LeadingGroupRules rules, params IReadOnlyList<string> path) =>
        hasSeat ? new("OBSERVER_HAS_SEAT", [], rules.Members.Source, Path: path) : null;

    /// <summary>Who sits in as the council's chair holds that post on the day (003 第四条).</summary>
    public static Breach? ObserverIsChair(bool isAskedAsChair, bool isChair, LeadingGroupRules rules, params IReadOnlyList<string> path) =>
        isAskedAsChair && !isChair ? new("OBSERVER_NOT_COUNCIL_CHAIR", [], rules.Members.Source, Path: path) : null;
}
