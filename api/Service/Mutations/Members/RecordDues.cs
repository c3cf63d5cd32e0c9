using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Records dues of whole months. Refused: AMOUNT_WRONG, MONTHS_WRONG, DUES_PAID_TWICE, CATEGORY_FORBIDS_COLLECTING_DUES (000 §三) on the day
/// of payment or in one of the months, DUES_BEFORE_BRANCH, DUES_BEFORE_MEMBERSHIP, DUES_AFTER_MEMBERSHIP. Told: DUES_DIFFER_FROM_STANDARD.
/// </summary>
public sealed record RecordDuesInput(Id<Member> Member, DateOnly FirstMonth, int MonthCount, decimal Amount, DateOnly PaidOn);

internal sealed class RecordDues : Mutation<RecordDuesInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordDuesInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Member, ct, "member") is not { } member)
        {
            return context.Refused();
        }

        var first = DuesChecks.FirstOf(input.FirstMonth);
        if (await DuesChecks.CheckAsync(member, first, input.MonthCount, input.Amount, input.PaidOn, context, ct) is not { } collectedBy)
        {
            return context.Refused();
        }

        context.Graph.Add(
            new DuesPayment
            {
                MemberId = member.Id,
                BranchId = collectedBy,
                FirstMonth = first,
                MonthCount = input.MonthCount,
                Amount = input.Amount,
                PaidOn = input.PaidOn,
            }
        );
        return context.Done(member);
    }
}
