using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Appointments.Shared;

/// <summary>The post as it is given: a usual one, or the code of one of the rule set's own.</summary>
internal static class OwnPost
{
    /// <summary>The usual post, and the own one that stands for it; null where something is refused.</summary>
    public static async Task<(Post Post, PostWord? Own)?> OfAsync(
        AppointInput input,
        Branch? branch,
        CouncilTerm? term,
        Committee? committee,
        Society? society,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(OwnNameFits.PostOnce(input.Post is not null, input.PostCode is not null));
        if (context.HasErrors)
        {
            return null;
        }

        if (input.PostCode is not { } code)
        {
            return (input.Post!.Value, null);
        }

        var of = society ?? (term is null ? null : await context.Graph.Set<Society>().FindAsync([term.SocietyId], ct));
        // Without a place nobody knows whose rules hold; the place is what is refused then.
        var posts = (committee?.Id ?? branch?.CommitteeId ?? of?.CommitteeId) is { } rulesOf
            ? (await context.FindRulesOfAsync<OrganizationRules>(rulesOf, input.ValidFrom, ct))?.Posts ?? []
            : [];
        context.Add(OwnNameFits.PostKnown(code, [.. posts.Select(known => (known.Code, known.Word))]));
        return posts.FirstOrDefault(known => known.Code == code) is { } own
            ? (Enum.Parse<Post>(own.Post.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), own)
            : null;
    }
}
