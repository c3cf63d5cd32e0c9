using SocietyParty.Rules.Organizations;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Model.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>Which organizations work is done by, what they are named, and what belongs together: a row a case.</summary>
public sealed class StandingRulesTests
{
    private static BranchState State(BranchStatus status) =>
        new("合成党支部", status, Day("2026-06-10"), status == BranchStatus.Established, status == BranchStatus.Dissolved);

    [Theory]
    // 004 组织建设-2: activities are a branch's that stands. 002 §3: a proposed one is established. 000 §四: one that stands is classified.
    [InlineData(
        BranchStatus.Proposed,
        "BRANCH_NOT_ESTABLISHED.ActivityChecks 004 组织建设-2 @branch",
        "BRANCH_NOT_ESTABLISHED.JoinOrganizationLife input @branch",
        "",
        ""
    )]
    [InlineData(BranchStatus.Established, "", "", "", "WRONG_STAGE.EstablishBranch 002 §3 @branch")]
    [InlineData(
        BranchStatus.Dissolved,
        "BRANCH_NOT_ESTABLISHED.ActivityChecks 004 组织建设-2 @branch",
        "BRANCH_NOT_ESTABLISHED.JoinOrganizationLife input @branch",
        "BRANCH_DISSOLVED.Appoint input @branch; BRANCH_DISSOLVED.Place input @toBranch; BRANCH_DISSOLVED.CompleteTransfer input @transfer",
        "WRONG_STAGE.EstablishBranch 002 §3 @branch"
    )]
    public void Work_is_done_by_organizations_that_stand(
        BranchStatus status,
        string activities,
        string people,
        string members,
        string established
    )
    {
        var branch = State(status);
        Of(StandingBranch.ForActivities(branch)).ShouldBe(activities);
        Of(StandingBranch.ForPeople(branch)).ShouldBe(people);
        Answers
            .Of(
                new[]
                {
                    StandingBranch.ForMembers(branch),
                    StandingBranch.ForAffiliations(branch, "toBranch"),
                    StandingBranch.ForTransfers(branch),
                }.OfType<SocietyParty.Rules.Breach>()
            )
            .ShouldBe(members);
        Of(StandingBranch.ToBeEstablished(branch, status == BranchStatus.Proposed)).ShouldBe(established);
    }

    [Theory]
    // 002 §3: proposed, established, dissolved. 002 §5: probationary, full. A list may pass over a step; it says on which day.
    [InlineData("BranchStatus", "PROPOSED", "ESTABLISHED", "2026-06-10", "")]
    [InlineData("BranchStatus", "PROPOSED", "DISSOLVED", "2026-06-10", "")]
    [InlineData("BranchStatus", "ESTABLISHED", "ESTABLISHED", null, "")]
    [InlineData("BranchStatus", "ESTABLISHED", "DISSOLVED", null, "STATUS_NEEDS_DATE input @statusSince")]
    [InlineData("BranchStatus", "ESTABLISHED", "PROPOSED", "2026-06-10", "WRONG_STAGE.GoesBack input @status")]
    [InlineData("BranchStatus", "DISSOLVED", "ESTABLISHED", null, "WRONG_STAGE.GoesBack input @status")]
    [InlineData("MemberStatus", "PROBATIONARY", "FULL", "2026-06-10", "")]
    [InlineData("MemberStatus", "PROBATIONARY", "FULL", null, "STATUS_NEEDS_DATE input @statusSince")]
    [InlineData("MemberStatus", "FULL", "PROBATIONARY", "2026-06-10", "WRONG_STAGE.GoesBack input @status")]
    public void A_status_goes_forward_on_a_day(string type, string before, string after, string? day, string refused)
    {
        var step = new ListedStatus("合成", before, after, day is null ? null : Day(day), value => EnumWords.OfName(value, type));
        Of(StatusSteps.Status(step, type)).ShouldBe(refused);
    }

    [Fact]
    public void Another_category_begins_on_a_day()
    {
        Of(StatusSteps.Category(new("合成", "A", "B", null, value => value))).ShouldBe("CATEGORY_NEEDS_DATE input @categoryFrom");
        Of(StatusSteps.Category(new("合成", "A", "B", Day("2026-06-10"), value => value))).ShouldBe("");
    }

    [Fact]
    public void A_day_decides_whether_it_stands() =>
        Answers.ShouldBe(
            (StandingBranch.On("合成", stands: true, Day("2026-06-10"), "001 §12"), ""),
            (
                StandingBranch.On("合成", stands: false, Day("2026-06-10"), "001 §12"),
                "BRANCH_NOT_ESTABLISHED.StandingBranches 001 §12 @branch"
            ),
            (StandingBranch.NotDissolved(State(BranchStatus.Established), null, null, "branch"), ""),
            (StandingBranch.NotDissolved(State(BranchStatus.Dissolved), null, null, "branch"), "WRONG_STAGE.BranchDissolved @branch"),
            (StandingBranch.NotDissolved(State(BranchStatus.Dissolved), Day("2026-06-09"), "000 §四", "proposal"), ""),
            (
                StandingBranch.NotDissolved(State(BranchStatus.Dissolved), Day("2026-06-10"), "000 §四", "proposal"),
                "WRONG_STAGE.BranchDissolved 000 §四 @proposal"
            )
        );

    [Theory]
    [InlineData("合成学会", "")]
    [InlineData("", "NAME_INVALID.SocietyNames input @name")]
    [InlineData(" 合成学会", "NAME_INVALID.SocietyNames input @name")]
    [InlineData("合成学会\u3000", "NAME_INVALID.SocietyNames input @name")]
    [InlineData("合成\u200B学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\n学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\u202E学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("\uFEFF合成学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\uFFFD学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\uE863学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\u00A0学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\u0378学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\uD842学会", "NAME_INVALID.Unseen input @name")]
    [InlineData("合成\U00020BB7学会", "")]
    [InlineData("IEEE 合成 学会", "")]
    public void A_name_says_something(string name, string expected) => Answers.ShouldBe((NameFits.Check(name, "name"), expected));

    [Fact]
    public void A_name_is_not_pasted_twice() =>
        Of(NameFits.Check(new('名', 201), "name")).ShouldBe("NAME_INVALID.SocietyNames input @name");

    [Fact]
    public void A_name_is_as_long_as_its_characters() =>
        Answers.ShouldBe(
            (NameFits.Check(string.Concat(Enumerable.Repeat("𠮷", 200)), "name"), ""),
            (NameFits.Check(string.Concat(Enumerable.Repeat("𠮷", 201)), "name"), "NAME_INVALID.SocietyNames input @name")
        );

    [Fact]
    public void A_character_that_nobody_sees_is_named_with_its_place() =>
        NameFits.Check("𠮷甲\u200B学会", "name")!.Sentence.In(Language.Chinese).ShouldContain("第 3 个字符 U+200B");

    [Theory]
    [InlineData("91110000600037341L", "91110000600037341L")]
    [InlineData("９１１１００００６０００３７３４１ｌ", "91110000600037341L")]
    [InlineData(" 9111 0000 6000 3734 1l ", "91110000600037341L")]
    public void A_credit_code_is_kept_in_one_form(string given, string kept) => CreditCodes.PlainOrNull(given).ShouldBe(kept);

    [Theory]
    [InlineData(NameBearer.Branch, "BRANCH_NAME_TAKEN")]
    [InlineData(NameBearer.FoundedSociety, "SOCIETY_NAME_TAKEN.FoundSociety")]
    [InlineData(NameBearer.RenamedSociety, "SOCIETY_NAME_TAKEN.UpdateSociety")]
    [InlineData(NameBearer.Committee, "COMMITTEE_NAME_TAKEN")]
    [InlineData(NameBearer.SupportingUnit, "SUPPORTING_UNIT_NAME_TAKEN")]
    [InlineData(NameBearer.Person, "PERSON_REFERENCE_TAKEN")]
    [InlineData(NameBearer.Document, "DOCUMENT_NUMBER_TAKEN")]
    public void A_name_is_borne_once(NameBearer bearer, string key) =>
        Answers.ShouldBe((NameFits.IsFree(bearer, null, "name"), ""), (NameFits.IsFree(bearer, "合成", "name"), $"{key} input @name"));

    [Fact]
    public void A_former_name_means_who_had_it() =>
        Answers.ShouldBe(
            (NameFits.IsNoFormerName("合成学会", null, "name"), ""),
            (NameFits.IsNoFormerName("合成学会", "合成新学会", "name"), "FORMER_NAME_TAKEN input @name"),
            (NameFits.WasFormerName("合成党支部", null, "name"), ""),
            (NameFits.WasFormerName("合成党支部", "合成新党支部", "name"), "FORMER_NAME_TAKEN.Told told @name")
        );

    [Theory]
    [InlineData(false, new long[] { 1 }, false, "")]
    [InlineData(true, new long[] { 1, 1 }, false, "")]
    [InlineData(false, new long[] { 1, 1 }, false, "JOINT_BRANCH_SOCIETIES input @societies")]
    [InlineData(true, new long[] { 1 }, false, "JOINT_BRANCH_SOCIETIES input @societies")]
    [InlineData(true, new long[] { 1, 2 }, false, "SOCIETIES_OF_SEVERAL_COMMITTEES input @societies")]
    [InlineData(true, new long[] { 1, 1 }, true, "SOCIETY_CANCELLED input @societies.1")]
    public void A_joint_branch_has_several_societies_of_one_committee(
        bool isJoint,
        long[] committees,
        bool lastIsCancelled,
        string expected
    ) =>
        Of(
                BranchSocieties.Check(
                    isJoint,
                    [
                        .. committees.Select(
                            (committee, i) => new ProposingSociety("合成", committee, lastIsCancelled && i == committees.Length - 1)
                        ),
                    ]
                )
            )
            .ShouldBe(expected);

    [Fact]
    public void What_is_brought_together_belongs_together() =>
        Answers.ShouldBe(
            (OfAnother.Team("督导组", isOfCommittee: true, "004 第六条（二）"), ""),
            (
                OfAnother.Team("督导组", isOfCommittee: false, "004 第六条（二）"),
                "OF_ANOTHER_COMMITTEE.Team 004 第六条（二） @supervisionTeam"
            ),
            (OfAnother.Branch("合成", isOfCommittee: true, "004 第六条（二）", "branches", "0"), ""),
            (
                OfAnother.Branch("合成", isOfCommittee: false, "004 第六条（二）", "branches", "0"),
                "OF_ANOTHER_COMMITTEE.Branch 004 第六条（二） @branches.0"
            ),
            (OfAnother.Society("合成", isOfCommittee: true, "societies", "0"), ""),
            (OfAnother.Society("合成", isOfCommittee: false, "societies", "0"), "SOCIETY_OF_ANOTHER_COMMITTEE input @societies.0"),
            (OfAnother.BranchOfSociety("合成党支部", "合成学会", isOfSociety: true), ""),
            (OfAnother.BranchOfSociety("合成党支部", "合成学会", isOfSociety: false), "BRANCH_OF_ANOTHER_SOCIETY input @branch"),
            (OfAnother.Consortium("联合体", isOfTeam: true, "004 第六条（二）", "consortia", "0"), ""),
            (
                OfAnother.Consortium("联合体", isOfTeam: false, "004 第六条（二）", "consortia", "0"),
                "CONSORTIUM_OF_ANOTHER_TEAM 004 第六条（二） @consortia.0"
            ),
            (OfAnother.Member(isOfBranch: true, "004 组织建设-2", "attendance"), ""),
            (OfAnother.Member(isOfBranch: false, "004 组织建设-2", "attendance"), "MEMBER_OF_ANOTHER_BRANCH 004 组织建设-2 @attendance")
        );

    [Fact]
    public void A_code_whose_check_fails_is_taken_and_told_of() =>
        Answers.ShouldBe(
            (CreditCodes.Check("51500000MJ00000000", passes: true), ""),
            (CreditCodes.Check("51500000MJ00000000", passes: false), "CREDIT_CODE_ACCEPTED GB 32100-2015 told @creditCode")
        );
}
