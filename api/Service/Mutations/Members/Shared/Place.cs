using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>
/// Where an affiliation lies: a branch, a supporting unit's party organization, or another place by its name; at most one of them.
/// </summary>
internal sealed record Place(Branch? Branch, SupportingUnit? Unit, string? Name)
{
    public int Count => (Branch is null ? 0 : 1) + (Unit is null ? 0 : 1) + (Name is null ? 0 : 1);

    public bool IsOf(Member member) =>
        member.AffiliationBranchId == Branch?.Id && member.AffiliationUnitId == Unit?.Id && member.AffiliationPlace == Name;

    public void GiveTo(Member member, DateOnly? since)
    {
        member.AffiliationBranchId = Branch?.Id;
        member.AffiliationUnitId = Unit?.Id;
        member.AffiliationPlace = Name;
        member.AffiliatedSince = since;
    }

    /// <summary>Reads the three fields of an input; adds the errors of those that name nothing.</summary>
    /// <param name="prefix">What the fields' names begin with: <c>to</c> for <c>toBranch</c>, <c>toUnit</c>, <c>toPlace</c>.</param>
    public static async Task<Place> ReadAsync(
        MutationContext context,
        string prefix,
        Id<Branch>? branch,
        Id<SupportingUnit>? unit,
        string? name,
        CancellationToken ct
    )
    {
        var place = new Place(
            await context.FindAsync(branch, ct, prefix + "Branch"),
            await context.FindAsync(unit, ct, prefix + "Unit"),
            name?.Trim()
        );
        context.Add(RequiredText.CheckGiven(NeededText.Place, place.Name, prefix + "Place"));

        context.Add(place.Branch is null ? null : StandingBranch.ForAffiliations(place.Branch.Stated(), prefix + "Branch"));

        return place;
    }
}
