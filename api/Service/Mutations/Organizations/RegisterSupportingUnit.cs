using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Enters a supporting unit. Refused: SUPPORTING_UNIT_NAME_TAKEN, CREDIT_CODE_WRONG, CREDIT_CODE_TAKEN. Told: CREDIT_CODE_ACCEPTED.
/// </summary>
public sealed record RegisterSupportingUnitInput(string Name, string? Region, string? CreditCode);

internal sealed class RegisterSupportingUnit : Mutation<RegisterSupportingUnitInput>
{
    public override async Task<MutationResult> ApplyAsync(RegisterSupportingUnitInput input, MutationContext context, CancellationToken ct)
    {
        SocietyNames.Check(input.Name, context, "name");
        var region = input.Region is { } code ? await CommitteePlaces.FindRegionAsync(code, context, ct) : null;
        var taken = await SocietyNames.FindSupportingUnitAsync(context, region?.Code, input.Name, ct);
        context.Add(NameFits.IsFree(NameBearer.SupportingUnit, taken, "name"));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var creditCode = CreditCodes.PlainOrNull(input.CreditCode);
        await CodeWarnings.AddAsync(creditCode, context, ct);
        var unit = new SupportingUnit
        {
            Name = input.Name,
            RegionCode = region?.Code,
            CreditCode = creditCode,
        };
        context.Graph.Add(unit);
        await context.SaveAsync(ct);
        return context.Done(unit);
    }
}
