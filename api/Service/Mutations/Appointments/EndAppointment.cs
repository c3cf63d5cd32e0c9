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

        if (!appointment.ValidDuring.CanEndOn(input.EndsOn))
        {
            context.Fail("PERIOD_EMPTY.EndAppointment", [], "endsOn");
        }
        else if (appointment.ValidDuring.HasEndedBy(input.EndsOn))
        {
            context.Fail("APPOINTMENT_OVER", [("endedOn", appointment.ValidDuring.UpperBound)], "endsOn");
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        appointment.ValidDuring = appointment.ValidDuring.Until(input.EndsOn);
        return context.Done(appointment);
    }
}
