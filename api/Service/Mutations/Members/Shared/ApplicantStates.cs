using SocietyParty.Rules;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>An application ends once: with membership or without.</summary>
internal static class ApplicantStates
{
    /// <summary>The applicant; null, with the errors, where there is none, it is over, or it is another version.</summary>
    public static async Task<Applicant?> FindCultivatedAsync(
        this MutationContext context,
        Id<Applicant> id,
        int? version,
        DateOnly day,
        string dateField,
        CancellationToken ct
    )
    {
        if (await context.FindAsync(id, ct, "applicant") is not { } applicant || !context.HasVersion(applicant, version))
        {
            return null;
        }

        if (applicant.State != ApplicantState.Cultivated)
        {
            context.Add(
                new Breach(
                    "WRONG_STAGE.ApplicantStates",
                    [("state", applicant.State), ("closedOn", applicant.ClosedOn)],
                    null,
                    Path: ["applicant"]
                )
            );
            return null;
        }

        if (day >= applicant.CultivatedSince)
        {
            return applicant;
        }

        context.Fail("BEFORE_CULTIVATION", [("cultivatedSince", applicant.CultivatedSince)], dateField);
        return null;
    }
}
