using SocietyParty.Rules.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>A party organization is restored where it could be founded today. A row a case.</summary>
public sealed class RestorationTests
{
    private static readonly RestoredSociety Free = new("合成学会", IsCancelled: false, Present: null, IsLed: false);
    private static readonly RestorationFacts Dissolved = new("合成党支部", true, true, null, null, [Free]);

    [Fact]
    public void It_is_restored_where_nothing_stands_in_its_way() =>
        Answers.ShouldBe([
            .. new (RestorationFacts Facts, string Expected)[]
            {
                (Dissolved, ""),
                (Dissolved with { Societies = [] }, ""),
                (Dissolved with { IsDissolved = false }, "BRANCH_NOT_DISSOLVED @branch"),
                // Of one that stands nothing else is asked.
                (Dissolved with { IsDissolved = false, IsKnownBefore = false, NameTaken = "同名" }, "BRANCH_NOT_DISSOLVED @branch"),
                (Dissolved with { IsKnownBefore = false }, "BRANCH_UNKNOWN_BEFORE_END @branch"),
                (Dissolved with { CommitteeAbolishedOn = Day("2026-01-01") }, "COMMITTEE_ABOLISHED input @branch"),
                (Dissolved with { NameTaken = "合成党支部 " }, "BRANCH_NAME_TAKEN input @branch"),
                (Dissolved with { Societies = [Free with { IsCancelled = true }] }, "SOCIETY_CANCELLED input @branch"),
                (Dissolved with { Societies = [Free, Free with { IsCancelled = true }] }, "SOCIETY_CANCELLED input @branch"),
                (Dissolved with { Societies = [Free with { Present = "另一党支部" }] }, "SOCIETY_HAS_BRANCH @branch"),
                (Dissolved with { Societies = [Free with { Present = "另一党支部", IsLed = true }] }, ""),
            }.Select(row =>
            {
                var breaches = Restoration.Check(row.Facts).ToList();
                breaches.Count.ShouldBeLessThanOrEqualTo(1);
                return (breaches.SingleOrDefault(), row.Expected);
            }),
        ]);

    [Fact]
    public void What_does_not_come_back_is_told() =>
        Answers.ShouldBe(
            (Restoration.PartsKnown(true), ""),
            (Restoration.PartsKnown(false), "BRANCH_PARTS_NOT_KNOWN told @branch"),
            (Restoration.StayEnded(EndedPart.Appointment, 0), ""),
            (Restoration.StayEnded(EndedPart.Appointment, 1), "BRANCH_PART_STAYS_ENDED.Appointment told @branch"),
            (Restoration.StayEnded(EndedPart.BranchParent, 1), "BRANCH_PART_STAYS_ENDED.BranchParent told @branch"),
            (Restoration.StayEnded(EndedPart.ConsortiumBranch, 2), "BRANCH_PART_STAYS_ENDED.ConsortiumBranch told @branch"),
            (Restoration.StayEnded(EndedPart.PartyGroup, 1), "BRANCH_PART_STAYS_ENDED.PartyGroup told @branch"),
            (Restoration.StayEnded(EndedPart.PartyGroupMember, 3), "BRANCH_PART_STAYS_ENDED.PartyGroupMember told @branch")
        );
}
