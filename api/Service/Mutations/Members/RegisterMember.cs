using SocietyParty.Rules;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Enters a party member of a branch. Refused: PERSON_IS_MEMBER, PERSON_WAS_MEMBER, PERSON_IS_APPLICANT, BRANCH_DISSOLVED,
/// AFFILIATION_TWICE (002 §5: one affiliation), PLACE_EMPTY, STATUS_BEFORE_JOINING.
/// </summary>
public sealed record RegisterMemberInput(
    Id<Person> Person,
    Id<Branch> Branch,
    MemberStatus Status,
    DateOnly? JoinedOn,
    DateOnly? StatusSince,
    Id<Branch>? AffiliationBranch,
    Id<SupportingUnit>? AffiliationUnit,
    string? AffiliationPlace,
    DateOnly? AffiliatedSince
);

internal sealed class RegisterMember : Mutation<RegisterMemberInput>
{
    public override async Task<MutationResult> ApplyAsync(RegisterMemberInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        var place = await Place.ReadAsync(
            context,
            "affiliation",
            input.AffiliationBranch,
            input.AffiliationUnit,
            input.AffiliationPlace,
            ct
        );
        context.Add(AffiliationPlace.AtMostOne(place.Count));

        context.Add(branch is null ? null : StandingBranch.ForMembers(branch.Stated()));

        context.Add(DayOrder.Check(EarlierDay.Joining, input.StatusSince, input.JoinedOn, "statusSince"));

        if (person is not null)
        {
            await Somebody.CheckAsync(context, person, ct);
        }

        if (person is null || branch is null || context.HasErrors)
        {
            return context.Refused();
        }

        var member = new Member
        {
            PersonId = person.Id,
            MemberRef = person.PersonRef,
            BranchId = branch.Id,
            Status = input.Status,
            StatusSince = input.StatusSince ?? (input.Status == MemberStatus.Probationary ? input.JoinedOn : null),
            JoinedOn = input.JoinedOn,
        };
        place.GiveTo(member, input.AffiliatedSince);
        context.Graph.Add(member);
        await context.SaveAsync(ct);
        return context.Done(member);
    }
}
