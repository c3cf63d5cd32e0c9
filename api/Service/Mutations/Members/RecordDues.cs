using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Categories.Shared;
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
    private const int MonthsMax = 12;

    public override async Task<MutationResult> ApplyAsync(RecordDuesInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        Amounts.Check(context, input.Amount, "amount");
        if (input.MonthCount is < 1 or > MonthsMax)
        {
            context.Fail("MONTHS_WRONG", [("monthsMax", MonthsMax)], "monthCount");
        }

        if (member is null)
        {
            return context.Refused();
        }

        var branch = await context.BranchOnAsync(member, input.PaidOn, ct);
        await context.CheckPermissionAsync(branch, Permission.CollectDues, input.PaidOn, "member", ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var first = new DateOnly(input.FirstMonth.Year, input.FirstMonth.Month, 1);
        var facts = await context.DuesFactsAsync(member, branch, first, input.MonthCount, ct);
        context.Add(DuesFits.Breaches(facts, await context.RulesOfAsync<CategoryRules>(branch.CommitteeId, input.PaidOn, ct)));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var standard = await context
            .Graph.Set<DuesStandard>()
            .SingleOrDefaultAsync(standard => standard.MemberId == member.Id && standard.ValidDuring.Contains(first), ct);
        if (standard is not null && standard.MonthlyAmount * input.MonthCount != input.Amount)
        {
            context.Add(
                new Breach("DUES_DIFFER_FROM_STANDARD", [("monthlyAmount", standard.MonthlyAmount)], "000 §三", Severity.Warning, "amount")
            );
        }

        context.Graph.Add(
            new DuesPayment
            {
                MemberId = member.Id,
                BranchId = branch.Id,
                FirstMonth = first,
                MonthCount = input.MonthCount,
                Amount = input.Amount,
                PaidOn = input.PaidOn,
            }
        );
        return context.Done(member);
    }
}
