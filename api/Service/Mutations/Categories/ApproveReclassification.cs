using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Categories;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Categories;

/// <summary>
/// Approves a proposal: the present period ends, the new one begins (000 §四). The membership is looked at again, for it may have changed
/// since. Refused: WRONG_STAGE (also: dissolved by then), CATEGORY_UNCHANGED, DECIDED_BEFORE_PROPOSED, CATEGORY_DATE_TOO_EARLY,
/// DOCUMENT_TITLE_MISSING, TEXT_INVALID, VERSION_CONFLICT, and as the proposal.
/// </summary>
public sealed record ApproveReclassificationInput(
    Id<Reclassification> Reclassification,
    DateOnly EffectiveOn,
    DateOnly DecidedOn,
    string? Reason,
    string? DocumentTitle,
    string? DocumentNumber,
    int? Version
);

internal sealed class ApproveReclassification : Mutation<ApproveReclassificationInput>
{
    public override async Task<MutationResult> ApplyAsync(ApproveReclassificationInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindOpenAsync(input.Reclassification, input.Version, input.DecidedOn, "decidedOn", ct) is not { } proposal)
        {
            return context.Refused();
        }

        var branch = (await context.Graph.Set<Branch>().FindAsync([proposal.BranchId], ct))!;
        var (derived, rules) = await context.DerivedAsync(branch, input.EffectiveOn, ct);
        context.Add(ReclassificationFits.Check(proposal.ToCategory, derived, rules));
        context.Add(DecisionDocument.HasTitle(input.DocumentNumber, input.DocumentTitle));

        Texts.Check(input.DocumentTitle, context, "documentTitle");
        Texts.Check(input.DocumentNumber, context, "documentNumber");
        context.Add(StandingBranch.NotDissolved(branch.Stated(), input.EffectiveOn, "000 §四", "reclassification"));

        context.Add(
            ReclassificationSteps.Changes(await context.OnAsync(branch, input.EffectiveOn, ct), proposal.ToCategory, "effectiveOn")
        );

        if (context.HasErrors)
        {
            return context.Refused();
        }

        await ChangeAsync(proposal, input, context, ct);
        return context.HasErrors ? context.Refused() : context.Done(proposal);
    }

    private static async Task ChangeAsync(
        Reclassification proposal,
        ApproveReclassificationInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        var periods = context.Graph.Set<BranchCategoryPeriod>();
        var present = await periods.Where(period => period.BranchId == proposal.BranchId).ToListAsync(ct);
        // A later decision for no category left no period behind.
        var isDecidedLater = await context
            .Graph.Set<Reclassification>()
            .AnyAsync(
                later =>
                    later.BranchId == proposal.BranchId
                    && later.State == ReclassificationState.Approved
                    && later.EffectiveOn >= input.EffectiveOn,
                ct
            );
        context.Add(ReclassificationSteps.IsLast(!isDecidedLater && present.All(period => period.ValidDuring.CanEndOn(input.EffectiveOn))));
        if (context.HasErrors)
        {
            return;
        }

        foreach (var period in present.Where(period => !period.ValidDuring.HasEndedBy(input.EffectiveOn)))
        {
            period.ValidDuring = period.ValidDuring.Until(input.EffectiveOn);
        }
        // The end must stand in the database before the new period begins there: no two may overlap.
        await context.SaveAsync(ct);
        var document = await DocumentAsync(input, context, ct);
        if (proposal.ToCategory != Category.Unclassified)
        {
            periods.Add(
                new()
                {
                    BranchId = proposal.BranchId,
                    Category = proposal.ToCategory,
                    ValidDuring = Days.Of(input.EffectiveOn, null),
                    PolicyDocumentId = document?.Id,
                }
            );
        }

        proposal.Decide(ReclassificationState.Approved, context.Actor, input.DecidedOn, input.Reason);
        proposal.EffectiveOn = input.EffectiveOn;
        proposal.PolicyDocumentId = document?.Id;
    }

    private static async Task<PolicyDocument?> DocumentAsync(
        ApproveReclassificationInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (input.DocumentTitle is not { } title)
        {
            return null;
        }

        var documents = context.Graph.Set<PolicyDocument>();
        var known = await documents.FirstOrDefaultAsync(
            document =>
                input.DocumentNumber == null
                    ? document.Title == title && document.DocumentNumber == null
                    : document.DocumentNumber == input.DocumentNumber,
            ct
        );
        if (known is not null)
        {
            context.Add(DecisionDocument.SameTitle(known.DocumentNumber, known.Title, title));
            return known;
        }

        var added = new PolicyDocument { Title = title, DocumentNumber = input.DocumentNumber };
        documents.Add(added);
        await context.SaveAsync(ct);
        return added;
    }
}
