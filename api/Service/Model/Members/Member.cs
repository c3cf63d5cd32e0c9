using System.ComponentModel.DataAnnotations.Schema;

namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.member</c>. Earlier affiliations and statuses are kept by the database.</summary>
public sealed class Member : IVersioned
{
    public long Id { get; init; }
    public required long PersonId { get; init; }
    public required string MemberRef { get; init; }
    public required long BranchId { get; set; }
    public required MemberStatus Status { get; set; }
    public DateOnly? StatusSince { get; set; }
    public DateOnly? JoinedOn { get; set; }
    public long? AffiliationBranchId { get; set; }
    public long? AffiliationUnitId { get; set; }
    public string? AffiliationPlace { get; set; }
    public DateOnly? AffiliatedSince { get; set; }

    /// <summary>
    /// First day on which it counts no longer, the earliest day there is where it never counted; null while the membership lasts. The
    /// database shows it.
    /// </summary>
    [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public DateOnly? EndedOn { get; private set; }
    public int Version { get; init; }
}

public enum MemberStatus
{
    Full,
    Probationary,
}
