using NpgsqlTypes;

namespace SocietyParty.Service.Model.Appointments;

/// <summary>Row of <c>graph.appointment</c>.</summary>
public sealed class Appointment : IVersioned
{
    public long Id { get; init; }
    public required long PersonId { get; init; }
    public required Post Post { get; init; }
    public string? PostCode { get; init; }
    public string? PostName { get; init; }
    public string? PostEnglishName { get; init; }
    public long? BranchId { get; init; }
    public long? CouncilTermId { get; init; }
    public long? CommitteeId { get; init; }
    public long? SocietyId { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }

    /// <summary>Whether the party organization above sent the holder (002 §3).</summary>
    public bool SentFromAbove { get; init; }
    public int Version { get; init; }
}

public enum Post
{
    BranchSecretary,
    DeputyBranchSecretary,
    BranchCommitteeMember,
    CouncilChair,
    CouncilViceChair,
    SecretaryGeneral,
    CouncilMember,
    CommitteeSecretary,
    CommitteeMember,
    LiaisonOfficer,
    FullTimeOfficer,
}
