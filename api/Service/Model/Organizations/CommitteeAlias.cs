using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.committee_alias</c>.</summary>
[PrimaryKey(nameof(CommitteeId), nameof(Alias))]
public sealed class CommitteeAlias : ITable
{
    public required long CommitteeId { get; init; }
    public required string Alias { get; init; }
    public string? Reason { get; set; }
}
