using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Evidence;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Evidence.Shared;

/// <summary>The results of assessments that a record names (004 第七条).</summary>
internal static class NamedResults
{
    public static async Task CheckAsync(
        EvidenceKind kind,
        EvidenceOf of,
        RecordEvidenceInput input,
        MutationContext context,
        CancellationToken ct
    )
    {
        for (var i = 0; i < input.Fields.Count; i++)
        {
            if (kind.Field(input.Fields[i].Name) is not { Type: EvidenceType.Result } field)
            {
                continue;
            }

            var position = i.ToString(CultureInfo.InvariantCulture);
            var id = Id.Of<Assessment>(input.Fields[i].Value.Trim());
            if (await context.FindAsync(id, ct, "fields", position, "value") is { } result)
            {
                var named = new NamedResult(field, result.Year, result.IssuedOn, await IsOfAsync(result, of, context, ct));
                context.Add(EvidenceResults.Check(named, input.HeldOn, kind.Source, position));
            }
        }
    }

    private static async Task<bool> IsOfAsync(Assessment result, EvidenceOf of, MutationContext context, CancellationToken ct) =>
        of.Kind == EvidenceSubject.Branch
            ? result.BranchId == of.Id
            : await context.Graph.Set<BranchSociety>().AnyAsync(link => link.BranchId == result.BranchId && link.SocietyId == of.Id, ct);
}
