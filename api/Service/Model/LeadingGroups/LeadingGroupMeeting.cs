using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_meeting</c>.</summary>
public sealed class LeadingGroupMeeting : IVersioned
{
    public long Id { get; init; }
    public required long LeadingGroupId { get; init; }
    public required long CompositionId { get; set; }
    public required DateOnly HeldOn { get; set; }
    public required MeetingStage State { get; set; }
    public required long ChairSeatId { get; set; }
    public string? DelegationReason { get; set; }
    public long? MinutesKeeperId { get; set; }
    public DateOnly? MinutesSignedOn { get; set; }
    public long? MinutesSignerSeatId { get; set; }
    public int Version { get; init; }
}
