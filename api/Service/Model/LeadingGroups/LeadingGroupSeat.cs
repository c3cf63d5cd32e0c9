using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_seat</c>.</summary>
public sealed class LeadingGroupSeat : IRow
{
    public long Id { get; init; }
    public required long CompositionId { get; init; }
    public required long PersonId { get; init; }
    public required SeatRole Role { get; init; }
}
