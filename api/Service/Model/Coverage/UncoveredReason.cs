using NpgsqlTypes;

namespace SocietyParty.Service.Model.Coverage;

/// <summary>Row of <c>graph.uncovered_reason</c>: why a society has no party organization.</summary>
public sealed class UncoveredReason : IVersioned, IDatedOfSociety
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required UncoveredReasonCode Code { get; set; }
    public string? Explanation { get; set; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public int Version { get; init; }
}

public enum UncoveredReasonCode
{
    NoMembers,
    TooFewMembers,
    AffiliationsElsewhere,
    CoveredBySupportingUnit,
    NewlyFounded,
    NotOperating,
    InPreparation,
    Other,
}
