namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.applicant</c>.</summary>
public sealed class Applicant : IVersioned
{
    public long Id { get; init; }
    public required long PersonId { get; init; }
    public required long BranchId { get; init; }
    public required DateOnly CultivatedSince { get; init; }
    public required ApplicantState State { get; set; }
    public DateOnly? ClosedOn { get; set; }
    public long? MemberId { get; set; }
    public int Version { get; init; }
}

public enum ApplicantState
{
    Cultivated,
    Developed,
    Ended,
}
