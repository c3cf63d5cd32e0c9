using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.LeadingGroups.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>
/// Submits a council's leading group, or submits it again after it was returned (003 第五条, 第六条). Groups of the society's earlier terms
/// expire with it: it is the re-election. Refused: NO_COUNCIL_TERM, WRONG_STAGE, DATE_TOO_EARLY, DISCUSSED_BEFORE_RETURN, what
/// <see cref="GroupComposition"/> finds, PERSON_SEATED_TWICE.
/// </summary>
public sealed record SubmitLeadingGroupInput(
    Id<Society> Society,
    DateOnly DiscussedOn,
    DateOnly SubmittedOn,
    IReadOnlyList<LeadingGroupSeatInput> Seats,
    Id<Person>? Contact
);

internal sealed class SubmitLeadingGroup : Mutation<SubmitLeadingGroupInput>
{
    public override async Task<MutationResult> ApplyAsync(SubmitLeadingGroupInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindAsync(input.Society, ct, "society") is not { } society)
        {
            return context.Refused();
        }

        var contact = await context.FindAsync(input.Contact, ct, "contact");
        if (await PlaceAsync(society, input, context, ct) is not { } place)
        {
            return context.Refused();
        }

        context.Add(DayOrder.Check(EarlierDay.Discussion, input.SubmittedOn, input.DiscussedOn, "submittedOn"));

        context.Add(GroupTerm.HasContact(contact is not null, place.Rules));

        var group = await context.Graph.Set<LeadingGroup>().SingleOrDefaultAsync(group => group.CouncilTermId == place.Term.Id, ct);
        await CheckStageAsync(group, input, place.Rules, context, ct);
        if (await SeatList.CheckedAsync(input.Seats, place, input.SubmittedOn, context, ct) is not { } seats || context.HasErrors)
        {
            return context.Refused();
        }

        group = await DiscussedAsync(group, place, input, context, ct);
        group.ContactPersonId = contact?.Id ?? group.ContactPersonId;
        group.SubmittedOn = input.SubmittedOn;
        await seats.SubmitAsync(group, input.SubmittedOn, null, context, ct);
        GroupSteps.Move(group, group.Status, GroupStage.Submitted, input.SubmittedOn, null, context);
        await context.SaveAsync(ct);
        if (place.Rules.Approval.Value == Approval.None)
        {
            await GroupSteps.ApproveAsync(group, input.SubmittedOn, context, ct);
        }

        return context.HasErrors ? context.Refused() : context.Done(group);
    }

    private static async Task<GroupPlace?> PlaceAsync(
        Society society,
        SubmitLeadingGroupInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        var rules = await context.RulesOfAsync<LeadingGroupRules>(society.CommitteeId, input.SubmittedOn, ct);
        var term = await context
            .Graph.Set<CouncilTerm>()
            .SingleOrDefaultAsync(
                term => term.SocietyId == society.Id && term.StartedOn <= input.SubmittedOn && input.SubmittedOn < term.EndsOn,
                ct
            );
        context.Add(GroupTerm.Found(term is not null, input.SubmittedOn, rules));
        return term is null ? null : new(term, society, rules);
    }

    private static async Task CheckStageAsync(
        LeadingGroup? group,
        SubmitLeadingGroupInput input,
        LeadingGroupRules rules,
        MutationContext context,
        CancellationToken ct
    )
    {
        var isApproved = group is { Status: GroupStage.Approved };
        context.Add(GroupTerm.MayBeSubmitted(isApproved, rules));
        if (group is not null && !isApproved)
        {
            context.Add(DiscussionFits.Check(group.DiscussedAnewOn ?? group.DiscussedOn, group.ReturnedOn, input.DiscussedOn));
            await GroupSteps.CanMoveAsync(group, GroupStage.Submitted, input.SubmittedOn, "submittedOn", rules, context, ct);
        }
    }

    private static async Task<LeadingGroup> DiscussedAsync(
        LeadingGroup? returned,
        GroupPlace place,
        SubmitLeadingGroupInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (returned is not null)
        {
            // It was a group from its first discussion on, which stays.
            if (input.DiscussedOn != returned.DiscussedOn)
            {
                returned.DiscussedAnewOn = input.DiscussedOn;
            }

            return returned;
        }

        await ExpireEarlierAsync(place, context, ct);
        var group = new LeadingGroup
        {
            CouncilTermId = place.Term.Id,
            Status = GroupStage.Discussed,
            DiscussedOn = input.DiscussedOn,
        };
        context.Graph.Add(group);
        await context.SaveAsync(ct);
        GroupSteps.Move(group, null, GroupStage.Discussed, input.DiscussedOn, null, context);
        return group;
    }

    private static async Task ExpireEarlierAsync(GroupPlace place, MutationContext context, CancellationToken ct)
    {
        var earlier = await (
            from old in context.Graph.Set<LeadingGroup>()
            join term in context.Graph.Set<CouncilTerm>() on old.CouncilTermId equals term.Id
            where term.SocietyId == place.Society.Id && term.EndsOn <= place.Term.StartedOn && old.Status != GroupStage.Expired
            select new { Group = old, term.EndsOn }
        ).ToListAsync(ct);
        foreach (var one in earlier)
        {
            await GroupSteps.ExpireAsync(
                one.Group,
                one.EndsOn < one.Group.DiscussedOn ? one.Group.DiscussedOn : one.EndsOn,
                "Re-elected with the council.",
                context,
                ct
            );
        }
    }
}
