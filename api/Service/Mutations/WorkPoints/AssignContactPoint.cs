using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Mutations.WorkPoints.Shared;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Gives a committee member a branch to guide (001 §15, §16). More than the rule set plans for a member is a warning or a refusal, as it
/// says. Refused: NOT_A_COMMITTEE_MEMBER 001 §16, CONTACT_POINT_ASSIGNED 001 §16, BRANCH_NOT_ESTABLISHED 001 §16.
/// </summary>
public sealed record AssignContactPointInput(Id<Person> Person, Id<Branch> Branch, DateOnly ValidFrom);

internal sealed class AssignContactPoint : Mutation<AssignContactPointInput>
{
    public override async Task<MutationResult> ApplyAsync(AssignContactPointInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        if (person is null || branch is null)
        {
            return context.Refused();
        }

        await ContactChecks.CheckAsync(person.Id, branch, input.ValidFrom, to: null, context, ct);
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var assigned = new ContactPoint
        {
            CommitteeId = branch.CommitteeId,
            PersonId = person.Id,
            BranchId = branch.Id,
            ValidDuring = Days.Of(input.ValidFrom, null),
        };
        context.Graph.Add(assigned);
        await context.SaveAsync(ct);
        return context.Done(assigned);
    }
}
