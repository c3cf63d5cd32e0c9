using SocietyParty.Rules;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Members;
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

        var unfit = MemberStates.IsCultivated(applicant.State == ApplicantState.Cultivated, applicant.State, applicant.ClosedOn)
            ?? DayOrder.Check(EarlierDay.Cultivation, day, applicant.CultivatedSince, dateField);
        context.Add(unfit);
        return unfit is null ? applicant : null;
    }
}
