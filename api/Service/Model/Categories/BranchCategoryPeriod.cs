using NpgsqlTypes;
using SocietyParty.Rules.Categories;

namespace SocietyParty.Service.Model.Categories;

/// <summary>Row of <c>graph.branch_category_period</c>.</summary>
public sealed class BranchCategoryPeriod : IRow
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required Category Category { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public long? PolicyDocumentId { get; init; }
}
