using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// 作废 Declares a payment of dues void that was entered in error; it is kept whole with the reason. Single payments have no identity in the
/// contract, so that member and month tell which it is. Refused: DUES_NOT_PAID, TEXT_INVALID.
/// </summary>
public sealed record VoidDuesInput(Id<Member> Member, DateOnly Month, string Reason);

internal sealed class VoidDues : Mutation<VoidDuesInput>
{
    public override async Task<MutationResult> ApplyAsync(VoidDuesInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        Texts.Check(input.Reason, context, "reason");
        if (member is null || await DuesChecks.OfMonthAsync(member, input.Month, context, ct) is not { } payment || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.DuesPayment, payment.Id, context, ct);
        context.Graph.Remove(payment);
        await before.KeepAsync(MendingAction.Voided, input.Reason, context, ct);
        return context.Done(member);
    }
}
