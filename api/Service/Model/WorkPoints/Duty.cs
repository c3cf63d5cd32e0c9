using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.duty</c>. Whether it is done is read off what was done, by <c>graph.duty_state</c>.</summary>
public sealed class Duty : IRow
{
    public long Id { get; init; }
    public required DutyKind Kind { get; init; }
    public required long CommitteeId { get; init; }
    public long? WorkTargetId { get; init; }
    public long? PersonId { get; init; }
    public long? SocietyId { get; init; }
    public long? RectificationId { get; init; }
    public long? EventFilingId { get; init; }
    public required string Period { get; init; }
    public required DateOnly BeginsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required DateOnly DueOn { get; set; }
    public required int Target { get; set; }
    public required string Clause { get; init; }
}
