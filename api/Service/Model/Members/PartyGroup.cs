using NpgsqlTypes;

namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.party_group</c>.</summary>
public sealed class PartyGroup : IVersioned, IEnteredPeriod
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required string Name { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public required string? EnteredBy { get; init; }
    public required DateTimeOffset? EnteredAt { get; init; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; init; }
}

/// <summary>Row of <c>graph.party_group_member</c>.</summary>
public sealed class PartyGroupMember : IEnteredPeriod
{
    public long Id { get; init; }
    public required long PartyGroupId { get; init; }
    public required long MemberId { get; init; }
    public required bool IsLeader { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public required string? EnteredBy { get; init; }
    public required DateTimeOffset? EnteredAt { get; init; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}
