using System.ComponentModel.DataAnnotations.Schema;

namespace SocietyParty.Service.Model.Activities;

/// <summary>Row of <c>graph.branch_year_plan</c>.</summary>
[Table("branch_year_plan", Schema = "graph")]
public sealed class YearPlan : IVersioned
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required int Year { get; init; }
    public DateOnly? PlannedOn { get; set; }
    public DateOnly? SummarizedOn { get; set; }
    public int Version { get; init; }
}
