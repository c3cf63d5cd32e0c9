using Microsoft.EntityFrameworkCore;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.society_alias</c>.</summary>
[PrimaryKey(nameof(SocietyId), nameof(Alias))]
public sealed class SocietyAlias : ITable
{
    public required long SocietyId { get; init; }
    public required string Alias { get; init; }
    public string? Reason { get; set; }
}
