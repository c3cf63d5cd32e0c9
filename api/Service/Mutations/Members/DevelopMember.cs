using SocietyParty.Rules.Categories;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Makes an applicant a probationary member, whose affiliation is with the branch. Refused: CATEGORY_FORBIDS_DEVELOPING_MEMBERS (000 §三),
/// CATEGORY_NOT_PROVEN and CATEGORY_CONTRADICTS_MEMBERSHIP (a stated category that the members do not prove), WRONG_STAGE,
/// BEFORE_CULTIVATION, VERSION_CONFLICT.
/// </summary>
public sealed record DevelopMemberInput(Id<Applicant> Applicant, DateOnly AcceptedOn, int? Version);

internal sealed class DevelopMember : Mutation<DevelopMemberInput>
{
    public override async Task<MutationResult> ApplyAsync(DevelopMemberInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindCultivatedAsync(input.Applicant, input.Version, input.AcceptedOn, "acceptedOn", ct) is not { } applicant)
        {
            return context.Refused();
        }

        var branch = (await context.Graph.Set<Branch>().FindAsync([applicant.BranchId], ct))!;
        await context.CheckPermissionAsync(branch, Permission.DevelopMembers, input.AcceptedOn, "applicant", ct);
        await context.CheckProofAsync(branch, input.AcceptedOn, "applicant", ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var person = (await context.Graph.Set<Person>().FindAsync([applicant.PersonId], ct))!;
        var member = new Member
        {
            PersonId = person.Id,
            MemberRef = person.PersonRef,
            BranchId = branch.Id,
            Status = MemberStatus.Probationary,
            StatusSince = input.AcceptedOn,
            JoinedOn = input.AcceptedOn,
            AffiliationBranchId = branch.Id,
            AffiliatedSince = input.AcceptedOn,
        };
        context.Graph.Add(member);
        await context.SaveAsync(ct);
        applicant.State = ApplicantState.Developed;
        applicant.ClosedOn = input.AcceptedOn;
        applicant.MemberId = member.Id;
        return context.Done(member);
    }
}
