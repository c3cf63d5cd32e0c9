namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.branch_restoration</c>: a dissolution that was taken back.</summary>
public sealed class BranchRestoration : IRow
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required DateOnly DissolvedOn { get; init; }
    public required string Reason { get; init; }
    public required string RestoredBy { get; init; }
    public required DateTimeOffset RestoredAt { get; init; }
}
