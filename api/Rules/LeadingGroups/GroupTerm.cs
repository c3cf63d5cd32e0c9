namespace SocietyParty.Rules.LeadingGroups;

/// <summary>A leading group lasts with its council's term, and acts once it is approved (003 第六条).</summary>
public static class GroupTerm
{
    public static Breach? Found(bool hasTerm, DateOnly submittedOn, LeadingGroupRules rules) =>
        hasTerm ? null : new("NO_COUNCIL_TERM", [("submittedOn", submittedOn)], rules.Term.Source, Path: ["society"]);

    /// <summary>Null where the council's term, which is the group's, is not over by a day.</summary>
    public static Breach? NotOver(DateOnly endsOn, DateOnly day, LeadingGroupRules rules, string field) =>
        rules.Term.Value == TermBinding.CouncilTerm && day >= endsOn
            ? new("TERM_OVER", [("endsOn", endsOn)], rules.Term.Source, Path: [field])
            : null;

    /// <summary>Null where the term is over, or the group is not bound to it.</summary>
    public static Breach? Over(DateOnly endsOn, DateOnly day, LeadingGroupRules rules, string field) =>
        rules.Term.Value == TermBinding.CouncilTerm && day < endsOn
            ? new("TERM_NOT_OVER", [("endsOn", endsOn)], rules.Term.Source, Path: [field])
            : null;

    /// <summary>Null where seats hold on the day of a meeting.</summary>
    public static Breach? MayMeet(bool hasSeats, LeadingGroupRules rules) =>
        hasSeats ? null : new("LEADING_GROUP_NOT_APPROVED.CallLeadingGroupMeeting", [], rules.Approval.Source, Path: ["heldOn"]);

    /// <summary>Null where the group is approved by the day on which it files rules of its own (003 第二十一条).</summary>
    public static Breach? MayFile(DateOnly? approvedOn, DateOnly filedOn, LeadingGroupRules rules) =>
        approvedOn <= filedOn ? null : new("LEADING_GROUP_NOT_APPROVED.FileLocalRules", [], rules.Approval.Source, Path: ["filedOn"]);

    /// <summary>Null where the council has no approved group: what changes in that is submitted as its change.</summary>
    public static Breach? MayBeSubmitted(bool isApproved, LeadingGroupRules rules) =>
        isApproved ? new("WRONG_STAGE.GroupApproved", [], rules.Approval.Source, Path: ["society"]) : null;

    /// <summary>Null where a contact is named, or none is asked for.</summary>
    public static Breach? HasContact(bool hasContact, LeadingGroupRules rules) =>
        hasContact || !rules.Contact.Value ? null : rules.Contact.Breach("CONTACT_MISSING", [], "contact");

    /// <summary>Null where a step comes after the one before it.</summary>
    /// <param name="last">Day of the last step; null: there is none.</param>
    public static Breach? Follows(GroupStage status, DateOnly? last, DateOnly day, string field) =>
        day < last ? Rules.Breach.OfInput("DATE_TOO_EARLY.GroupSteps", [("status", status), ("last", last)], field) : null;

    /// <summary>Null where new seats begin after those that hold.</summary>
    public static Breach? SeatsFollow(bool canEnd) => canEnd ? null : Rules.Breach.OfInput("DATE_TOO_EARLY.SameSeats", [], "approvedOn");
}
