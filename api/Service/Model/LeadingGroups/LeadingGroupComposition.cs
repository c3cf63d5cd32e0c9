using NpgsqlTypes;
using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_composition</c>; of the stages it has submitted, approved and returned.</summary>
public sealed class LeadingGroupComposition : IVersioned
{
    public long Id { get; init; }
    public required long LeadingGroupId { get; init; }
    public required int Number { get; init; }
    public required GroupStage Status { get; set; }
    public required DateOnly SubmittedOn { get; init; }
    public DateOnly? DecidedOn { get; set; }
    public string? Reason { get; set; }
    public NpgsqlRange<DateOnly>? ValidDuring { get; set; }
    public int Version { get; init; }
}
