using SocietyParty.Rules.Members;

namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.ended_membership</c>. The database shows on the member the end that stands.</summary>
public sealed class EndedMembership : IRow
{
    public long Id { get; init; }
    public required long MemberId { get; init; }
    public required MembershipEnd Reason { get; init; }

    /// <summary>First day without it.</summary>
    public required DateOnly EndedOn { get; init; }
    public string? Note { get; init; }

    /// <summary>Who entered the end; null where that was not kept.</summary>
    public string? EndedBy { get; init; }

    /// <summary>First day as a member again; null: the end stands.</summary>
    public DateOnly? RestoredOn { get; set; }
    public string? RestoredReason { get; set; }
    public string? RestoredBy { get; set; }
}
