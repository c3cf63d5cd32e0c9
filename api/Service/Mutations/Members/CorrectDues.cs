using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// 更正 Corrects a payment of dues (000 §三); what it said is kept with the reason. A month is paid once, so that member and month tell
/// which payment it is. Refused and told: what <see cref="RecordDues"/> refuses and tells, DUES_NOT_PAID, TEXT_INVALID. Told:
/// NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectDuesInput(
    Id<Member> Member,
    DateOnly Month,
    DateOnly? FirstMonth,
    int? MonthCount,
    decimal? Amount,
    DateOnly? PaidOn,
    string Reason
);

internal sealed class CorrectDues : Mutation<CorrectDuesInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectDuesInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        Texts.Check(input.Reason, context, "reason");
        if (member is null || await DuesChecks.OfMonthAsync(member, input.Month, context, ct) is not { } payment || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.DuesPayment, payment.Id, context, ct);
        payment.FirstMonth = input.FirstMonth is { } first ? DuesChecks.FirstOf(first) : payment.FirstMonth;
        payment.MonthCount = input.MonthCount ?? payment.MonthCount;
        payment.Amount = input.Amount ?? payment.Amount;
        payment.PaidOn = input.PaidOn ?? payment.PaidOn;
        if (
            await DuesChecks.CheckAsync(member, payment.FirstMonth, payment.MonthCount, payment.Amount, payment.PaidOn, context, ct)
            is not { } collectedBy
        )
        {
            return context.Refused();
        }

        payment.BranchId = collectedBy;
        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(member);
    }
}
