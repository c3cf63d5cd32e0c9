namespace SocietyParty.Rules.Organizations;

/// <summary>所属机构 Which body of a society a party organization is of.</summary>
public enum BranchBody
{
    Society,
    Office,
    SubSociety,
}

/// <summary>
/// 002 §3: 有条件的学会办事机构和分支机构可设立党的基层组织，归学会党组织领导. An office or sub-society is named, and its society has an
/// organization that leads it.
/// </summary>
public static class BranchBodyFits
{
    /// <param name="isNamed">Whether an office or sub-society is named.</param>
    /// <param name="hasOwn">Whether the society has an organization of its own that is not dissolved.</param>
    public static IEnumerable<Breach> Check(BranchBody body, bool isNamed, bool hasOwn, string society)
    {
        if (isNamed == (body == BranchBody.Society))
        {
            yield return Breach.OfInput(isNamed ? "BODY_NAME_UNEXPECTED" : "BODY_NAME_MISSING", [], "bodyName");
        }

        if (body != BranchBody.Society && !hasOwn)
        {
            yield return new("SOCIETY_WITHOUT_BRANCH", [("society", society)], "002 §3", Severity.Warning, "body");
        }
    }
}
