using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Proposes a party organization. Refused: NAME_INVALID (its status is no part of it), BRANCH_NAME_TAKEN, FORM_MISSING, FORM_NOT_ONE,
/// FORM_UNKNOWN (none of the rules of the day),
/// SOCIETIES_OF_SEVERAL_COMMITTEES, JOINT_BRANCH_SOCIETIES (a joint branch has several societies, any other form one), SOCIETY_CANCELLED,
/// BODY_NAME_MISSING, BODY_NAME_UNEXPECTED, ENDS_REASON_MISSING, ENDS_REASON_UNEXPECTED, ENDS_BEFORE_BRANCH, PROPOSAL_OVER (of a
/// temporary one: 中国共产党支部工作条例（试行） 第九条), SOCIETY_HAS_BRANCH (the same body
/// has one of that form, and none leads several: 002 §3). Told: FORMER_NAME_TAKEN, SOCIETY_WITHOUT_BRANCH.
/// </summary>
public sealed record ProposeBranchInput(
    string Name,
    OrganizationForm? Form,
    string? FormCode,
    IReadOnlyList<Id<Society>> Societies,
    BranchBody? Body,
    string? BodyName,
    DateOnly ProposedOn,
    DateOnly? EndsOn,
    string? EndsReason
);

internal sealed class ProposeBranch : Mutation<ProposeBranchInput>
{
    public override async Task<MutationResult> ApplyAsync(ProposeBranchInput input, MutationContext context, CancellationToken ct)
    {
        SocietyNames.Check(input.Name, context, "name");
        context.Add(StatusMark.NoneIn(input.Name, "name"));
        Texts.Check(input.BodyName, context, "bodyName");
        Texts.Check(input.EndsReason, context, "endsReason");
        context.Add(
            TemporaryBranch.Founded(new(IsProposed: true, input.ProposedOn, input.EndsOn, input.EndsReason is not null), context.Today)
        );
        var societies = await context.FindAllAsync(input.Societies.Distinct().ToList(), "societies", ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (await OwnForm.OfAsync(input, societies is [var first, ..] ? first.CommitteeId : null, context, ct) is not { } form)
        {
            return context.Refused();
        }

        context.Add(
            BranchSocieties.Check(
                form.Form == OrganizationForm.JointBranch,
                [
                    .. societies.Select(society => new ProposingSociety(
                        society.Name,
                        society.CommitteeId,
                        society.OperatingState == OperatingState.Cancelled
                    )),
                ]
            )
        );

        if (context.HasErrors)
        {
            return context.Refused();
        }

        await CheckAsync(input, form, societies, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var branch = new Branch
        {
            Name = input.Name,
            CommitteeId = societies[0].CommitteeId,
            Form = form.Form,
            FormCode = form.Own?.Code,
            FormName = form.Own?.Name,
            FormEnglishName = form.Own?.EnglishName,
            Status = BranchStatus.Proposed,
            StatusSince = input.ProposedOn,
            Body = input.Body ?? BranchBody.Society,
            BodyName = input.BodyName,
            EndsOn = input.EndsOn,
        };
        context.Graph.Add(branch);
        await context.SaveAsync(ct);
        if (input.EndsOn is { } end)
        {
            context.Graph.Add(BranchDays.Decided(branch, end, input.EndsReason!, context));
        }

        for (var i = 0; i < societies.Count; i++)
        {
            context.Graph.Add(
                new BranchSociety
                {
                    BranchId = branch.Id,
                    SocietyId = societies[i].Id,
                    IsLead = i == 0,
                }
            );
        }

        return context.Done(branch);
    }

    private static async Task CheckAsync(
        ProposeBranchInput input,
        (OrganizationForm Form, FormWord? Own) form,
        IReadOnlyList<Society> societies,
        MutationContext context,
        CancellationToken ct
    )
    {
        var taken = await SocietyNames.FindBranchAsync(context, societies[0].CommitteeId, input.Name, ct);
        var former = await SocietyNames.FormerBranchAsync(context, societies[0].CommitteeId, input.Name, ct);
        context.Add(NameFits.IsFree(NameBearer.Branch, taken, "name") ?? NameFits.WasFormerName(input.Name, former, "name"));

        for (var i = 0; i < societies.Count; i++)
        {
            var society = societies[i];
            var present = await SocietyBranches.OfAsync(society.Id, context, ct);
            var body = input.Body ?? BranchBody.Society;
            var same = present.Same(form.Form, form.Own?.Code, body, input.BodyName);
            if (FormFits.Check(society.Name, same, present.Leads(form.Form)) is { } breach)
            {
                context.Add(breach with { Path = ["societies", MutationContext.Position(i)] });
            }

            context.Add(BranchBodyFits.Check(body, input.BodyName is not null, present.HasOwn, society.Name));
        }
    }
}
