namespace SocietyParty.Rules.WorkPoints;

/// <summary>党建联系点 A committee member guides so many branches (001 §16).</summary>
public static class ContactPointLoad
{
    /// <param name="guided">Branches that the member guides already.</param>
    /// <param name="rules">Null: no rule set says how many.</param>
    public static Breach? OfOneMore(int guided, ContactPointRule? rules) =>
        rules is null || guided < rules.BranchesPerMember.Value
            ? null
            : new(
                "CONTACT_POINTS_EXCEEDED",
                [("guided", guided), ("branchesPerMember", rules.BranchesPerMember.Value)],
                rules.BranchesPerMember.Source,
                rules.MoreThanThat.Value,
                "person"
            );
}
