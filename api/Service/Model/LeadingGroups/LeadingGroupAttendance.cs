using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_attendance</c>.</summary>
[PrimaryKey(nameof(MeetingId), nameof(SeatId))]
public sealed class LeadingGroupAttendance : ITable
{
    public required long MeetingId { get; init; }
    public required long CompositionId { get; init; }
    public required long SeatId { get; init; }
    public required Presence Status { get; init; }
}

public enum Presence
{
    Present,
    Excused,
    Absent,
}
