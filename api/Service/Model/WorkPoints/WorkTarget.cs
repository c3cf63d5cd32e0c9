using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.work_target</c>.</summary>
public sealed class WorkTarget : IVersioned
{
    public long Id { get; init; }
    public required long CommitteeId { get; init; }
    public required DutyKind Kind { get; init; }
    public required int Year { get; init; }
    public required int Target { get; set; }
    public required DateOnly DueOn { get; set; }
    public required string Clause { get; set; }
    public int Version { get; init; }
}
