using NpgsqlTypes;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.branch_parent</c>: which party organization leads another one.</summary>
public sealed class BranchParent : IEnteredPeriod
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required long ParentId { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public required string? EnteredBy { get; init; }
    public required DateTimeOffset? EnteredAt { get; init; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
