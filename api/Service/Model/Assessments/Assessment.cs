using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;

namespace SocietyParty.Service.Model.Assessments;

/// <summary>
/// Row of <c>graph.assessment</c>: an issued result. The database refuses every change but that a later version takes its place.
/// </summary>
public sealed class Assessment : IRow
{
    public long Id { get; init; }
    public required long BranchId { get; init; }
    public required int Year { get; init; }
    public required decimal FixedScore { get; init; }
    public required decimal BonusScore { get; init; }
    public required AssessmentGrade Grade { get; init; }
    public string? GradeCode { get; init; }
    public string? GradeName { get; init; }
    public string? GradeEnglishName { get; init; }
    public required GradeBasis GradeBasis { get; init; }
    public required long? EntryId { get; init; }
    public required int ResultVersion { get; init; }
    public required bool IsCurrent { get; set; }
    public required DateOnly? IssuedOn { get; init; }
    public required long? PolicyDocumentId { get; init; }
    public string? CorrectionReason { get; init; }
    public string? FailRule { get; init; }
    public string? FailClause { get; init; }
}

/// <summary>Row of <c>graph.assessment_item_score</c>, which is never changed.</summary>
[PrimaryKey(nameof(AssessmentId), nameof(ItemCode))]
public sealed class AssessmentItemScore : ITable
{
    public required long AssessmentId { get; init; }
    public required string ItemCode { get; init; }
    public required string Section { get; init; }
    public required decimal Maximum { get; init; }
    public required decimal Score { get; init; }
}
