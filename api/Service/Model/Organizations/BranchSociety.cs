using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.branch_society</c>: which societies a branch stands for.</summary>
[PrimaryKey(nameof(BranchId), nameof(SocietyId))]
public sealed class BranchSociety : ITable
{
    public required long BranchId { get; init; }
    public required long SocietyId { get; init; }
    public required bool IsLead { get; set; }
}
