using SocietyParty.Etl.Import;
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
        var forms =
            input.Form is null && committee is { } rulesOf
                ? (await context.FindRulesOfAsync<OrganizationRules>(rulesOf, input.ProposedOn, ct))?.Forms ?? []
                : [];
        var named = input.Form is null && input.FormCode is null ? OfName(input.Name, forms) : null;
        context.Add(OwnNameFits.FormOnce(input.Form is not null || named is not null, input.FormCode is not null));
        if (context.HasErrors)
        {
            return null;
        }

        if (input.FormCode is not { } code)
        {
            return named ?? (input.Form!.Value, null);
        }

        context.Add(OwnNameFits.FormKnown(code, [.. forms.Select(known => (known.Code, known.Word))]));
        return forms.FirstOrDefault(known => known.Code == code) is { } own ? (Usual(own.Form), own) : null;
    }

    // As a sheet reads it: an ending that the rules of the day name, the longest first, else a usual one.
    private static (OrganizationForm Form, FormWord? Own)? OfName(string name, IReadOnlyList<FormWord> forms) =>
        forms.Where(form => name.EndsWith(form.Name, StringComparison.Ordinal)).MaxBy(form => form.Name.Length) is { } own
            ? (Usual(own.Form), own)
        : RosterWords.Split(name) is { } split ? (Usual(split.Form), null)
        : null;

    private static OrganizationForm Usual(string form) =>
        Enum.Parse<OrganizationForm>(form.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
