namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.supporting_unit</c>.</summary>
public sealed class SupportingUnit : IVersioned
{
    public long Id { get; init; }
    public required string Name { get; set; }
    public string? RegionCode { get; set; }
    public string? CreditCode { get; set; }
    public int Version { get; init; }
}
