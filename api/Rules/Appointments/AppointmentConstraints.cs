namespace SocietyParty.Rules.Appointments;

/// <summary>What the tables of posts and terms refuse.</summary>
public sealed class AppointmentConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("appointment_one_branch_secretary", "POST_TAKEN", [], "004 班子建设-1", "post"),
            new("appointment_one_council_chair", "POST_TAKEN", [], null, "post"),
            new("appointment_one_committee_secretary", "POST_TAKEN", [], null, "post"),
            new("appointment_held_once", "POST_HELD_ALREADY", [], null, "person"),
            new("council_term_one_at_a_time", "COUNCIL_TERM_OVERLAPS.CouncilTermOneAtATime", [], null, "startedOn"),
            new("council_term_society_id_term_number_key", "COUNCIL_TERM_NUMBER_TAKEN", [], null, "termNumber"),
        ];
}
