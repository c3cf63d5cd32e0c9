using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Categories.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Takes up an applicant. Refused: CATEGORY_FORBIDS_CULTIVATING_APPLICANTS (000 §三), PERSON_IS_MEMBER, PERSON_WAS_MEMBER,
/// PERSON_IS_APPLICANT, BRANCH_NOT_ESTABLISHED.
/// </summary>
public sealed record RegisterApplicantInput(Id<Person> Person, Id<Branch> Branch, DateOnly CultivatedSince);

internal sealed class RegisterApplicant : Mutation<RegisterApplicantInput>
{
    public override async Task<MutationResult> ApplyAsync(RegisterApplicantInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        if (person is not null)
        {
            await Somebody.CheckAsync(context, person, ct);
        }

        if (branch is not null)
        {
            context.Add(StandingBranch.ForPeople(branch.Stated()) ?? TemporaryBranch.TakesNobody(branch.Stated(), "branch"));

            await context.CheckPermissionAsync(branch, Permission.CultivateApplicants, input.CultivatedSince, "branch", ct);
        }

        if (person is null || branch is null || context.HasErrors)
        {
            return context.Refused();
        }

        var applicant = new Applicant
        {
            PersonId = person.Id,
            BranchId = branch.Id,
            CultivatedSince = input.CultivatedSince,
            State = ApplicantState.Cultivated,
        };
        context.Graph.Add(applicant);
        await context.SaveAsync(ct);
        return context.Done(applicant);
    }
}
