using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>The party organizations that a society has and that are not dissolved, by name.</summary>
internal sealed class SocietyBranches(IReadOnlyList<Branch> all)
{
    public static async Task<SocietyBranches> OfAsync(long society, MutationContext context, CancellationToken ct) =>
        new(
            await (
                from link in context.Graph.Set<BranchSociety>()
                join branch in context.Graph.Set<Branch>() on link.BranchId equals branch.Id
                where link.SocietyId == society && branch.Status != BranchStatus.Dissolved
                orderby branch.Name
                select branch
            )
                .AsNoTracking()
                .ToListAsync(ct)
        );

    /// <summary>Whether it has one of its own, and not of an office or sub-society alone.</summary>
    public bool HasOwn => all.Any(branch => branch.Body == BranchBody.Society);

    /// <summary>The name of one of a form that the same body has; null: none.</summary>
    /// <param name="code">Of a form of the rule set's own, which is another form than the one that it stands for.</param>
    public string? Same(OrganizationForm form, string? code, BranchBody body, string? bodyName) =>
        all.FirstOrDefault(branch =>
            branch.Form == form && branch.FormCode == code && branch.Body == body && branch.BodyName == bodyName
        )?.Name;

    /// <summary>Whether one leads another of a form, which is then no second one.</summary>
    public bool Leads(OrganizationForm form) => !Leading(form) && all.Any(branch => Leading(branch.Form));

    private static bool Leading(OrganizationForm form) => form is OrganizationForm.PartyCommittee or OrganizationForm.GeneralBranch;
}
