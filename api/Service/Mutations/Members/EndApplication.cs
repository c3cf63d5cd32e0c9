using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Members.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>Ends the cultivation of an applicant. Refused: WRONG_STAGE, BEFORE_CULTIVATION, VERSION_CONFLICT.</summary>
public sealed record EndApplicationInput(Id<Applicant> Applicant, DateOnly EndedOn, int? Version);

internal sealed class EndApplication : Mutation<EndApplicationInput>
{
    public override async Task<MutationResult> ApplyAsync(EndApplicationInput input, MutationContext context, CancellationToken ct)
    {
        if (await context.FindCultivatedAsync(input.Applicant, input.Version, input.EndedOn, "endedOn", ct) is not { } applicant)
        {
            return context.Refused();
        }

        applicant.State = ApplicantState.Ended;
        applicant.ClosedOn = input.EndedOn;
        return context.Done(applicant);
    }
}
