namespace SocietyParty.Rules.WorkPoints;

/// <summary>党建联系点 A committee member guides so many branches (001 §16).</summary>
public static class ContactPointLoad
{
    /// <param name="guided">Branches that the member guides already.</param>
    public static Breach? OfOneMore(int guided, ContactPointRule rules) =>
        guided < rules.BranchesPerMember.Value
            ? null
            : new(
                "CONTACT_POINTS_EXCEEDED",
                $"The member guides {guided} branches already; {rules.BranchesPerMember.Value} are planned for each.",
                rules.BranchesPerMember.Source,
                rules.MoreThanThat.Value,
                "person"
            );
}
