namespace SocietyParty.Service.Model.Coverage;

/// <summary>Row of <c>graph.veto</c>.</summary>
public sealed class Veto : IVersioned
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required string Reason { get; init; }
    public required DateOnly RaisedOn { get; init; }
    public DateOnly? LiftedOn { get; set; }
    public string? LiftedReason { get; set; }
    public string? LiftedBy { get; set; }
    public int Version { get; init; }
}
