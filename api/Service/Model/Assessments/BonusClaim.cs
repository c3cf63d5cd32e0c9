using SocietyParty.Rules.Assessments;

namespace SocietyParty.Service.Model.Assessments;

/// <summary>Row of <c>graph.bonus_claim</c>.</summary>
public sealed class BonusClaim : IVersioned
{
    public long Id { get; init; }
    public required long EntryId { get; init; }
    public required string BonusItem { get; init; }
    public required BonusLevel Level { get; init; }
    public required string EvidenceRef { get; init; }
    public required string Description { get; init; }
    public required decimal Points { get; init; }
    public BonusClaimStatus Status { get; set; }
    public required DateOnly ClaimedOn { get; init; }
    public DateOnly? DecidedOn { get; set; }
    public string? Reason { get; set; }
    public int Version { get; init; }
}

public enum BonusClaimStatus
{
    Claimed,
    Accepted,
    Refused,
}
