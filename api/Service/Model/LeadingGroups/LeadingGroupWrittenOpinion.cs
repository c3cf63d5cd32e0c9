namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_written_opinion</c>.</summary>
public sealed class LeadingGroupWrittenOpinion : IRow
{
    public long Id { get; init; }
    public required long MeetingId { get; init; }
    public required long CompositionId { get; init; }
    public required long AgendaItemId { get; init; }
    public required long SeatId { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required string Opinion { get; init; }
}
