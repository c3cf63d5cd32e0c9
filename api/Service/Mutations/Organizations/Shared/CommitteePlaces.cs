using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>Regions and the tree of committees, as mutations read and write them.</summary>
internal static class CommitteePlaces
{
    /// <summary>The region of a code; null, with the error for it, where no list has it.</summary>
    public static async Task<RegionFacts?> FindRegionAsync(string code, MutationContext context, CancellationToken ct)
    {
        var plain = PlainText.Narrow(code).Trim();
        var region = await context
            .Graph.Database.SqlQuery<RegionFacts>(
                $"""
                SELECT code::text AS "Code", name AS "Name", listed_to AS "ListedTo", listed_from AS "ListedFrom"
                FROM graph.region WHERE code = {plain}
                """
            )
            .SingleOrDefaultAsync(ct);
        if (region is null)
        {
            context.Missing("Region", code, "region");
        }

        return region;
    }

    /// <summary>What is to be known of an upper committee.</summary>
    /// <param name="committee">Key of the lower one; null: it is founded now.</param>
    public static async Task<CommitteePlaceFacts> FactsAsync(
        long? committee,
        string region,
        Committee upper,
        DateOnly from,
        MutationContext context,
        CancellationToken ct
    )
    {
        // Two moves that are harmless alone can close a circle together; the table's trigger waits for its turn by the same lock.
        await context.Graph.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('graph.committee_parent'))", ct);
        var isWithin = await context
            .Graph.Database.SqlQuery<bool>(
                $"""
                WITH RECURSIVE above (id) AS (
                    SELECT {upper.Id}::bigint
                    UNION
                    SELECT p.parent_id FROM above JOIN graph.committee_parent AS p ON p.committee_id = above.id
                    WHERE p.valid_during && daterange({from}, NULL)
                )
                SELECT EXISTS (SELECT FROM above WHERE id = {committee}) AS "Value"
                """
            )
            .SingleAsync(ct);
        var isAround = await context
            .Graph.Database.SqlQuery<bool>($"SELECT {upper.RegionCode} = ANY (around) AS \"Value\" FROM graph.region WHERE code = {region}")
            .SingleAsync(ct);
        var level = await context.Graph.Database.SqlQuery<string>($"SELECT graph.level_of_region({region}) AS \"Value\"").SingleAsync(ct);
        var isLower = upper.Level > Enum.Parse<Level>(level, ignoreCase: true);
        return new(isWithin, upper.EstablishedOn, upper.AbolishedOn, isAround, upper.Name, from, isLower);
    }

    /// <summary>Day of the last change of a committee's place, the loss of one among them; null where it had none or nobody says.</summary>
    public static Task<DateOnly?> SinceAsync(long committee, MutationContext context, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<DateOnly?>(
                $"""
                SELECT max(coalesce(upper(valid_during), lower(valid_during))) AS "Value"
                FROM graph.committee_parent WHERE committee_id = {committee}
                """
            )
            .SingleAsync(ct);

    /// <summary>From a day on a committee stands under another one, or under none; what stood before that day stays.</summary>
    public static async Task WriteAsync(long committee, long? upper, DateOnly from, MutationContext context, CancellationToken ct)
    {
        await LeaveAsync(committee, from, context, ct);
        // Whoever read the committee before does not know its place.
        await context.Graph.Database.ExecuteSqlAsync($"UPDATE graph.committee SET version = version + 1 WHERE id = {committee}", ct);
        if (upper is { } parent)
        {
            await context.Graph.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during)
                VALUES ({committee}, {parent}, daterange({from}, NULL))
                """,
                ct
            );
        }
    }

    /// <summary>A committee's place ends with a day.</summary>
    public static async Task LeaveAsync(long committee, DateOnly day, MutationContext context, CancellationToken ct)
    {
        // In SQL: a period is its own key here, which EF Core cannot follow.
        await context.Graph.Database.ExecuteSqlAsync(
            $"DELETE FROM graph.committee_parent WHERE committee_id = {committee} AND lower(valid_during) >= {day}",
            ct
        );
        await context.Graph.Database.ExecuteSqlAsync(
            $"""
            UPDATE graph.committee_parent SET valid_during = daterange(lower(valid_during), {day})
            WHERE committee_id = {committee} AND valid_during @> {day}
            """,
            ct
        );
    }
}
