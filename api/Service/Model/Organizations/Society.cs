using SocietyParty.Rules.Organizations;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.society</c>.</summary>
public sealed class Society : IVersioned
{
    public long Id { get; init; }
    public required string Name { get; set; }
    public required long CommitteeId { get; set; }
    public SocietyKind? Kind { get; set; }
    public required Level Level { get; set; }
    public string? DisciplineCode { get; set; }
    public string? CreditCode { get; set; }
    public string? CreditCodeOverride { get; set; }
    public OperatingState? OperatingState { get; set; }

    /// <summary>First day; null: always there as far as anyone knows.</summary>
    public DateOnly? FoundedOn { get; set; }

    /// <summary>First day without it; null while it is there.</summary>
    public DateOnly? CancelledOn { get; set; }
    public string? CancelReason { get; set; }
    public int Version { get; init; }
}

public enum Level
{
    National,
    Provincial,
    Municipal,
    County,
}

public enum OperatingState
{
    Operating,
    Suspended,
    Cancelled,
}
