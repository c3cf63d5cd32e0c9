using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups.Shared;

/// <summary>A seat as it is submitted.</summary>
public sealed record LeadingGroupSeatInput(Id<Person> Person, SeatRole Role);

/// <summary>The seats that an input gives, held to the rules of composition on the day of the submission.</summary>
internal sealed record SeatList(IReadOnlyList<(Person Person, SeatRole Role)> Seats)
{
    /// <summary>Null where a person is not there or sits twice; breaches of the rules are added, and decide later.</summary>
    public static async Task<SeatList?> CheckedAsync(
        IReadOnlyList<LeadingGroupSeatInput> seats,
        GroupPlace place,
        DateOnly day,
        MutationContext context,
        CancellationToken ct
    )
    {
        var people = new List<(Person, SeatRole)>();
        for (var i = 0; i < seats.Count; i++)
        {
            if (await context.FindAsync(seats[i].Person, ct, "seats", MutationContext.Position(i), "person") is { } person)
            {
                people.Add((person, seats[i].Role));
            }
        }

        if (people.Count < seats.Count)
        {
            return null;
        }

        var isSeatedTwice = people.Select(seat => seat.Item1.Id).Distinct().Count() < people.Count;
        if (NamedOnce.Check(NamedThing.SeatedPerson, null, isSeatedTwice, "seats") is { } twice)
        {
            context.Add(twice);
            return null;
        }

        var list = new SeatList(people);
        await list.CheckAsync(place, day, context, ct);
        return list;
    }

    /// <summary>Adds the composition to a group.</summary>
    public async Task<LeadingGroupComposition> SubmitAsync(
        LeadingGroup group,
        DateOnly day,
        string? reason,
        MutationContext context,
        CancellationToken ct
    )
    {
        var last = await context
            .Graph.Set<LeadingGroupComposition>()
            .Where(one => one.LeadingGroupId == group.Id)
            .MaxAsync(one => (int?)one.Number, ct)
            ?? 0;
        var composition = new LeadingGroupComposition
        {
            LeadingGroupId = group.Id,
            Number = last + 1,
            Status = GroupStage.Submitted,
            SubmittedOn = day,
            Reason = reason,
        };
        context.Graph.Add(composition);
        await context.SaveAsync(ct);
        context.Graph.AddRange(
            Seats.Select(seat => new LeadingGroupSeat
            {
                CompositionId = composition.Id,
                PersonId = seat.Person.Id,
                Role = seat.Role,
            })
        );
        await context.SaveAsync(ct);
        return composition;
    }

    private async Task CheckAsync(GroupPlace place, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var posts = await context
            .Graph.Set<Appointment>()
            .Where(post =>
                post.CouncilTermId == place.Term.Id
                && (post.Post == Post.CouncilChair || post.Post == Post.CouncilViceChair)
                && post.ValidDuring.Contains(day)
            )
            .ToListAsync(ct);
        var asked = posts.Select(post => post.PersonId).Concat(Seats.Select(seat => seat.Person.Id)).ToHashSet();
        var members = (
            await context
                .Graph.Set<Member>()
                .Where(member =>
                    asked.Contains(member.PersonId)
                    && (member.JoinedOn == null || member.JoinedOn <= day)
                    && (member.EndedOn == null || day < member.EndedOn)
                )
                .Select(member => member.PersonId)
                .ToListAsync(ct)
        ).ToHashSet();
        bool Holds(long person, Post post) => posts.Any(held => held.PersonId == person && held.Post == post);
        bool HasMember(Post post) => posts.Any(held => held.Post == post && members.Contains(held.PersonId));
        context.Add(
            GroupComposition.Breaches(
                [
                    .. Seats.Select(seat => new Seat(
                        seat.Role,
                        members.Contains(seat.Person.Id),
                        Holds(seat.Person.Id, Post.CouncilChair),
                        Holds(seat.Person.Id, Post.CouncilViceChair)
                    )),
                ],
                new Council(HasMember(Post.CouncilChair), HasMember(Post.CouncilViceChair)),
                place.Rules
            )
        );
    }
}
