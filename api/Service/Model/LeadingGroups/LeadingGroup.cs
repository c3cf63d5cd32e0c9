using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group</c>.</summary>
public sealed class LeadingGroup : IVersioned
{
    public long Id { get; init; }
    public required long CouncilTermId { get; init; }
    public required GroupStage Status { get; set; }
    public required DateOnly DiscussedOn { get; init; }
    public DateOnly? DiscussedAnewOn { get; set; }
    public DateOnly? SubmittedOn { get; set; }
    public DateOnly? ApprovedOn { get; set; }
    public DateOnly? ReturnedOn { get; set; }
    public DateOnly? ExpiredOn { get; set; }
    public long? ContactPersonId { get; set; }
    public int Version { get; init; }
}
