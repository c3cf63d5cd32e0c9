using SocietyParty.Rules.Assessments;

namespace SocietyParty.Service.Model.Assessments;

/// <summary>Row of <c>graph.bonus_claim</c>.</summary>
public sealed class BonusClaim : IVersioned
{
    public long Id { get; init; }
    public required long EntryId { get; init; }
    public required string BonusItem { get; set; }
    public required string Level { get; set; }
    public required string? LevelName { get; set; }
    public required string? LevelEnglishName { get; set; }
    public required string EvidenceRef { get; set; }
    public required string Description { get; set; }
    public required decimal Points { get; set; }
    public BonusClaimStatus Status { get; set; }
    public required DateOnly ClaimedOn { get; set; }
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
