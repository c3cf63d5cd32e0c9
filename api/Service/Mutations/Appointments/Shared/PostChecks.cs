using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Appointments.Shared;

/// <summary>Asks the rules of posts in party organizations and committees; the sheet of appointments asks the same.</summary>
internal static class PostChecks
{
    public static async Task CheckAsync(
        AppointInput input,
        Post post,
        Person person,
        Branch? branch,
        MutationContext context,
        CancellationToken ct
    )
    {
        if (branch is not null)
        {
            context.Add(PostInBranch.Check(branch.Name, branch.Status == BranchStatus.Dissolved, branch.StatusSince, input.ValidTo));
            context.Add(PostInBranch.Begins(branch.Name, await BranchPlaces.BegunAsync(branch.Id, context, ct), input.ValidFrom));
            context.Add(TemporaryBranch.Lasts(branch.Name, branch.EndsOn, input.ValidFrom, "validFrom"));
        }

        if (PostPlaces.NeedsPartyMember(post))
        {
            context.Add(
                PostHolders.Check(
                    new(post == Post.BranchSecretary, input.ValidFrom, input.ValidTo, input.SentFromAbove == true),
                    await FactsAsync(input, person, branch, context, ct)
                )
            );
        }
    }

    private static async Task<HolderFacts> FactsAsync(
        AppointInput input,
        Person person,
        Branch? branch,
        MutationContext context,
        CancellationToken ct
    )
    {
        var member = await context.Graph.Set<Member>().AsNoTracking().SingleOrDefaultAsync(member => member.PersonId == person.Id, ct);
        if (member is null)
        {
            return new(IsMember: false, IsProbationary: false, IsOfBranch: false, JoinedOn: null, Ends: []);
        }

        var then = await context
            .Graph.Database.SqlQuery<MemberThen>(
                $"""
                SELECT status = 'PROBATIONARY' AS "IsProbationary", branch_id AS "BranchId" FROM graph.member_on({input.ValidFrom}) WHERE id = {member.Id}
                """
            )
            .SingleAsync(ct);
        return new(
            IsMember: true,
            then.IsProbationary,
            branch is null || then.BranchId == branch.Id,
            member.JoinedOn,
            await context.EndsAsync(member.Id, ct),
            branch is null
                ? null
                : await context
                    .Graph.Database.SqlQuery<bool?>(
                        $"SELECT graph.leads_society_of({branch.Id}, {person.Id}, {input.ValidFrom}) AS \"Value\""
                    )
                    .SingleAsync(ct)
        );
    }

    private sealed class MemberThen
    {
        public bool IsProbationary { get; init; }
        public long BranchId { get; init; }
    }
}
