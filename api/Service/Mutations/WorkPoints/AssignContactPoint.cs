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

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// Gives a committee member a branch to guide (001 §15, §16). More than the rule set plans for a member is a warning or a refusal, as it
/// says. Refused: NOT_A_COMMITTEE_MEMBER 001 §16, CONTACT_POINT_ASSIGNED 001 §16, BRANCH_NOT_ESTABLISHED 001 §16.
/// </summary>
public sealed record AssignContactPointInput(Id<Person> Person, Id<Branch> Branch, DateOnly ValidFrom);

internal sealed class AssignContactPoint : Mutation<AssignContactPointInput>
{
    private const string Clause = "001 §16";

    public override async Task<MutationResult> ApplyAsync(AssignContactPointInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        if (person is null || branch is null)
        {
            return context.Refused();
        }

        context.Add(await StandingBranches.BreachAsync(branch, input.ValidFrom, Clause, context, ct));
        var isMember = await context
            .Graph.Set<Appointment>()
            .AnyAsync(
                post => post.PersonId == person.Id && post.CommitteeId == branch.CommitteeId && post.ValidDuring.Contains(input.ValidFrom),
                ct
            );
        context.Add(WorkFits.IsCommitteeMember(isMember, branch.Name, input.ValidFrom));
        // From that day on, so that what begins later counts, too.
        var from = Days.Of(input.ValidFrom, null);
        var guided = await context
            .Graph.Set<ContactPoint>()
            .CountAsync(
                point =>
                    point.CommitteeId == branch.CommitteeId
                    && point.PersonId == person.Id
                    && point.BranchId != branch.Id
                    && point.ValidDuring.Overlaps(from),
                ct
            );
        var rules = await context.RulesOfAsync<WorkPointRules>(branch.CommitteeId, input.ValidFrom, ct);
        context.Add(ContactPointLoad.OfOneMore(guided, rules.ContactPoints));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var assigned = new ContactPoint
        {
            CommitteeId = branch.CommitteeId,
            PersonId = person.Id,
            BranchId = branch.Id,
            ValidDuring = from,
        };
        context.Graph.Add(assigned);
        await context.SaveAsync(ct);
        return context.Done(assigned);
    }
}
