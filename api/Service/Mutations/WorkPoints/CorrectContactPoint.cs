using SocietyParty.Rules.Days;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Mending.Shared;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 更正 Corrects the days of a contact point (001 §16); what they were is kept with the reason. One of a wrong member or branch is declared
/// void and assigned anew. Refused: PERIOD_EMPTY, what <see cref="AssignContactPoint"/> refuses, VERSION_CONFLICT. Told:
/// NOTHING_TO_CHANGE.
/// </summary>
public sealed record CorrectContactPointInput(
    Id<ContactPoint> ContactPoint,
    DateOnly? ValidFrom,
    Maybe<DateOnly?> ValidTo,
    string Reason,
    int? Version
);

internal sealed class CorrectContactPoint : Mutation<CorrectContactPointInput>
{
    public override async Task<MutationResult> ApplyAsync(CorrectContactPointInput input, MutationContext context, CancellationToken ct)
    {
        var point = await context.FindAsync(input.ContactPoint, ct, "contactPoint");
        Texts.Check(input.Reason, context, "reason");
        if (point is null || !context.HasVersion(point, input.Version) || context.HasErrors)
        {
            return context.Refused();
        }

        var (began, ended) = point.ValidDuring.Stated();
        var (from, to) = (input.ValidFrom ?? began!.Value, input.ValidTo.Or(ended));
        context.Add(PeriodFits.HasDays(from, to, input.ValidTo.IsGiven ? "validTo" : "validFrom"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var before = await RecordPast.OfAsync(RecordKind.ContactPoint, point.Id, context, ct);
        var branch = (await context.Graph.Set<Branch>().FindAsync([point.BranchId], ct))!;
        await ContactChecks.CheckAsync(point.PersonId, branch, from, to, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        point.ValidDuring = Days.Of(from, to);
        await before.KeepAsync(MendingAction.Corrected, input.Reason, context, ct);
        return context.Done(point);
    }
}
