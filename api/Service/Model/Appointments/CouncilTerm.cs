namespace SocietyParty.Service.Model.Appointments;

/// <summary>Row of <c>graph.council_term</c>.</summary>
public sealed class CouncilTerm : IVersioned
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required int TermNumber { get; init; }
    public required DateOnly StartedOn { get; init; }
    public required DateOnly EndsOn { get; set; }
    public int Version { get; init; }
}
