using NpgsqlTypes;

namespace SocietyParty.Service.Model.Coverage;

/// <summary>Row of <c>graph.ledger_entry</c>: what the ledger of a society says of one aspect.</summary>
public sealed class LedgerEntry : IVersioned, IDatedOfSociety
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required Rules.Coverage.ClarityAspect Aspect { get; init; }
    public required bool IsClear { get; set; }
    public required string Statement { get; set; }
    public int? Counted { get; set; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public int Version { get; init; }
}
