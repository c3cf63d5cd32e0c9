namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_local_rule</c>.</summary>
public sealed class LeadingGroupLocalRule : IRow
{
    public long Id { get; init; }
    public required long LeadingGroupId { get; init; }
    public required string Title { get; init; }
    public required DateOnly FiledOn { get; init; }
}
