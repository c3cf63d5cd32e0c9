using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// A membership ends; what the member held ends with it. Refused: MEMBERSHIP_ENDED (002 §5 of an unfit member), MEMBERSHIP_END_TOO_EARLY,
/// TEXT_INVALID, VERSION_CONFLICT. Told: POST_ENDED (002 §3), ORGANIZATION_LIFE_ENDED and TRANSFER_CANCELLED (002 §5),
/// DUES_STANDARD_ENDED (000 §三).
/// </summary>
public sealed record EndMembershipInput(Id<Member> Member, DateOnly EndedOn, MembershipEnd Reason, string? Note, int? Version);

internal sealed class EndMembership : Mutation<EndMembershipInput>
{
    public override async Task<MutationResult> ApplyAsync(EndMembershipInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Member, ct, "member") is not { } member || !context.HasVersion(member, input.Version))
        {
            return context.Refused();
        }

        Texts.Check(input.Note, context, "note");
        var lastChange = await context.LastChangeAsync(member, ct);
        context.Add(MembershipEndFits.Check(new(input.Reason, input.EndedOn, lastChange, await context.EndAsync(member.Id, ct))));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await MembershipEnding.EndAsync(member, input.Reason, input.EndedOn, context, ct);
        context.Graph.Add(
            new EndedMembership
            {
                MemberId = member.Id,
                Reason = input.Reason,
                EndedOn = input.EndedOn,
                Note = input.Note,
                EndedBy = context.Actor,
            }
        );
        return context.Done(member);
    }
}
