using System.ComponentModel.DataAnnotations.Schema;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Service.Model.Evidence;

/// <summary>Row of <c>graph.evidence_record</c>. The days on which it holds are the database's to keep.</summary>
public sealed class EvidenceRecord : IVersioned
{
    public long Id { get; init; }
    public required string Kind { get; init; }
    public required string RuleSetCode { get; init; }
    public required long KeptById { get; init; }
    public long? CommitteeId { get; init; }
    public long? BranchId { get; init; }
    public long? SocietyId { get; init; }
    public long? LeadingGroupId { get; init; }
    public long? PersonId { get; init; }
    public required EvidenceNature Nature { get; init; }
    public required DateOnly HeldOn { get; init; }

    [Column(TypeName = "jsonb")]
    public required string Content { get; init; }

    public required bool IsMet { get; init; }
    public required string Evidence { get; init; }
    public DateOnly? VoidedOn { get; set; }
    public string? VoidReason { get; set; }
    public int Version { get; init; }
}
