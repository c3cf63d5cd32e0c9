using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_observer</c>.</summary>
[PrimaryKey(nameof(MeetingId), nameof(PersonId))]
public sealed class LeadingGroupObserver : ITable
{
    public required long MeetingId { get; init; }
    public required long PersonId { get; init; }
    public required ObserverCapacity Capacity { get; init; }
}

public enum ObserverCapacity
{
    CouncilChair,
    Invited,
}
