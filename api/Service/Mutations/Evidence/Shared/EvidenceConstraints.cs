using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Evidence.Shared;

/// <summary>What the table of evidence records refuses.</summary>
internal sealed class EvidenceConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [new("evidence_record_one_state_at_a_time", "EVIDENCE_RECORDED.EvidenceRecordOneStateAtATime", [], Path: "heldOn")];
}
