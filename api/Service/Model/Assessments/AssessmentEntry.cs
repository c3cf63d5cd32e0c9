using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Assessments;

namespace SocietyParty.Service.Model.Assessments;

/// <summary>Row of <c>graph.assessment_entry</c>.</summary>
public sealed class AssessmentEntry : IVersioned
{
    public long Id { get; init; }
    public required long RoundId { get; init; }
    public required long BranchId { get; init; }
    public required int Year { get; init; }
    public AssessmentStage Stage { get; set; }
    public DateOnly? SelfSubmittedOn { get; set; }
    public DateOnly? NotSubmittedOn { get; set; }
    public DateOnly? DebriefedOn { get; set; }
    public DebriefBasis? DebriefBasis { get; set; }
    public long? DebriefedById { get; set; }
    public decimal? SatisfactionRate { get; set; }
    public DateOnly? ReviewedOn { get; set; }
    public int Version { get; init; }
}

/// <summary>Row of <c>graph.assessment_stage_event</c>, which is never changed.</summary>
public sealed class AssessmentStageEvent : IRow
{
    public long Id { get; init; }
    public required long EntryId { get; init; }
    public required AssessmentStage? FromStage { get; init; }
    public required AssessmentStage ToStage { get; init; }
    public required DateTimeOffset MovedAt { get; init; }
    public required string MovedBy { get; init; }
    public string? Reason { get; init; }

    /// <summary>JSON of what a step back took away.</summary>
    [Column(TypeName = "jsonb")]
    public string? Undone { get; init; }
}

/// <summary>Row of <c>graph.assessment_rating</c>.</summary>
[PrimaryKey(nameof(EntryId), nameof(Phase), nameof(ItemCode))]
public sealed class AssessmentRating : ITable
{
    public required long EntryId { get; init; }
    public required RatingPhase Phase { get; init; }
    public required string ItemCode { get; init; }
    public required string Section { get; init; }
    public required decimal Maximum { get; init; }
    public required decimal Score { get; init; }
}

public enum RatingPhase
{
    Self,
    Review,
}

/// <summary>Row of <c>graph.debrief_ballot</c>.</summary>
[PrimaryKey(nameof(EntryId), nameof(BallotNumber))]
public sealed class DebriefBallot : ITable
{
    public required long EntryId { get; init; }
    public required int BallotNumber { get; init; }
    public required decimal Rate { get; init; }
}
