namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.fund_report</c>.</summary>
public sealed class FundReport : IVersioned
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public long? BranchId { get; set; }
    public required string Period { get; set; }
    public required DateOnly SubmittedOn { get; set; }
    public string? Summary { get; set; }
    public int Version { get; init; }
}
