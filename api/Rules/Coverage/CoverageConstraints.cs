namespace SocietyParty.Rules.Coverage;

/// <summary>What the tables of ledgers, vetoes and instructors refuse.</summary>
public sealed class CoverageConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("instructor_assignment_once", "INSTRUCTOR_ASSIGNED", [], "001 §7", "instructorRef"),
            new("sync_point_once", "SYNC_POINT_RECORDED", [], "002 §10", "heldOn"),
            new("veto_one_at_a_time", "VETO_HOLDS", [], "002 §10", "society"),
        ];
}
