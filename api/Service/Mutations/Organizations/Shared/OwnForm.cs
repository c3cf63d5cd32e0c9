using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>The form as it is given: a usual one, or the code of one of the rule set's own.</summary>
internal static class OwnForm
{
    /// <summary>The usual form, and the own one that stands for it; null where something is refused.</summary>
    /// <param name="committee">Whose rules hold; null: nobody's, without a society.</param>
    public static async Task<(OrganizationForm Form, FormWord? Own)?> OfAsync(
        ProposeBranchInput input,
        long? committee,
        MutationContext context,
        CancellationToken ct
    )
    {
        context.Add(OwnNameFits.FormOnce(input.Form is not null, input.FormCode is not null));
        if (context.HasErrors)
        {
            return null;
        }

        if (input.FormCode is not { } code)
        {
            return (input.Form!.Value, null);
        }

        var forms = committee is { } rulesOf
            ? (await context.FindRulesOfAsync<OrganizationRules>(rulesOf, input.ProposedOn, ct))?.Forms ?? []
            : [];
        context.Add(OwnNameFits.FormKnown(code, [.. forms.Select(known => (known.Code, known.Word))]));
        return forms.FirstOrDefault(known => known.Code == code) is { } own
            ? (Enum.Parse<OrganizationForm>(own.Form.Replace("_", "", StringComparison.Ordinal), ignoreCase: true), own)
            : null;
    }
}
