namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.event_filing</c>.</summary>
public sealed class EventFiling : IVersioned
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required string Event { get; set; }
    public required DateOnly HeldOn { get; set; }
    public DateOnly? FiledOn { get; set; }
    public int Version { get; init; }
}
