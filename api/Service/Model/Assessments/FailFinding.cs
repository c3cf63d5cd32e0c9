using SocietyParty.Rules.Assessments;

namespace SocietyParty.Service.Model.Assessments;

/// <summary>Row of <c>graph.fail_finding</c>.</summary>
public sealed class FailFinding : IVersioned
{
    public long Id { get; init; }
    public required long EntryId { get; init; }
    public required string FailRule { get; init; }
    public required string Clause { get; init; }
    public required string Evidence { get; init; }
    public required DateOnly FoundOn { get; init; }
    public DateOnly? WithdrawnOn { get; set; }
    public string? WithdrawalReason { get; set; }
    public string? WithdrawnBy { get; set; }
    public int Version { get; init; }
}

/// <summary>Row of <c>graph.admonition_talk</c>.</summary>
public sealed class AdmonitionTalk : IVersioned
{
    public long Id { get; init; }
    public required long EntryId { get; init; }
    public required DateOnly DueOn { get; set; }
    public DateOnly? HeldOn { get; set; }
    public DateOnly? LapsedOn { get; set; }
    public string? Note { get; set; }
    public int Version { get; init; }
}

/// <summary>Row of <c>graph.dismissed_finding</c>.</summary>
public sealed class DismissedFinding : IRow
{
    public long Id { get; init; }
    public required long EntryId { get; init; }
    public required FindingCause Cause { get; init; }
    public required string Reason { get; init; }
    public required DateOnly DismissedOn { get; init; }
    public required string DismissedBy { get; init; }
}
