namespace SocietyParty.Rules.Evidence;

/// <summary>What the table of evidence records refuses.</summary>
public sealed class EvidenceConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [new("evidence_record_one_state_at_a_time", "EVIDENCE_RECORDED.EvidenceRecordOneStateAtATime", [], Path: "heldOn")];
}
