namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.community_check_in</c>.</summary>
public sealed class CommunityCheckIn : IVersioned
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required string Community { get; set; }
    public required DateOnly CheckedInOn { get; set; }
    public string? Service { get; set; }
    public int Version { get; init; }
}
