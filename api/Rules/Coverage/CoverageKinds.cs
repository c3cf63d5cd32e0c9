namespace SocietyParty.Rules.Coverage;

/// <summary>A party organization of a society on a day.</summary>
/// <param name="Form">In the words of the graph.</param>
/// <param name="Status">In the words of the graph.</param>
/// <param name="HasSecretary">Somebody is its secretary.</param>
/// <param name="HasActivityMinimum">It had the year's minimum of activities.</param>
/// <param name="HasFailed">Its last assessed year is a failed one.</param>
public sealed record OrganizationFacts(
    string Form,
    string Status,
    bool HasSecretary = false,
    bool HasActivityMinimum = false,
    bool HasFailed = false
);

/// <summary>What coverage looks at, of one society on one day.</summary>
/// <param name="HasLeadingGroup">An approved leading group is in its council.</param>
/// <param name="FullMembers">Full members known.</param>
public sealed record CoverageFacts(
    IReadOnlyList<OrganizationFacts> Organizations,
    bool HasInstructor,
    bool HasLeadingGroup,
    int FullMembers
);

/// <summary>The kinds of coverage that a society has (domain §1.10, 001 §6, §7, 000 §一).</summary>
/// <param name="IsNominal">有形覆盖, which is organizational coverage.</param>
/// <param name="IsWorked">工作覆盖.</param>
/// <param name="IsStrong">有力覆盖.</param>
/// <param name="IsEffective">有效覆盖.</param>
/// <param name="ShouldBuild">应建.</param>
public sealed record CoverageKinds(bool IsNominal, bool IsWorked, bool IsStrong, bool IsEffective, bool ShouldBuild)
{
    /// <summary>The same answer as <c>graph.society_coverage</c> gives.</summary>
    public static CoverageKinds Of(CoverageFacts facts, CoverageRules rules)
    {
        var counted = facts.Organizations.Where(organization => Counts(organization, rules)).ToList();
        var isGroup = facts.HasLeadingGroup && rules.LeadingGroup.CountsAsOrganization;
        var isNominal = counted.Count > 0 || isGroup;
        var isWorked =
            (rules.Work.Organization && isNominal)
            || (rules.Work.Instructor && facts.HasInstructor)
            || (rules.LeadingGroup.CountsAsWork && facts.HasLeadingGroup)
            || (
                rules.WorkGroup.CountsAsWork
                && facts.Organizations.Any(organization =>
                    organization.Form == WorkGroup && rules.Organization.Statuses.Contains(organization.Status)
                )
            );
        var isStrong =
            (isNominal && facts.HasInstructor && rules.Strong.AnyOf.Contains(WorkCarrier.Instructor))
            || (counted.Any(organization => organization.HasSecretary) && rules.Strong.AnyOf.Contains(WorkCarrier.Secretary));
        var isEffective = counted.Any(organization =>
            (organization.HasActivityMinimum || !rules.Effective.ActivityMinimum) && !(organization.HasFailed && rules.Effective.NotFailed)
        );
        return new(isNominal, isWorked, isStrong, isEffective, facts.FullMembers >= rules.ShouldBuildMembers.Value);
    }

    private const string WorkGroup = "WORK_GROUP";

    private static bool Counts(OrganizationFacts organization, CoverageRules rules) =>
        rules.Organization.Statuses.Contains(organization.Status)
        && (
            rules.Organization.Forms.Contains(organization.Form) || (organization.Form == WorkGroup && rules.WorkGroup.CountsAsOrganization)
        );
}
