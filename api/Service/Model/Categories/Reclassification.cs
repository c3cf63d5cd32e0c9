using SocietyParty.Rules.Categories;

namespace SocietyParty.Service.Model.Categories;

/// <summary>Row of <c>graph.reclassification</c>.</summary>
public sealed class Reclassification : IVersioned
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required Category FromCategory { get; init; }
    public required Category ToCategory { get; init; }
    public required Category DerivedCategory { get; init; }
    public required ReclassificationState State { get; set; }
    public required string Reason { get; init; }
    public long? PolicyDocumentId { get; set; }
    public required string ProposedBy { get; init; }
    public required DateOnly ProposedOn { get; init; }
    public string? DecidedBy { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? DecisionReason { get; set; }
    public DateOnly? EffectiveOn { get; set; }
    public int Version { get; init; }
}

public enum ReclassificationState
{
    Proposed,
    Approved,
    Rejected,
    Withdrawn,
}
