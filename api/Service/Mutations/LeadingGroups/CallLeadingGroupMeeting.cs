using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>An item as it is put on the agenda.</summary>
public sealed record LeadingGroupAgendaItemInput(string Title, bool IsMajor, Id<LeadingGroupAgendaItem>? Continues);

/// <summary>Somebody who is asked to sit in.</summary>
public sealed record LeadingGroupObserverInput(Id<Person> Person, ObserverCapacity Capacity);

/// <summary>
/// Calls a meeting of the seats that hold on its day, with its agenda (003 第十五条, 第十七条, 第十九条). Refused: TERM_OVER,
/// LEADING_GROUP_NOT_APPROVED, AGENDA_EMPTY, CHAIR_WITHOUT_SEAT, what <see cref="MeetingChair"/> and <see cref="AgendaContinuation"/>
/// find, OBSERVER_HAS_SEAT, OBSERVER_NAMED_TWICE, OBSERVER_NOT_COUNCIL_CHAIR.
/// </summary>
/// <param name="Chair">The leader where it is left out.</param>
public sealed record CallLeadingGroupMeetingInput(
    Id<LeadingGroup> LeadingGroup,
    DateOnly HeldOn,
    IReadOnlyList<LeadingGroupAgendaItemInput> Agenda,
    Id<LeadingGroupSeat>? Chair,
    string? DelegationReason,
    IReadOnlyList<LeadingGroupObserverInput>? Observers
);

internal sealed class CallLeadingGroupMeeting : Mutation<CallLeadingGroupMeetingInput>
{
    public override async Task<MutationResult> ApplyAsync(CallLeadingGroupMeetingInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.LeadingGroup, ct, "leadingGroup") is not { } group)
        {
            return context.Refused();
        }

        var place = await GroupPlace.OfAsync(group, input.HeldOn, context, ct);
        CheckTexts(input, place.Rules, context);
        context.Add(place.TermOver(input.HeldOn, "heldOn"));
        await ContinuedAsync(input, group, context, ct);
        var composition = await context
            .Graph.Set<LeadingGroupComposition>()
            .SingleOrDefaultAsync(one => one.LeadingGroupId == group.Id && one.ValidDuring!.Value.Contains(input.HeldOn), ct);
        context.Add(GroupTerm.MayMeet(composition is not null, place.Rules));
        if (composition is null)
        {
            return context.Refused();
        }

        var seats = await context.Graph.Set<LeadingGroupSeat>().Where(seat => seat.CompositionId == composition.Id).ToListAsync(ct);
        var chair = await ChairAsync(input, seats, place.Rules, context, ct);
        var observers = await ObserversAsync(input, seats, place, context, ct);
        if (chair is null || context.HasErrors)
        {
            return context.Refused();
        }

        var meeting = new LeadingGroupMeeting
        {
            LeadingGroupId = group.Id,
            CompositionId = composition.Id,
            HeldOn = input.HeldOn,
            State = MeetingStage.Agenda,
            ChairSeatId = chair.Id,
            DelegationReason = chair.Role == SeatRole.Leader ? null : input.DelegationReason,
        };
        context.Graph.Add(meeting);
        await context.SaveAsync(ct);
        context.Graph.AddRange(
            input.Agenda.Select(
                (item, i) =>
                    new LeadingGroupAgendaItem
                    {
                        MeetingId = meeting.Id,
                        Position = i + 1,
                        Title = item.Title,
                        IsMajor = item.IsMajor,
                        ContinuesId = item.Continues?.Key,
                    }
            )
        );
        context.Graph.AddRange(
            observers.Select(one => new LeadingGroupObserver
            {
                MeetingId = meeting.Id,
                PersonId = one.Person,
                Capacity = one.Capacity,
            })
        );
        return context.Done(meeting);
    }

    private static void CheckTexts(CallLeadingGroupMeetingInput input, LeadingGroupRules rules, MutationContext context)
    {
        context.Add(AgendaItem.HasSome(input.Agenda.Count, rules));

        for (var i = 0; i < input.Agenda.Count; i++)
        {
            Texts.Check(input.Agenda[i].Title, context, "agenda", MutationContext.Position(i), "title");
        }
    }

    /// <summary>A breach for each item that cannot come again here.</summary>
    private static async Task ContinuedAsync(
        CallLeadingGroupMeetingInput input,
        LeadingGroup group,
        MutationContext context,
        CancellationToken ct
    )
    {
        for (var i = 0; i < input.Agenda.Count; i++)
        {
            string[] path = ["agenda", MutationContext.Position(i), "continues"];
            if (input.Agenda[i].Continues is not { } id || await context.FindAsync(id, ct, path) is not { } item)
            {
                continue;
            }

            var meeting = (await context.Graph.Set<LeadingGroupMeeting>().FindAsync([item.MeetingId], ct))!;
            var known = new ContinuedItem(
                meeting.LeadingGroupId == group.Id,
                meeting.HeldOn,
                item.State == AgendaState.Deferred,
                meeting.State == MeetingStage.Inquorate,
                await context.Graph.Set<LeadingGroupAgendaItem>().AnyAsync(other => other.ContinuesId == item.Id, ct)
                    || input.Agenda.Take(i).Any(other => other.Continues == id)
            );
            if (AgendaContinuation.Breach(known, input.HeldOn) is { } breach)
            {
                context.Add(breach with { Path = path });
            }
        }
    }

    private static async Task<LeadingGroupSeat?> ChairAsync(
        CallLeadingGroupMeetingInput input,
        List<LeadingGroupSeat> seats,
        LeadingGroupRules rules,
        MutationContext context,
        CancellationToken ct
    )
    {
        var chair = input.Chair is { } given
            ? await context.FindAsync(given, ct, "chair")
            : seats.SingleOrDefault(seat => seat.Role == SeatRole.Leader);
        if (chair is null || seats.All(seat => seat.Id != chair.Id))
        {
            if (!context.HasErrors)
            {
                context.Add(MeetingMembers.ChairHasSeat(hasSeat: false, rules));
            }

            return null;
        }

        context.Add(MeetingChair.Breach(chair.Role == SeatRole.Leader, input.DelegationReason, rules));
        return chair;
    }

    private static async Task<IReadOnlyList<(long Person, ObserverCapacity Capacity)>> ObserversAsync(
        CallLeadingGroupMeetingInput input,
        List<LeadingGroupSeat> seats,
        GroupPlace place,
        MutationContext context,
        CancellationToken ct
    )
    {
        var asked = new List<(long Person, ObserverCapacity Capacity)>();
        for (var i = 0; i < (input.Observers?.Count ?? 0); i++)
        {
            var (id, capacity) = input.Observers![i];
            if (await context.FindAsync(id, ct, "observers", MutationContext.Position(i), "person") is not { } person)
            {
                continue;
            }

            string[] path = ["observers", MutationContext.Position(i), "person"];
            var isNamed = asked.Any(one => one.Person == person.Id && one.Capacity == capacity);
            context.Add(NamedOnce.Check(NamedThing.Observer, null, isNamed, path));

            asked.Add((person.Id, capacity));
            context.Add(MeetingMembers.ObserverHasNoSeat(seats.Any(seat => seat.PersonId == person.Id), place.Rules, path));

            context.Add(
                await CouncilChair.BreachAsync(
                    place,
                    person.Id,
                    capacity,
                    input.HeldOn,
                    context,
                    ct,
                    "observers",
                    MutationContext.Position(i),
                    "capacity"
                )
            );
        }

        return asked;
    }
}
