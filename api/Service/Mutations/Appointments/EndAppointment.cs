using SocietyParty.Rules.Days;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Appointments;

/// <summary>Ends a post. Refused: APPOINTMENT_OVER, PERIOD_EMPTY, VERSION_CONFLICT.</summary>
public sealed record EndAppointmentInput(Id<Appointment> Appointment, DateOnly EndsOn, int? Version);

internal sealed class EndAppointment : Mutation<EndAppointmentInput>
{
    public override async Task<MutationResult> ApplyAsync(EndAppointmentInput input, MutationContext context, CancellationToken ct)
    {
        if (
            await context.FindAsync(input.Appointment, ct, "appointment") is not { } appointment
            || !context.HasVersion(appointment, input.Version)
        )
        {
            return context.Refused();
        }

        context.Add(PeriodFits.PostEnds(appointment.ValidDuring.Stated(), input.EndsOn));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        appointment.ValidDuring = appointment.ValidDuring.Until(input.EndsOn);
        return context.Done(appointment);
    }
}
