using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Makes a probationary member a full one. Refused: CATEGORY_FORBIDS_CONVERTING_PROBATIONARY (000 §三), PROBATION_NOT_OVER, WRONG_STAGE,
/// MEMBERSHIP_ENDED, STATUS_DATE_TOO_EARLY, VERSION_CONFLICT.
/// </summary>
public sealed record ConvertMemberInput(Id<Member> Member, DateOnly ConvertedOn, int? Version);

internal sealed class ConvertMember : Mutation<ConvertMemberInput>
{
    public override async Task<MutationResult> ApplyAsync(ConvertMemberInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Member, ct, "member") is not { } member || !context.HasVersion(member, input.Version))
        {
            return context.Refused();
        }

        context.Add(MemberStates.IsProbationary(member.Status == MemberStatus.Probationary));

        context.Add(MembershipFits.On(await context.EndsAsync(member.Id, ct), input.ConvertedOn, "member"));
        var branch = await context.BranchOnAsync(member, input.ConvertedOn, ct);
        await context.CheckPermissionAsync(branch, Permission.ConvertProbationary, input.ConvertedOn, "member", ct);
        var rules = await context.RulesOfAsync<CategoryRules>(branch.CommitteeId, input.ConvertedOn, ct);
        if (member.Status == MemberStatus.Probationary)
        {
            context.Add(ProbationIsOver.Check(member.StatusSince ?? member.JoinedOn, input.ConvertedOn, rules));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        member.Status = MemberStatus.Full;
        member.StatusSince = input.ConvertedOn;
        return context.Done(member);
    }
}
