using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.Activities;

/// <summary>Row of <c>graph.activity_attendance</c>.</summary>
[PrimaryKey(nameof(ActivityId), nameof(MemberId))]
public sealed class ActivityAttendance : ITable
{
    public required long ActivityId { get; init; }
    public required long MemberId { get; init; }
    public required bool Attended { get; init; }
}
