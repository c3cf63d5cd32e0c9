using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Members;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Members;

/// <summary>What changes of members begin from, where affiliations lie, and what ends with a membership: a row a case.</summary>
public sealed class MemberStatesTests
{
    [Fact]
    public void A_change_begins_from_what_stands() =>
        Answers.ShouldBe(
            (MemberStates.IsProbationary(isProbationary: true), ""),
            (MemberStates.IsProbationary(isProbationary: false), "WRONG_STAGE.ConvertMember @member"),
            (MemberStates.IsCultivated(isCultivated: true, ApplicantState.Cultivated, null), ""),
            (MemberStates.IsCultivated(isCultivated: false, ApplicantState.Ended, End), "WRONG_STAGE.ApplicantStates @applicant"),
            (MemberStates.TransferIsOpen(isOpen: true, TransferState.Requested, null), ""),
            (MemberStates.TransferIsOpen(isOpen: false, TransferState.Completed, End), "WRONG_STAGE.TransferStates 002 §5 @transfer"),
            (MemberStates.IsFurtherBranch(isOwn: false), ""),
            (MemberStates.IsFurtherBranch(isOwn: true), "MEMBER_BELONGS_TO_BRANCH 002 §5 @branch"),
            (MemberStates.SharesLife(shares: true), ""),
            (MemberStates.SharesLife(shares: false), "NO_ORGANIZATION_LIFE input @leftOn"),
            (MemberStates.IsEmployed(isEmployed: true), ""),
            (MemberStates.IsEmployed(isEmployed: false), "NO_EMPLOYMENT input @endedOn")
        );

    [Fact]
    public void An_affiliation_lies_in_one_place() =>
        Answers.ShouldBe(
            (AffiliationPlace.AtMostOne(0), ""),
            (AffiliationPlace.AtMostOne(1), ""),
            (AffiliationPlace.AtMostOne(2), "AFFILIATION_TWICE 002 §5 @affiliationPlace"),
            (AffiliationPlace.Destination(1, isThere: false), ""),
            (AffiliationPlace.Destination(1, isThere: true), "TRANSFER_GOES_NOWHERE input @member"),
            (AffiliationPlace.Destination(0, isThere: true), "TRANSFER_DESTINATION 002 §5 @toPlace"),
            (AffiliationPlace.Destination(2, isThere: false), "TRANSFER_DESTINATION 002 §5 @toPlace"),
            (AffiliationPlace.NoneOpen(isOpen: false), ""),
            (AffiliationPlace.NoneOpen(isOpen: true), "TRANSFER_OPEN 002 §5 @member")
        );

    [Fact]
    public void What_ends_with_a_membership_is_told_of() =>
        Answers.ShouldBe(
            (MembershipOutcome.Post(Post.BranchSecretary, "合成党支部", isOfBranch: true, End), "POST_ENDED 002 §3 told @member"),
            (MembershipOutcome.Post(Post.CouncilChair, "合成学会", isOfBranch: false, End), "POST_ENDED told @member"),
            (MembershipOutcome.Life("合成党支部", End), "ORGANIZATION_LIFE_ENDED 002 §5 told @member"),
            (MembershipOutcome.DuesStandard(End), "DUES_STANDARD_ENDED 000 §三 told @member"),
            (MembershipOutcome.Transfer(End), "TRANSFER_CANCELLED 002 §5 told @member"),
            (MembershipOutcome.ByTransfer(End), "MEMBERSHIP_ENDED_BY_TRANSFER 002 §5 told @staysInBranch"),
            (MembershipOutcome.NotRestored(hasLost: false), ""),
            (MembershipOutcome.NotRestored(hasLost: true), "POSTS_NOT_RESTORED told @member")
        );

    private static readonly DateOnly End = Day("2026-06-10");
}
