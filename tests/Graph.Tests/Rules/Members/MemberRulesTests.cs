using System.Globalization;
using SocietyParty.Rules;
using SocietyParty.Rules.Members;

namespace SocietyParty.Graph.Tests.Rules.Members;

/// <summary>Rules of memberships and of those who hold posts, a row a case.</summary>
public sealed class MemberRulesTests
{
    // Away in May 2023, and gone for good, or never there, since 1 March 2024.
    private static EndedDays[] Ends(MembershipEnd last) =>
        [
            new(MembershipEnd.MovedAway, Day("2023-05-01")!.Value, Day("2023-06-01")),
            // Taken back: it was a mistake.
            new(MembershipEnd.Left, Day("2023-08-01")!.Value, Day("2023-08-01")),
            new(last, Day("2024-03-01")!.Value, null),
        ];

    [Theory]
    [InlineData(MembershipEnd.Deceased, "2023-04-30", "2023-05-01", null)]
    [InlineData(MembershipEnd.Deceased, "2023-04-30", "2023-05-02", "2023-05-01")]
    [InlineData(MembershipEnd.Deceased, "2023-05-31", "2023-06-01", "2023-05-01")]
    [InlineData(MembershipEnd.Deceased, "2023-06-01", "2024-03-01", null)]
    [InlineData(MembershipEnd.Deceased, "2023-06-01", null, "2024-03-01")]
    [InlineData(MembershipEnd.Deceased, "2024-02-29", "2024-03-02", "2024-03-01")]
    [InlineData(MembershipEnd.EnteredInError, "2023-06-01", "2023-06-02", "2024-03-01")]
    public void What_is_done_with_a_member_is_done_while_the_membership_lasts(
        MembershipEnd last,
        string from,
        string? until,
        string? endedOn
    ) => (MembershipFits.Check(Ends(last), Day(from)!.Value, Day(until), "member")?.Arguments[0].Value).ShouldBe(Day(endedOn));

    [Theory]
    [InlineData(MembershipEnd.Left, "2024-01-02", "2024-01-01", false, null)]
    [InlineData(MembershipEnd.Left, "2024-01-01", "2024-01-01", false, null)]
    [InlineData(MembershipEnd.Left, "2023-12-31", "2024-01-01", false, "MEMBERSHIP_END_TOO_EARLY")]
    [InlineData(MembershipEnd.Left, "2023-12-31", null, false, null)]
    [InlineData(MembershipEnd.EnteredInError, "2023-12-31", "2024-01-01", false, null)]
    [InlineData(MembershipEnd.Left, "2024-01-02", "2024-01-01", true, "MEMBERSHIP_ENDED")]
    [InlineData(MembershipEnd.Unfit, "2024-01-02", "2024-01-01", true, "MEMBERSHIP_ENDED 002 §5")] // 及时处置不合格党员
    [InlineData(MembershipEnd.Unfit, "2023-12-31", "2024-01-01", false, "MEMBERSHIP_END_TOO_EARLY 002 §5")]
    public void A_membership_ends_once_and_not_before_what_is_known_of_it(
        MembershipEnd reason,
        string endedOn,
        string? lastChange,
        bool isEnded,
        string? breach
    ) =>
        Shown(
                MembershipEndFits.Check(
                    new(reason, Day(endedOn)!.Value, Day(lastChange), isEnded ? new(reason, Day("2023-01-01")!.Value, null) : null)
                )
            )
            .ShouldBe(breach);

    [Theory]
    [InlineData(MembershipEnd.Expelled, "2024-01-01", null, "")]
    [InlineData(MembershipEnd.Expelled, "2024-02-01", null, "")]
    [InlineData(MembershipEnd.Expelled, "2023-12-31", null, "MEMBERSHIP_RESTORED_BEFORE_END")]
    [InlineData(MembershipEnd.Deceased, "2024-01-01", null, "")]
    [InlineData(MembershipEnd.Deceased, "2024-01-02", null, "MEMBERSHIP_END_IS_FINAL")]
    [InlineData(MembershipEnd.EnteredInError, "2024-01-02", null, "MEMBERSHIP_END_IS_FINAL")]
    [InlineData(MembershipEnd.Left, "2024-01-01", "2024-06-01", "BRANCH_DISSOLVED")]
    [InlineData(null, "2024-01-01", null, "MEMBERSHIP_NOT_ENDED")]
    public void An_end_is_taken_back_or_the_member_returns(MembershipEnd? reason, string restoredOn, string? dissolvedOn, string codes) =>
        Shown(
                MembershipRestoreFits.Check(
                    new(
                        reason is { } why ? new(why, Day("2024-01-01")!.Value, null) : null,
                        Day(restoredOn)!.Value,
                        "合成",
                        Day(dissolvedOn)
                    )
                )
            )
            .ShouldBe(codes);

    [Theory]
    [InlineData(null, true, "2024-01-01", null)]
    [InlineData(null, false, "2024-01-01", null)]
    [InlineData(MembershipEnd.MovedAway, true, "2024-01-01", null)]
    [InlineData(MembershipEnd.MovedAway, true, "2023-12-31", "MEMBERSHIP_ENDED 002 §5")]
    [InlineData(MembershipEnd.MovedAway, false, "2024-01-01", "MEMBERSHIP_ENDED 002 §5")]
    [InlineData(MembershipEnd.Left, true, "2024-01-01", "MEMBERSHIP_ENDED 002 §5")]
    public void Whoever_moved_away_comes_back_by_a_transfer_to_a_branch(MembershipEnd? reason, bool toBranch, string day, string? breach) =>
        Shown(TransferFits.Check(reason is { } why ? new(why, Day("2024-01-01")!.Value, null) : null, toBranch, Day(day)!.Value, "member"))
            .ShouldBe(breach);

    [Theory]
    [InlineData(false, false, false, "")]
    [InlineData(true, false, false, "PERSON_IS_MEMBER")]
    [InlineData(true, true, false, "PERSON_WAS_MEMBER")]
    [InlineData(false, false, true, "PERSON_IS_APPLICANT")]
    public void Somebody_is_a_member_or_an_applicant_and_once(bool isMember, bool isEnded, bool isApplicant, string codes) =>
        Shown(SomebodyOnce.Check(new(isMember, isEnded ? new(MembershipEnd.Left, Day("2024-01-01")!.Value, null) : null, isApplicant)))
            .ShouldBe(codes);

    [Theory]
    // 002 §3: 学会党组织书记一般由是党员的学会主要负责人担任.
    [InlineData(true, true, false, "")]
    [InlineData(true, false, false, "SECRETARY_LEADS_NO_SOCIETY 002 §3")]
    // Nobody knows who leads it: no record is no "no".
    [InlineData(true, null, false, "")]
    // 可按规定由上级党组织选派.
    [InlineData(true, false, true, "")]
    [InlineData(false, false, false, "")]
    public void A_secretary_usually_leads_the_society(bool isSecretary, bool? leads, bool isSent, string breaches)
    {
        var found = PostHolders
            .Check(
                new(isSecretary, Day("2020-01-01")!.Value, null, isSent),
                new(IsMember: true, IsProbationary: false, IsOfBranch: true, Day("2015-01-01"), [], leads)
            )
            .ToList();
        Shown(found).ShouldBe(breaches);
        found.ShouldAllBe(breach => breach.Severity == Severity.Warning);
    }

    [Theory]
    // 002 §3: 学会党组织书记一般由是党员的学会主要负责人担任; 可按规定由上级党组织选派.
    [InlineData(true, false, true, false, false, "2020-01-01", null, "")]
    [InlineData(true, false, false, false, false, "2020-01-01", null, "SECRETARY_OF_ANOTHER_BRANCH 002 §3")]
    [InlineData(true, false, false, true, false, "2020-01-01", null, "")]
    // A committee member of another branch is no secretary.
    [InlineData(true, false, false, false, true, "2020-01-01", null, "")]
    [InlineData(false, false, false, false, false, "2020-01-01", null, "POST_NEEDS_PARTY_MEMBER 002 §3")]
    // 党章第七条: 预备党员没有表决权、选举权和被选举权.
    [InlineData(true, true, true, false, true, "2020-01-01", null, "POST_NEEDS_FULL_MEMBER 中国共产党章程 第七条")]
    [InlineData(true, false, true, false, true, "2014-12-31", "2020-01-01", "POST_BEFORE_JOINING 002 §3")]
    [InlineData(true, false, true, false, true, "2023-06-01", "2024-03-01", "")]
    [InlineData(true, false, true, false, true, "2023-06-01", "2024-03-02", "MEMBERSHIP_ENDED 002 §3")]
    [InlineData(
        true,
        true,
        false,
        false,
        false,
        "2024-03-01",
        null,
        "MEMBERSHIP_ENDED 002 §3; POST_NEEDS_FULL_MEMBER 中国共产党章程 第七条; SECRETARY_OF_ANOTHER_BRANCH 002 §3"
    )]
    public void A_post_is_for_full_members_of_the_branch_or_sent_from_above(
        bool isMember,
        bool isProbationary,
        bool isOfBranch,
        bool isSent,
        bool isOther,
        string from,
        string? until,
        string breaches
    )
    {
        EndedDays[] ends = string.CompareOrdinal(from, "2023") < 0 ? [] : [new(MembershipEnd.Left, Day("2024-03-01")!.Value, null)];
        string.Join(
                "; ",
                PostHolders
                    .Check(
                        new(!isOther, Day(from)!.Value, Day(until), isSent),
                        new(isMember, isProbationary, isOfBranch, Day("2015-01-01"), ends)
                    )
                    .Select(breach => Shown(breach))
            )
            .ShouldBe(breaches);
    }

    private static string? Shown(Breach? breach) => breach is null ? null : $"{breach.Code} {breach.Clause}".TrimEnd();

    private static string Shown(IEnumerable<Breach> breaches) => string.Join("; ", breaches.Select(Shown));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
