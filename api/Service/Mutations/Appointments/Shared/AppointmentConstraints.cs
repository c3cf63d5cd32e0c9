using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Appointments.Shared;

/// <summary>What the tables of posts and terms refuse.</summary>
internal sealed class AppointmentConstraints : IConstraintErrors
{
    private const string Taken = "Somebody else holds the post on some of these days. End that first.";

    public IEnumerable<ConstraintError> All =>
        [
            new("appointment_one_branch_secretary", "POST_TAKEN", Taken, "004 班子建设-1", "post"),
            new("appointment_one_council_chair", "POST_TAKEN", Taken, null, "post"),
            new("appointment_one_committee_secretary", "POST_TAKEN", Taken, null, "post"),
            new("appointment_held_once", "POST_HELD_ALREADY", "The person holds the post on some of these days already.", null, "person"),
            new(
                "council_term_one_at_a_time",
                "COUNCIL_TERM_OVERLAPS",
                "The society has a council on some of these days.",
                null,
                "startedOn"
            ),
            new(
                "council_term_society_id_term_number_key",
                "COUNCIL_TERM_NUMBER_TAKEN",
                "The society has a term of that number.",
                null,
                "termNumber"
            ),
        ];
}
