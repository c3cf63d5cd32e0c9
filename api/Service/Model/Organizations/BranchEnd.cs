namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.branch_end</c>: what was decided of the last day of a temporary organization.</summary>
public sealed class BranchEnd : IRow
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required string Reason { get; init; }
    public required string? EnteredBy { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }
}
