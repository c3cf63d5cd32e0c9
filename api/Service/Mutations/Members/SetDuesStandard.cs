using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Says what a member has to pay a month from a day on (000 §三). Refused: AMOUNT_WRONG, DUES_STANDARD_DATE_TOO_EARLY, MEMBERSHIP_ENDED.
/// </summary>
public sealed record SetDuesStandardInput(Id<Member> Member, decimal MonthlyAmount, DateOnly ValidFrom);

internal sealed class SetDuesStandard : Mutation<SetDuesStandardInput>
{
    public override async Task<MutationResult> ApplyAsync(SetDuesStandardInput input, MutationContext context, CancellationToken ct)
    {
        var member = await context.FindAsync(input.Member, ct, "member");
        context.Add(DuesAmounts.Amount(input.MonthlyAmount, "monthlyAmount"));
        if (member is not null)
        {
            context.Add(MembershipFits.Check(await context.EndsAsync(member.Id, ct), input.ValidFrom, until: null, "member"));
        }

        if (member is null || context.HasErrors)
        {
            return context.Refused();
        }

        var standards = context.Graph.Set<DuesStandard>();
        var present = await standards.Where(standard => standard.MemberId == member.Id).ToListAsync(ct);
        context.Add(DuesAmounts.StandardIsLast(present.All(standard => standard.ValidDuring.CanEndOn(input.ValidFrom))));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        foreach (var standard in present.Where(standard => !standard.ValidDuring.HasEndedBy(input.ValidFrom)))
        {
            standard.ValidDuring = standard.ValidDuring.Until(input.ValidFrom);
        }
        // The end must stand in the database before the new one begins there: no two may overlap.
        await context.SaveAsync(ct);
        standards.Add(
            new()
            {
                MemberId = member.Id,
                MonthlyAmount = input.MonthlyAmount,
                ValidDuring = Days.Of(input.ValidFrom, null),
            }
        );
        return context.Done(member);
    }
}
