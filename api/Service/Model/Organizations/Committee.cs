using System.ComponentModel.DataAnnotations.Schema;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.committee</c>.</summary>
public sealed class Committee : IVersioned
{
    public long Id { get; init; }
    public required string Name { get; set; }
    public required string RegionCode { get; init; }

    [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public Level Level { get; init; }
    public DateOnly? EstablishedOn { get; set; }
    public DateOnly? AbolishedOn { get; set; }
    public string? AbolishReason { get; set; }
    public int Version { get; init; }
}
