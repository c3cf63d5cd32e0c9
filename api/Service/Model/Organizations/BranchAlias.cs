using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.branch_alias</c>.</summary>
[PrimaryKey(nameof(BranchId), nameof(Alias))]
public sealed class BranchAlias : ITable
{
    public required long BranchId { get; init; }
    public required string Alias { get; init; }
    public string? Reason { get; set; }
}
