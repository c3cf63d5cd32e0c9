using System.ComponentModel.DataAnnotations.Schema;

namespace SocietyParty.Service.Model.Assessments;

/// <summary>Row of <c>graph.assessment_round</c>.</summary>
public sealed class AssessmentRound : IVersioned
{
    public long Id { get; init; }
    public required long CommitteeId { get; init; }
    public required int Year { get; init; }
    public required long SchemeId { get; init; }
    public required DateOnly CutOffOn { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public DateOnly? IssuedOn { get; set; }
    public long? PolicyDocumentId { get; set; }
    public int Version { get; init; }
}

/// <summary>Row of <c>graph.assessment_scheme</c>.</summary>
public sealed class AssessmentScheme : IRow
{
    public long Id { get; init; }
    public required string RuleSetCode { get; init; }

    [Column(TypeName = "jsonb")]
    public required string Content { get; init; }
}
