using SocietyParty.Rules;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// Decides an item by majority (003 第七条). Refused: WRONG_STAGE in a meeting that is not quorate, VOTES_MISSING, MORE_VOTES_THAN_PRESENT,
/// VOTER_NOT_PRESENT, VOTERS_DO_NOT_ADD_UP, VOTES_NEGATIVE, MAJOR_DISAGREEMENT_DEFERS, VERSION_CONFLICT.
/// </summary>
/// <param name="Voters">Who voted, not how; null where that is not kept.</param>
/// <param name="Version">That of the meeting.</param>
public sealed record DecideAgendaItemInput(
    Id<LeadingGroupAgendaItem> AgendaItem,
    int VotesFor,
    int VotesAgainst,
    int VotesAbstain,
    IReadOnlyList<Id<LeadingGroupSeat>>? Voters,
    bool HasMajorDisagreement,
    string? UrgentReason,
    int? Version
);

internal sealed class DecideAgendaItem : Mutation<DecideAgendaItemInput>
{
    public override async Task<MutationResult> ApplyAsync(DecideAgendaItemInput input, MutationContext context, CancellationToken ct)
    {
        if (
            await context.FindAsync(input.AgendaItem, ct, "agendaItem") is not { } item
            || await MeetingRoom.ForDecisionAsync(item, input.Version, MeetingStage.Decided, context, ct) is not { } room
        )
        {
            return context.Refused();
        }

        var votes = new Votes(input.VotesFor, input.VotesAgainst, input.VotesAbstain);
        context.Add(AgendaItem.VotesCounted(votes));

        Texts.Check(input.UrgentReason, context, "urgentReason");
        context.Add(AgendaDecision.Breach(votes, room.Present.Count, room.Rules));
        context.Add(Disagreement.Breach(input.HasMajorDisagreement, input.UrgentReason, room.Rules));
        var voters = await VotersAsync(input, votes, room, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        item.State = AgendaDecision.IsAdopted(votes, room.Seats.Count, room.Present.Count, room.Rules.Majority.Value)
            ? AgendaState.Adopted
            : AgendaState.Rejected;
        (item.VotesFor, item.VotesAgainst, item.VotesAbstain) = (votes.For, votes.Against, votes.Abstain);
        item.HasMajorDisagreement = input.HasMajorDisagreement;
        item.UrgentReason = input.HasMajorDisagreement ? input.UrgentReason : null;
        context.Graph.AddRange(
            voters.Select(seat => new LeadingGroupVoter
            {
                MeetingId = item.MeetingId,
                AgendaItemId = item.Id,
                SeatId = seat,
            })
        );
        await room.SettleAsync(context, ct);
        return context.Done(room.Meeting);
    }

    private static async Task<IReadOnlyCollection<long>> VotersAsync(
        DecideAgendaItemInput input,
        Votes votes,
        MeetingRoom room,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (input.Voters is null)
        {
            return [];
        }

        var voters = new HashSet<long>();
        for (var i = 0; i < input.Voters.Count; i++)
        {
            if (await room.SeatAsync(input.Voters[i], context, ct, "voters", MutationContext.Position(i)) is not { } seat)
            {
                continue;
            }

            voters.Add(seat.Id);
            context.Add(AgendaItem.VoterIsPresent(room.Present.Contains(seat.Id), room.Rules, "voters", MutationContext.Position(i)));
        }

        if (!context.HasErrors)
        {
            context.Add(AgendaItem.VotersAddUp(votes.Cast, voters.Count));
        }

        return voters;
    }
}
