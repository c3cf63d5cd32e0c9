using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Coverage;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Coverage.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>
/// Says why a society has no party organization; the reason before it ends (002 §2). Refused: SOCIETY_IS_COVERED 002 §2,
/// EXPLANATION_MISSING, TEXT_INVALID, PERIOD_TOO_EARLY.
/// </summary>
public sealed record RecordUncoveredReasonInput(Id<Society> Society, UncoveredReasonCode Code, string? Explanation, DateOnly ValidFrom);

internal sealed class RecordUncoveredReason : Mutation<RecordUncoveredReasonInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordUncoveredReasonInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        Texts.Check(input.Explanation, context, "explanation");
        context.Add(
            input.Code == UncoveredReasonCode.Other ? RequiredText.Check(NeededText.Explanation, input.Explanation, "explanation") : null
        );

        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        context.Add(UncoveredReasons.Of(await HasOrganizationAsync(society, input.ValidFrom, context, ct), input.ValidFrom));
        await Periods.FollowAsync(
            context.Graph.Set<UncoveredReason>().Where(reason => reason.SocietyId == society.Id),
            input.ValidFrom,
            context,
            "validFrom",
            ct
        );
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var entered = new UncoveredReason
        {
            SocietyId = society.Id,
            Code = input.Code,
            Explanation = input.Explanation,
            ValidDuring = Days.Of(input.ValidFrom, null),
        };
        context.Graph.Add(entered);
        await context.SaveAsync(ct);
        return context.Done(entered);
    }

    private static Task<bool> HasOrganizationAsync(Society society, DateOnly day, MutationContext context, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<bool>(
                $"""
                SELECT graph.organized_during({society.Id}, graph.rule_section(c.region_code, 'coverage', {day})) @> {day} AS "Value"
                FROM graph.committee AS c WHERE c.id = {society.CommitteeId}
                """
            )
            .SingleAsync(ct);
}
