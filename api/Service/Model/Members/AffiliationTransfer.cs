namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.affiliation_transfer</c>.</summary>
public sealed class AffiliationTransfer : IVersioned
{
    public long Id { get; init; }
    public required long MemberId { get; init; }
    public long? FromBranchId { get; init; }
    public long? FromUnitId { get; init; }
    public string? FromPlace { get; init; }
    public long? ToBranchId { get; init; }
    public long? ToUnitId { get; init; }
    public string? ToPlace { get; init; }
    public required TransferState State { get; set; }
    public required DateOnly RequestedOn { get; init; }
    public DateOnly? ClosedOn { get; set; }
    public string? Reason { get; init; }
    public int Version { get; init; }
}

public enum TransferState
{
    Requested,
    Completed,
    Cancelled,
}
