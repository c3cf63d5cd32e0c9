namespace SocietyParty.Service.Model.LeadingGroups;

/// <summary>Row of <c>graph.leading_group_agenda_item</c>.</summary>
public sealed class LeadingGroupAgendaItem : IRow
{
    public long Id { get; init; }
    public required long MeetingId { get; init; }
    public required int Position { get; init; }
    public required string Title { get; init; }
    public required bool IsMajor { get; init; }
    public AgendaState State { get; set; }
    public int? VotesFor { get; set; }
    public int? VotesAgainst { get; set; }
    public int? VotesAbstain { get; set; }
    public bool HasMajorDisagreement { get; set; }
    public string? UrgentReason { get; set; }
    public string? DeferralReason { get; set; }
    public long? ContinuesId { get; init; }
}

public enum AgendaState
{
    Open,
    Adopted,
    Rejected,
    Deferred,
}
