using SocietyParty.Rules.Organizations;

namespace SocietyParty.Service.Model.Organizations;

/// <summary>Row of <c>graph.branch</c>. The history of its statuses is kept by the database.</summary>
public sealed class Branch : IVersioned
{
    public long Id { get; init; }
    public required string Name { get; set; }
    public required long CommitteeId { get; set; }
    public required OrganizationForm Form { get; set; }
    public string? FormCode { get; init; }
    public string? FormName { get; init; }
    public string? FormEnglishName { get; init; }
    public required BranchStatus Status { get; set; }
    public DateOnly? StatusSince { get; set; }

    /// <summary>First day without a temporary organization, which may be to come; null: it is not temporary.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Of which body of its society it is.</summary>
    public BranchBody Body { get; set; }

    /// <summary>Null for the organization of the society itself.</summary>
    public string? BodyName { get; set; }
    public int Version { get; init; }

    /// <summary>As rules take it.</summary>
    public BranchState Stated() =>
        new(Name, Status, StatusSince, Status == BranchStatus.Established, Status == BranchStatus.Dissolved, EndsOn);
}

public enum BranchStatus
{
    Proposed,
    Established,
    Dissolved,
}
