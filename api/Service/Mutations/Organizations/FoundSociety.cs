using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Founds a society, or enters one that exists; its name states the kind where the input does not. Refused: SOCIETY_NAME_TAKEN,
/// FORMER_NAME_TAKEN, CREDIT_CODE_WRONG, CREDIT_CODE_TAKEN, CANCELLED_WITHOUT_DAY. Told: CREDIT_CODE_ACCEPTED.
/// </summary>
public sealed record FoundSocietyInput(
    string Name,
    Id<Committee> Committee,
    SocietyKind? Kind,
    Level? Level,
    string? Discipline,
    string? CreditCode,
    string? CreditCodeOverride,
    OperatingState? OperatingState,
    DateOnly? FoundedOn
);

internal sealed class FoundSociety : Mutation<FoundSocietyInput>
{
    public override async Task<MutationResult> ApplyAsync(FoundSocietyInput input, MutationContext context, CancellationToken ct)
    {
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        SocietyNames.Check(input.Name, context, "name");
        await SocietyNames.CheckDisciplineAsync(input.Discipline, context, ct);
        if (committee is null || context.HasErrors)
        {
            return context.Refused();
        }

        var taken = await SocietyNames.FindSocietyAsync(context, committee.Id, input.Name, null, ct);
        var former = await SocietyNames.FormerSocietyAsync(context, committee.Id, input.Name, null, ct);
        context.Add(NameFits.IsFree(NameBearer.FoundedSociety, taken, "name") ?? NameFits.IsNoFormerName(input.Name, former, "name"));

        if (input.OperatingState == OperatingState.Cancelled)
        {
            context.Add(SocietyDays.State(isCancelled: true, wasCancelled: false, cancelledOn: null));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (!string.IsNullOrWhiteSpace(input.CreditCodeOverride))
        {
            await CodeWarnings.AddAsync(CreditCodes.PlainOrNull(input.CreditCode), context, ct);
        }

        var society = new Society
        {
            Name = input.Name,
            CommitteeId = committee.Id,
            Kind = input.Kind ?? SocietyKinds.Of(input.Name),
            Level = input.Level ?? committee.Level,
            DisciplineCode = input.Discipline,
            CreditCode = CreditCodes.PlainOrNull(input.CreditCode),
            CreditCodeOverride = input.CreditCodeOverride?.Trim(),
            OperatingState = input.OperatingState ?? OperatingState.Operating,
            FoundedOn = input.FoundedOn,
        };
        context.Graph.Add(society);
        await context.SaveAsync(ct);
        return context.Done(society);
    }
}
