using System.ComponentModel.DataAnnotations.Schema;

namespace SocietyParty.Service.Model;

/// <summary>Row of <c>graph.change</c>: who changed what.</summary>
public sealed class Change : IRow
{
    public long Id { get; init; }

    /// <summary>When: the database's clock.</summary>
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)]
    public DateTimeOffset ChangedAt { get; private init; }
    public required string Actor { get; init; }
    public required string Mutation { get; init; }
    public required string SubjectType { get; init; }
    public required long SubjectId { get; init; }
    public string? IdempotencyKey { get; init; }
    public required string InputHash { get; init; }
}
