using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// 调整督导团 Another team supervises a consortium from a day on, or none does; the days before stay (004 第六条（二）). Refused:
/// OF_ANOTHER_COMMITTEE, HOLDS_BEFORE_LAST_CHANGE, RANKED_ALREADY (the consortium, or the team in an open round), VERSION_CONFLICT.
/// Told: NOTHING_TO_CHANGE.
/// </summary>
public sealed record AssignSupervisionTeamInput(
    Id<Consortium> Consortium,
    Id<SupervisionTeam>? SupervisionTeam,
    DateOnly ValidFrom,
    int? Version
);

internal sealed class AssignSupervisionTeam : Mutation<AssignSupervisionTeamInput>
{
    private const string Clause = "004 第六条（二）";

    public override async Task<MutationResult> ApplyAsync(AssignSupervisionTeamInput input, MutationContext context, CancellationToken ct)
    {
        var team = await context.FindAsync(input.SupervisionTeam, ct, "supervisionTeam");
        if (
            await context.FindAsync(input.Consortium, ct, "consortium") is not { } consortium
            || context.HasErrors
            || !context.HasVersion(consortium, input.Version)
        )
        {
            return context.Refused();
        }

        var known = await context.Graph.Set<ConsortiumSupervision>().Where(one => one.ConsortiumId == consortium.Id).ToListAsync(ct);
        context.Add(DayOrder.Check(EarlierDay.LastChange, input.ValidFrom, EnteredPeriods.LastChange(known), "validFrom"));
        context.Add(team is null ? null : OfAnother.Team(team.Name, team.CommitteeId == consortium.CommitteeId, Clause));
        var year = await Consortia.RankedAsync(consortium, input.ValidFrom, context, ct);
        context.Add(
            ConsortiumFits.NotRanked(consortium.Name, year, "validFrom")
                ?? (
                    team is null
                        ? null
                        : ConsortiumFits.MayBegin(team.Name, await Consortia.OpenRankingAsync(team, input.ValidFrom, context, ct))
                )
        );
        if (context.HasErrors)
        {
            return context.Refused();
        }

        if (known.SingleOrDefault(one => one.ValidDuring.Has(input.ValidFrom))?.SupervisionTeamId == team?.Id)
        {
            context.Add(Unchanged.Check(changes: false));
            return context.Done(consortium);
        }

        context.End(known, input.ValidFrom);
        // The period that ends makes room for the one that begins.
        await context.SaveAsync(ct);
        if (team is not null)
        {
            context.Graph.Add(context.Supervised(consortium, team, input.ValidFrom));
        }

        await Consortia.CountVersionAsync(consortium, context, ct);
        return context.Done(consortium);
    }
}
