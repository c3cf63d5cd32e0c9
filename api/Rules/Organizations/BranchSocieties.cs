using System.Globalization;

namespace SocietyParty.Rules.Organizations;

/// <summary>A society for which a party organization is proposed.</summary>
public sealed record ProposingSociety(string Name, long Committee, bool IsCancelled);

/// <summary>A joint branch has several societies, any other form one; they are of one committee and not cancelled.</summary>
public static class BranchSocieties
{
    public static IEnumerable<Breach> Check(bool isJoint, IReadOnlyList<ProposingSociety> societies)
    {
        if (isJoint ? societies.Count < 2 : societies.Count != 1)
        {
            yield return Breach.OfInput("JOINT_BRANCH_SOCIETIES", [], "societies");
        }

        for (var i = 0; i < societies.Count; i++)
        {
            if (Stands(societies[i].Name, societies[i].IsCancelled, "societies", i.ToString(CultureInfo.InvariantCulture)) is { } cancelled)
            {
                yield return cancelled;
            }
        }

        if (societies.Select(society => society.Committee).Distinct().Count() > 1)
        {
            yield return Breach.OfInput("SOCIETIES_OF_SEVERAL_COMMITTEES", [], "societies");
        }
    }

    /// <summary>Null where a party organization may stand for the society.</summary>
    public static Breach? Stands(string society, bool isCancelled, params IReadOnlyList<string> path) =>
        isCancelled ? Breach.OfInput("SOCIETY_CANCELLED", [("society", society)], path) : null;
}
