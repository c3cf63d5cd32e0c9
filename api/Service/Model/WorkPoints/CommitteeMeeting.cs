namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.committee_meeting</c>.</summary>
public sealed class CommitteeMeeting : IVersioned
{
    public long Id { get; init; }
    public required long CommitteeId { get; init; }
    public required CommitteeMeetingKind Kind { get; set; }
    public required DateOnly HeldOn { get; set; }
    public required string Subject { get; set; }
    public int Version { get; init; }
}

public enum CommitteeMeetingKind
{
    WorkMeeting,
    CommitteeMeeting,
    Study,
}
