using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>What holds of a payment of dues, recorded or corrected (000 §三).</summary>
internal static class DuesChecks
{
    public static DateOnly FirstOf(DateOnly month) => new(month.Year, month.Month, 1);

    /// <summary>The branch that collected; null with the errors where the payment cannot be right.</summary>
    /// <param name="first">First day of the first month.</param>
    public static async Task<long?> CheckAsync(
        Member member,
        DateOnly first,
        int monthCount,
        decimal amount,
        DateOnly paidOn,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(DuesAmounts.Amount(amount, "amount"));
        context.Add(DuesAmounts.Months(monthCount));

        var branch = await context.BranchOnAsync(member, paidOn, ct);
        await context.CheckPermissionAsync(branch, Permission.CollectDues, paidOn, "member", ct);
        if (context.HasErrors)
        {
            return null;
        }

        var facts = await context.DuesFactsAsync(member, branch, first, monthCount, ct);
        context.Add(DuesFits.Breaches(facts, await context.RulesOfAsync<CategoryRules>(branch.CommitteeId, paidOn, ct)));
        if (context.HasErrors)
        {
            return null;
        }

        var standard = await context
            .Graph.Set<DuesStandard>()
            .SingleOrDefaultAsync(standard => standard.MemberId == member.Id && standard.ValidDuring.Contains(first), ct);
        context.Add(DuesAmounts.AsStandard(standard?.MonthlyAmount, monthCount, amount));

        return branch.Id;
    }

    /// <summary>What a member paid for a month; null with the error where it paid nothing.</summary>
    public static async Task<DuesPayment?> OfMonthAsync(Member member, DateOnly month, MutationContext context, CancellationToken ct)
    {
        var first = FirstOf(month);
        var payments = await context.Graph.Set<DuesPayment>().Where(paid => paid.MemberId == member.Id).ToListAsync(ct);
        var payment = payments.Find(paid => paid.FirstMonth <= first && first < paid.FirstMonth.AddMonths(paid.MonthCount));
        context.Add(DuesAmounts.IsPaid(payment is not null, first));

        return payment;
    }
}
