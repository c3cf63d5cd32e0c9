using SocietyParty.Service.Model.Appointments;

namespace SocietyParty.Service.Mutations.Appointments.Shared;

/// <summary>Where posts belong; the database checks the same.</summary>
internal static class PostPlaces
{
    /// <summary>The field of an input that names the place.</summary>
    public static string Of(Post post) =>
        post switch
        {
            Post.BranchSecretary or Post.DeputyBranchSecretary or Post.BranchCommitteeMember => "branch",
            Post.CouncilChair or Post.CouncilViceChair or Post.SecretaryGeneral or Post.CouncilMember => "councilTerm",
            Post.CommitteeSecretary or Post.CommitteeMember => "committee",
            _ => "society",
        };

    public static bool NeedsPartyMember(Post post) => Of(post) is "branch" or "committee";
}
