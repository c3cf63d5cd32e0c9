namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.society_restoration</c>: a cancellation that was taken back.</summary>
public sealed class SocietyRestoration : IRow
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required DateOnly CancelledOn { get; init; }
    public string? CancelReason { get; init; }
    public required string Reason { get; init; }
    public required string RestoredBy { get; init; }
}
