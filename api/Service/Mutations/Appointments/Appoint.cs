using SocietyParty.Rules.Appointments;
using SocietyParty.Rules.Days;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Appointments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Appointments;

/// <summary>
/// Gives a person a post (004 班子建设-1). Refused: POST_PLACE (not exactly the place that the post belongs to), POST_MISSING,
/// POST_NOT_ONE, POST_UNKNOWN (none of the rules of the first day), PERIOD_EMPTY,
/// BRANCH_DISSOLVED, POST_BEFORE_BRANCH, POST_NEEDS_PARTY_MEMBER, MEMBERSHIP_ENDED, POST_BEFORE_JOINING and SECRETARY_OF_ANOTHER_BRANCH
/// (002 §3), POST_NEEDS_FULL_MEMBER (党章), POST_NOT_SENT, POST_OUTSIDE_TERM, POST_TAKEN, POST_HELD_ALREADY. Told:
/// SECRETARY_LEADS_NO_SOCIETY (002 §3).
/// </summary>
public sealed record AppointInput(
    Id<Person> Person,
    Post? Post,
    string? PostCode,
    Id<Branch>? Branch,
    Id<CouncilTerm>? CouncilTerm,
    Id<Committee>? Committee,
    Id<Society>? Society,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    bool? SentFromAbove
);

internal sealed class Appoint : Mutation<AppointInput>
{
    public override async Task<MutationResult> ApplyAsync(AppointInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        var term = await context.FindAsync(input.CouncilTerm, ct, "councilTerm");
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        var society = await context.FindAsync(input.Society, ct, "society");
        if (person is null || context.HasErrors)
        {
            return context.Refused();
        }

        if (await OwnPost.OfAsync(input, branch, term, committee, society, context, ct) is not { } held)
        {
            return context.Refused();
        }

        CheckPlace(input, held.Post, context);
        var until = input.ValidTo ?? term?.EndsOn;
        context.Add(PeriodFits.HasDays(input.ValidFrom, input.ValidTo, "validTo"));

        context.Add(term is null ? null : PostPlace.InTerm(term.StartedOn, term.EndsOn, input.ValidFrom, until));

        context.Add(PostPlace.Sent(held.Post, input.SentFromAbove == true, PostPlaces.Of(held.Post) == "branch"));

        await PostChecks.CheckAsync(input, held.Post, person, branch, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var appointment = new Appointment
        {
            PersonId = person.Id,
            Post = held.Post,
            PostCode = held.Own?.Code,
            PostName = held.Own?.Name,
            PostEnglishName = held.Own?.EnglishName,
            BranchId = branch?.Id,
            CouncilTermId = term?.Id,
            CommitteeId = committee?.Id,
            SocietyId = society?.Id,
            ValidDuring = Days.Of(input.ValidFrom, until),
            SentFromAbove = input.SentFromAbove ?? false,
        };
        context.Graph.Add(appointment);
        await context.SaveAsync(ct);
        return context.Done(appointment);
    }

    private static void CheckPlace(AppointInput input, Post post, MutationContext context)
    {
        string?[] given =
        [
            input.Branch is null ? null : "branch",
            input.CouncilTerm is null ? null : "councilTerm",
            input.Committee is null ? null : "committee",
            input.Society is null ? null : "society",
        ];
        context.Add(PostPlace.Check(post, PostPlaces.Of(post), given.OfType<string>()));
    }
}
