using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations;

/// <summary>
/// Changes what is known of a society, from a day on. Refused: VERSION_CONFLICT, SOCIETY_NAME_TAKEN, FORMER_NAME_TAKEN,
/// HOLDS_BEFORE_LAST_CHANGE, CREDIT_CODE_TAKEN, CREDIT_CODE_WRONG, FOUNDED_AFTER_CANCELLATION,
/// CANCELLED_WITHOUT_DAY, CANCELLED_SOCIETY_RUNS. Told: CREDIT_CODE_ACCEPTED, NOTHING_TO_CHANGE.
/// </summary>
public sealed record UpdateSocietyInput(
    Id<Society> Society,
    int Version,
    Maybe<string> Name,
    Maybe<SocietyKind?> Kind,
    Maybe<string> Discipline,
    Maybe<OperatingState?> OperatingState,
    Level? Level,
    Maybe<string> CreditCode,
    Maybe<string> CreditCodeOverride,
    Maybe<DateOnly?> FoundedOn,
    DateOnly? HoldsFrom
);

internal sealed class UpdateSociety : Mutation<UpdateSocietyInput>
{
    public override async Task<MutationResult> ApplyAsync(UpdateSocietyInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Society, ct, "society") is not { } society || !context.HasVersion(society, input.Version))
        {
            return context.Refused();
        }

        if (input.Name.IsGiven)
        {
            await RenameAsync(society, input.Name.Value ?? "", context, ct);
        }

        await SocietyNames.CheckDisciplineAsync(input.Discipline.Value, context, ct);
        society.Kind = input.Kind.Or(society.Kind);
        society.DisciplineCode = input.Discipline.Or(society.DisciplineCode);
        context.Add(SocietyState.Check(input.OperatingState.Value, society));
        society.OperatingState = input.OperatingState.Or(society.OperatingState);
        society.FoundedOn = input.FoundedOn.Or(society.FoundedOn);
        context.Add(SocietyDays.Founded(society.FoundedOn, society.CancelledOn));
        society.Level = input.Level ?? society.Level;
        society.CreditCode = CreditCodes.PlainOrNull(input.CreditCode.Or(society.CreditCode));
        society.CreditCodeOverride = input.CreditCodeOverride.Or(society.CreditCodeOverride)?.Trim();
        if (!string.IsNullOrWhiteSpace(society.CreditCodeOverride))
        {
            await CodeWarnings.AddAsync(CreditCodes.PlainOrNull(input.CreditCode.Value), context, ct);
        }

        if (!context.HasErrors)
        {
            context.Add(Unchanged.Check(context.Graph.ChangeTracker.HasChanges()));
        }

        var since = await context
            .Graph.Database.SqlQuery<DateOnly?>($"""SELECT attributes_since AS "Value" FROM graph.society WHERE id = {society.Id}""")
            .SingleAsync(ct);
        await DatedChange.HoldsFromAsync(input.HoldsFrom, since, context, ct);
        return context.HasErrors ? context.Refused() : context.Done(society);
    }

    private static async Task RenameAsync(Society society, string name, MutationContext context, CancellationToken ct)
    {
        if (name == society.Name || !SocietyNames.Check(name, context, "name"))
        {
            return;
        }

        var taken = await SocietyNames.FindSocietyAsync(context, society.CommitteeId, name, society.Id, ct);
        var former = await SocietyNames.FormerSocietyAsync(context, society.CommitteeId, name, society.Id, ct);
        var unfit = NameFits.IsFree(NameBearer.RenamedSociety, taken, "name") ?? NameFits.IsNoFormerName(name, former, "name");
        if (unfit is not null)
        {
            context.Add(unfit);
            return;
        }

        // Published lists go on to use the old name; a name that comes back is no other name.
        await context.Graph.Set<SocietyAlias>().Where(alias => alias.SocietyId == society.Id && alias.Alias == name).ExecuteDeleteAsync(ct);
        if (!await context.Graph.Set<SocietyAlias>().AnyAsync(alias => alias.SocietyId == society.Id && alias.Alias == society.Name, ct))
        {
            context.Graph.Add(
                new SocietyAlias
                {
                    SocietyId = society.Id,
                    Alias = society.Name,
                    Reason = SocietyNames.Former,
                }
            );
        }

        society.Name = name;
    }
}
