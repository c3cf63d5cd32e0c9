using NpgsqlTypes;

namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.contact_point</c>: a branch that a committee member guides.</summary>
public sealed class ContactPoint : IVersioned
{
    public long Id { get; init; }
    public required long CommitteeId { get; init; }
    public required long PersonId { get; init; }
    public required long BranchId { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public int Version { get; init; }
}
