using NpgsqlTypes;

namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.organization_life</c>.</summary>
public sealed class OrganizationLife : IRow
{
    public long Id { get; init; }
    public required long MemberId { get; init; }
    public required long BranchId { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
}
