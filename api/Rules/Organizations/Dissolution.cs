namespace SocietyParty.Rules.Organizations;

/// <summary>Who would be left behind by a party organization that is dissolved.</summary>
/// <param name="Members">Members who belong to it or have their affiliation there.</param>
/// <param name="Applicants">Applicants whom it cultivates.</param>
/// <param name="Transfers">Transfers of affiliations to it that are under way.</param>
/// <param name="Branches">Organizations that it leads on the day or later.</param>
public sealed record DissolutionFacts(int Members, int Applicants, int Transfers, int Branches);

/// <summary>
/// Nobody is left behind: members are transferred, cultivation ends, and those that it leads find another place before an organization is
/// dissolved.
/// </summary>
public static class Dissolution
{
    public static IEnumerable<Breach> Check(DissolutionFacts facts)
    {
        if (facts.Members > 0)
        {
            yield return new("BRANCH_HAS_MEMBERS", [("members", facts.Members)], null, Path: ["branch"]);
        }

        if (facts.Applicants > 0)
        {
            yield return new("BRANCH_HAS_APPLICANTS", [("applicants", facts.Applicants)], null, Path: ["branch"]);
        }

        if (facts.Transfers > 0)
        {
            yield return new("BRANCH_AWAITS_TRANSFERS", [], null, Path: ["branch"]);
        }

        if (facts.Branches > 0)
        {
            yield return new("BRANCH_HAS_BRANCHES", [("branches", facts.Branches)], "002 §3", Path: ["branch"]);
        }
    }
}
