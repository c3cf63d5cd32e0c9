namespace SocietyParty.Service.Model.Activities;

/// <summary>Row of <c>graph.activity</c>.</summary>
public sealed class Activity : IVersioned
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required ActivityKind Kind { get; set; }
    public string? KindCode { get; set; }
    public string? KindName { get; set; }
    public string? KindEnglishName { get; set; }
    public required string Title { get; set; }
    public DateOnly? PlannedOn { get; set; }
    public DateOnly? HeldOn { get; set; }
    public required bool IsCollective { get; set; }
    public required bool HasPlan { get; set; }
    public bool HasAttendance { get; set; }
    public bool HasRecord { get; set; }
    public int? ExpectedCount { get; set; }
    public int? AttendedCount { get; set; }
    public int Version { get; init; }
}

public enum ActivityKind
{
    ThreeMeetingsOneLesson,
    ThemePartyDay,
    OrganizationLifeMeeting,
    DemocraticAppraisal,
    Other,
}
