using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 更正 Corrects a check-in (001 §12); what it said is kept with the reason. Refused: what <see cref="RecordCheckIn"/> refuses,
/// VERSION_CONFLICT. Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectCheckInInput(
    Id<CommunityCheckIn> CheckIn,
    string? Community,
    DateOnly? CheckedInOn,
    Maybe<string> Service,
    string Reason,
    int? Version
);

internal sealed class CorrectCheckIn : Mutation<CorrectCheckInInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectCheckInInput input, MutationContext context, CancellationToken ct)
    {
        var checkIn = await context.FindAsync(input.CheckIn, ct, "checkIn");
        Texts.Check(input.Community, context, "community");
        Texts.Check(input.Service.Value, context, "service");
        Texts.Check(input.Reason, context, "reason");
        if (checkIn is null || !context.HasVersion(checkIn, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.CheckIn, checkIn.Id, context, ct);
        checkIn.Community = input.Community ?? checkIn.Community;
        checkIn.CheckedInOn = input.CheckedInOn ?? checkIn.CheckedInOn;
        checkIn.Service = input.Service.Or(checkIn.Service);
        var branch = (await context.Graph.Set<Branch>().FindAsync([checkIn.BranchId], ct))!;
        context.Add(await StandingBranches.BreachAsync(branch, checkIn.CheckedInOn, "001 §12", context, ct));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(checkIn);
    }
}
