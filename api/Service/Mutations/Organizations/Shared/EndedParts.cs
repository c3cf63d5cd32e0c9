using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Members;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>What ended with a party organization comes back with it, and a warning names whatever stays ended.</summary>
internal static class EndedParts
{
    // Groups before those who were in them.
    private static readonly (EndedPart Part, string Table)[] Parts =
    [
        (EndedPart.Appointment, "appointment"),
        (EndedPart.BranchParent, "branch_parent"),
        (EndedPart.ConsortiumBranch, "consortium_branch"),
        (EndedPart.PartyGroup, "party_group"),
        (EndedPart.PartyGroupMember, "party_group_member"),
    ];

    /// <param name="day">The dissolution's.</param>
    public static async Task RestoreAsync(Branch branch, DateOnly day, MutationContext context, CancellationToken ct)
    {
        var ended = await context
            .Graph.Database.SqlQuery<Ended>(
                $"""
                SELECT DISTINCT ON (part, row_id) id AS "Id", part AS "Part", (row_before ->> 'person_id')::bigint AS "Person",
                       (row_before ->> 'parent_id')::bigint AS "Upper", lower((row_before ->> 'valid_during')::daterange) AS "From",
                       upper((row_before ->> 'valid_during')::daterange) AS "Until"
                FROM graph.branch_ended_part WHERE branch_id = {branch.Id} ORDER BY part, row_id, id
                """
            )
            .ToListAsync(ct);
        context.Add(Restoration.PartsKnown(ended.Any(one => one.Part == "branch")));
        foreach (var (part, table) in Parts)
        {
            var stay = 0;
            foreach (var one in ended.Where(one => one.Part == table).OrderBy(one => one.Id))
            {
                if (!await FitsAsync(one, branch, day, context, ct) || !await IsBackAsync(one, context, ct))
                {
                    stay++;
                }
            }

            context.Add(Restoration.StayEnded(part, stay));
        }

        await context.Graph.Database.ExecuteSqlAsync($"DELETE FROM graph.branch_ended_part WHERE branch_id = {branch.Id}", ct);
    }

    private static async Task<bool> FitsAsync(Ended one, Branch branch, DateOnly day, MutationContext context, CancellationToken ct)
    {
        if (one.Person is { } person)
        {
            var member = await context.Graph.Set<Member>().AsNoTracking().SingleOrDefaultAsync(member => member.PersonId == person, ct);
            return member is null
                || MembershipFits.Check(await context.EndsAsync(member.Id, ct), one.From ?? day, one.Until, "branch") is null;
        }

        if (one.Upper is { } upper)
        {
            var above = (await context.Graph.Set<Branch>().FindAsync([upper], ct))!;
            return BranchTree
                .Place(await BranchPlaces.FactsAsync(branch, above, one.From ?? day, context, ct), "branch")
                .All(breach => breach.Severity != Severity.Error);
        }

        return true;
    }

    private static Task<bool> IsBackAsync(Ended one, MutationContext context, CancellationToken ct) =>
        context.Graph.Database.SqlQuery<bool>($"""SELECT graph.branch_restore_part({one.Id}) AS "Value" """).SingleAsync(ct);

    /// <param name="Part">Its table.</param>
    /// <param name="Person">Of a post.</param>
    /// <param name="Upper">Of a place: who led the organization.</param>
    private sealed record Ended(long Id, string Part, long? Person, long? Upper, DateOnly? From, DateOnly? Until);
}
