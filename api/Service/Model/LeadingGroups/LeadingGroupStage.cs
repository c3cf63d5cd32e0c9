using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_stage</c>: added, never changed.</summary>
public sealed class LeadingGroupStage : IRow
{
    public long Id { get; init; }
    public required long LeadingGroupId { get; init; }
    public GroupStage? FromStatus { get; init; }
    public required GroupStage ToStatus { get; init; }
    public required DateOnly MovedOn { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Actor { get; init; }
    public string? Note { get; init; }
}
