namespace SocietyParty.Service.Model.Coverage;

/// <summary>Row of <c>graph.sync_point</c>: party building looked at together with other business.</summary>
public sealed class SyncPoint : IVersioned
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required Rules.Coverage.SyncOccasion Occasion { get; set; }
    public required DateOnly HeldOn { get; set; }
    public required SyncResult Result { get; set; }
    public required string Collected { get; set; }
    public int Version { get; init; }
}

public enum SyncResult
{
    Passed,
    ToImprove,
    Failed,
}
