using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>What holds of names and codes wherever they are given.</summary>
internal static class SocietyNames
{
    /// <summary>Why an alias of a renamed thing is one, in the words of published lists.</summary>
    public const string Former = "曾用名";

    public static bool Check(string name, MutationContext context, string field)
    {
        var unfit = NameFits.Check(name, field);
        context.Add(unfit);
        return unfit is null;
    }

    /// <summary>
    /// The branch of a committee that has a name, or one but for width and blanks; null where there is none.
    /// </summary>
    /// <param name="but">Key of a branch that is left out: one that is renamed.</param>
    public static Task<string?> FindBranchAsync(
        MutationContext context,
        long committee,
        string name,
        CancellationToken ct,
        long? but = null
    ) =>
        context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT name AS "Value" FROM graph.branch
                WHERE committee_id = {committee} AND graph.name_key(name) = graph.name_key({name}) AND id IS DISTINCT FROM {but}
                ORDER BY name <> {name} LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>As <see cref="FindBranchAsync"/>, of another society than the one with a key.</summary>
    public static Task<string?> FindSocietyAsync(MutationContext context, long committee, string name, long? but, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT name AS "Value" FROM graph.society
                WHERE committee_id = {committee} AND graph.name_key(name) = graph.name_key({name}) AND id IS DISTINCT FROM {but}
                ORDER BY name <> {name} LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>As <see cref="FindBranchAsync"/>, of a supporting unit of a region; null: of those that state none.</summary>
    public static Task<string?> FindSupportingUnitAsync(MutationContext context, string? region, string name, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT name AS "Value" FROM graph.supporting_unit
                WHERE region_code IS NOT DISTINCT FROM {region} AND graph.name_key(name) = graph.name_key({name})
                ORDER BY name <> {name} LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>As <see cref="FindBranchAsync"/>, of another committee of a region than the one with a key.</summary>
    public static Task<string?> FindCommitteeAsync(MutationContext context, string region, string name, long? but, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT name AS "Value" FROM graph.committee
                WHERE region_code = {region} AND graph.name_key(name) = graph.name_key({name}) AND id IS DISTINCT FROM {but}
                ORDER BY name <> {name} LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>The other branch of a committee that had a name; null where none did.</summary>
    public static Task<string?> FormerBranchAsync(
        MutationContext context,
        long committee,
        string name,
        CancellationToken ct,
        long? but = null
    ) =>
        context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT b.name AS "Value" FROM graph.branch_alias AS a JOIN graph.branch AS b ON b.id = a.branch_id
                WHERE b.committee_id = {committee} AND graph.name_key(a.alias) = graph.name_key({name}) AND b.id IS DISTINCT FROM {but}
                ORDER BY b.name LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>As <see cref="FormerBranchAsync"/>, of societies.</summary>
    public static Task<string?> FormerSocietyAsync(MutationContext context, long committee, string name, long? but, CancellationToken ct) =>
        context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT s.name AS "Value" FROM graph.society_alias AS a JOIN graph.society AS s ON s.id = a.society_id
                WHERE s.committee_id = {committee} AND graph.name_key(a.alias) = graph.name_key({name}) AND s.id IS DISTINCT FROM {but}
                ORDER BY s.name LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    /// <summary>As <see cref="FormerBranchAsync"/>, of committees of a region.</summary>
    public static Task<string?> FormerCommitteeAsync(
        MutationContext context,
        string region,
        string name,
        long? but,
        CancellationToken ct
    ) =>
        context
            .Graph.Database.SqlQuery<string>(
                $"""
                SELECT c.name AS "Value" FROM graph.committee_alias AS a JOIN graph.committee AS c ON c.id = a.committee_id
                WHERE c.region_code = {region} AND graph.name_key(a.alias) = graph.name_key({name}) AND c.id IS DISTINCT FROM {but}
                ORDER BY c.name LIMIT 1
                """
            )
            .SingleOrDefaultAsync(ct);

    public static async Task CheckDisciplineAsync(string? code, MutationContext context, CancellationToken ct)
    {
        if (
            code is not null
            && !await context
                .Graph.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM graph.discipline WHERE code = {code}) AS \"Value\"")
                .SingleAsync(ct)
        )
        {
            context.Missing("Discipline", code, "discipline");
        }
    }
}
