namespace SocietyParty.Rules.Organizations;

/// <summary>组织形式 Form of a party organization.</summary>
public enum OrganizationForm
{
    PartyCommittee,
    GeneralBranch,
    Branch,
    JointBranch,
    FunctionalBranch,
    WorkGroup,
}

/// <summary>A party organization comes to stand under another one from a day on.</summary>
/// <param name="Lower">The one below.</param>
/// <param name="LowerBegun">First day on which it is known, proposed or established; null: it is not stated.</param>
/// <param name="Upper">The one that is to lead it.</param>
/// <param name="IsWithin">Whether the upper one is the lower one itself, or stands under it on some day from then on.</param>
/// <param name="IsOfCommittee">Whether both are the same committee's.</param>
/// <param name="SharesSociety">Whether both stand for one society, or one of theirs is the other's.</param>
/// <param name="From">First day.</param>
public sealed record BranchPlaceFacts(
    BranchState Lower,
    OrganizationForm LowerForm,
    DateOnly? LowerBegun,
    BranchState Upper,
    OrganizationForm UpperForm,
    bool IsWithin,
    bool IsOfCommittee,
    bool SharesSociety,
    DateOnly From
);

/// <summary>A party organization whose form changes.</summary>
/// <param name="UpperForm">Form of the one that leads it; null: none does.</param>
/// <param name="LowerForm">The highest form among those that it leads; null: it leads none.</param>
public sealed record FormChangeFacts(string Branch, OrganizationForm Form, OrganizationForm? UpperForm, OrganizationForm? LowerForm);

/// <summary>
/// A society's party committee or general branch leads the organizations of its offices and sub-societies (002 §3). On every day they form
/// a tree under the committee of the science association.
/// </summary>
public static class BranchTree
{
    private const string Clause = "002 §3";

    /// <summary>Null where the organization can have a place from the day on.</summary>
    /// <param name="begun">First day on which it is known; null: it is not stated.</param>
    public static Breach? Begins(BranchState branch, DateOnly? begun, DateOnly from) =>
        StandingBranch.NotDissolved(branch, day: null, Clause, "branch")
        ?? (from < begun ? Breach.OfInput("PLACE_BEFORE_BRANCH", [("branch", branch.Name), ("begun", begun)], "holdsFrom") : null)
        ?? TemporaryBranch.Lasts(branch.Name, branch.EndsOn, from, "holdsFrom");

    /// <summary>What keeps an organization from its place under another one.</summary>
    public static IEnumerable<Breach> Place(BranchPlaceFacts facts, string field)
    {
        if (Begins(facts.Lower, facts.LowerBegun, facts.From) is { } early)
        {
            yield return early;
        }

        if (facts.IsWithin)
        {
            yield return Breach.OfInput("BRANCH_ABOVE_ITSELF", [("branch", facts.Upper.Name)], field);
            yield break;
        }

        if (StandingBranch.NotDissolved(facts.Upper, day: null, Clause, field) is { } gone)
        {
            yield return gone;
        }
        else if (StandingBranch.On(facts.Upper.Name, StandsFrom(facts.Upper, facts.From), facts.From, Clause) is { } absent)
        {
            yield return absent with
            {
                Path = [field],
            };
        }

        if (TemporaryBranch.Lasts(facts.Upper.Name, facts.Upper.EndsOn, facts.From, field) is { } over)
        {
            yield return over;
        }

        if (!Leads(facts.UpperForm, facts.LowerForm))
        {
            yield return new(
                "FORM_CANNOT_LEAD",
                [("branch", facts.Upper.Name), ("form", facts.UpperForm), ("lower", facts.LowerForm)],
                Clause,
                Path: [field]
            );
        }

        if (OfAnother.Branch(facts.Upper.Name, facts.IsOfCommittee, Clause, field) is { } foreign)
        {
            yield return foreign;
        }
        else if (!facts.SharesSociety)
        {
            yield return new("UPPER_BRANCH_OF_ANOTHER_SOCIETY", [("branch", facts.Upper.Name)], Clause, Severity.Warning, field);
        }
    }

    /// <summary>Null where an organization of another form keeps its place and leads whom it led.</summary>
    public static Breach? KeepsForm(FormChangeFacts facts, string field) =>
        facts.UpperForm is { } upper && !Leads(upper, facts.Form) || facts.LowerForm is { } lower && !Leads(facts.Form, lower)
            ? new("FORM_AGAINST_PLACE", [("branch", facts.Branch), ("form", facts.Form)], Clause, Path: [field])
            : null;

    /// <summary>Whether one form leads another: a party committee all others, a general branch all but those two.</summary>
    public static bool Leads(OrganizationForm upper, OrganizationForm lower) => Rank(upper) > Rank(lower);

    private static bool StandsFrom(BranchState branch, DateOnly day) => branch.IsEstablished && !(branch.Since > day);

    private static int Rank(OrganizationForm form) =>
        form switch
        {
            OrganizationForm.PartyCommittee => 2,
            OrganizationForm.GeneralBranch => 1,
            _ => 0,
        };
}
