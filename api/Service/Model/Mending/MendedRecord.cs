using System.ComponentModel.DataAnnotations.Schema;
using SocietyParty.Rules.Mending;

namespace SocietyParty.Service.Model.Mending;

/// <summary>Row of <c>graph.mended_record</c>: a repair, with what the record was.</summary>
public sealed class MendedRecord : IRow
{
    public long Id { get; init; }
    public required RecordKind Kind { get; init; }
    public required long RecordId { get; init; }
    public required long CommitteeId { get; init; }
    public long? SocietyId { get; init; }
    public long? BranchId { get; init; }
    public required MendingAction Action { get; init; }

    /// <summary>JSON of the row and of what belongs to it.</summary>
    [Column(TypeName = "jsonb")]
    public required string Before { get; init; }

    /// <summary>The same after it; null of a void record.</summary>
    [Column(TypeName = "jsonb")]
    public string? After { get; init; }
    public required string Reason { get; init; }
    public required string ChangedBy { get; init; }

    /// <summary>The day in Beijing.</summary>
    public required DateOnly ChangedOn { get; init; }
}
