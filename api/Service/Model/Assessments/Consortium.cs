using NpgsqlTypes;

namespace SocietyParty.Service.Model.Assessments;

/// <summary>Row of <c>graph.consortium</c>.</summary>
public sealed class Consortium : IVersioned
{
    public long Id { get; init; }
    public required long CommitteeId { get; init; }
    public required string Name { get; set; }
    public int Version { get; init; }
}

/// <summary>Row of <c>graph.supervision_team</c>.</summary>
public sealed class SupervisionTeam : IVersioned
{
    public long Id { get; init; }
    public required long CommitteeId { get; init; }
    public required string Name { get; set; }
    public int Version { get; init; }
}

/// <summary>Row of <c>graph.consortium_branch</c>.</summary>
public sealed class ConsortiumBranch : IEnteredPeriod
{
    public long Id { get; init; }
    public required long ConsortiumId { get; init; }
    public required long BranchId { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public required string? EnteredBy { get; init; }
    public required DateTimeOffset? EnteredAt { get; init; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Row of <c>graph.consortium_supervision</c>.</summary>
public sealed class ConsortiumSupervision : IEnteredPeriod
{
    public long Id { get; init; }
    public required long ConsortiumId { get; init; }
    public required long SupervisionTeamId { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public required string? EnteredBy { get; init; }
    public required DateTimeOffset? EnteredAt { get; init; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Row of <c>graph.supervision_team_member</c>.</summary>
public sealed class SupervisionTeamMember : IEnteredPeriod
{
    public long Id { get; init; }
    public required long SupervisionTeamId { get; init; }
    public required long PersonId { get; init; }
    public required bool IsLeader { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public required string? EnteredBy { get; init; }
    public required DateTimeOffset? EnteredAt { get; init; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Row of <c>graph.consortium_ranking</c>.</summary>
public sealed class ConsortiumRanking : IRow
{
    public long Id { get; init; }
    public required long RoundId { get; init; }
    public required long SupervisionTeamId { get; init; }
    public required long ConsortiumId { get; init; }
    public required int Rank { get; init; }
    public required DateOnly RankedOn { get; init; }
}
