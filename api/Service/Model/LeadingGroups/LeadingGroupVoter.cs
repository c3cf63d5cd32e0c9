using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_voter</c>; the database holds it to the attendance of who is present.</summary>
[PrimaryKey(nameof(MeetingId), nameof(AgendaItemId), nameof(SeatId))]
public sealed class LeadingGroupVoter : ITable
{
    public required long MeetingId { get; init; }
    public required long AgendaItemId { get; init; }
    public required long SeatId { get; init; }
}
