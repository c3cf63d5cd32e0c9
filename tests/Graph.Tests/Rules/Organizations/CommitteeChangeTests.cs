using SocietyParty.Rules.Organizations;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Organizations;

/// <summary>002 §3: 归学会党组织领导. A society and its organizations are of one committee on every day: a row a case.</summary>
public sealed class CommitteeChangeTests
{
    private static readonly ComingBranch Coming = new("合成党支部", Left: null, Near: null, Day("2023-12-31"), Day("2024-02-29"));

    [Theory]
    [InlineData("2024-02-28", "HOLDS_BEFORE_LAST_CHANGE input @holdsFrom")]
    [InlineData("2024-02-29", "")]
    [InlineData("2024-03-01", "")]
    [InlineData("2019-12-31", "BEFORE_FOUNDING input @holdsFrom; HOLDS_BEFORE_LAST_CHANGE input @holdsFrom")]
    public void The_new_committee_is_there_on_the_day_and_nothing_is_changed_behind_it(string from, string expected) =>
        Of(CommitteeChange.Check(new(Day("2020-01-01"), null, Day("2024-02-29"), Day(from)))).ShouldBe(expected);

    [Fact]
    public void A_committee_that_ends_takes_nobody() =>
        Of(CommitteeChange.Check(new(null, Day("2030-01-01"), null, Day("2024-02-29")))).ShouldBe("COMMITTEE_ABOLISHED input @committee");

    [Theory]
    [InlineData("2023-12-30", "MOVED_WITHIN_ASSESSMENT 004 第六条 @holdsFrom; HOLDS_BEFORE_LAST_CHANGE input @holdsFrom")]
    [InlineData("2023-12-31", "MOVED_WITHIN_ASSESSMENT 004 第六条 @holdsFrom; HOLDS_BEFORE_LAST_CHANGE input @holdsFrom")]
    [InlineData("2024-01-01", "HOLDS_BEFORE_LAST_CHANGE input @holdsFrom")]
    [InlineData("2024-02-29", "")]
    public void What_the_former_committee_assessed_stays_its_own(string from, string expected) =>
        Of(CommitteeChange.Comes(Coming, Day(from), "society")).ShouldBe(expected);

    [Fact]
    public void Whoever_belongs_together_comes_together()
    {
        var day = Day("2025-01-01");
        Of(CommitteeChange.Comes(Coming with { Left = "合成乙学会" }, day, "society"))
            .ShouldBe("BRANCH_OF_SOCIETY_THAT_STAYS 002 §3 @society");
        Of(CommitteeChange.Comes(Coming with { Near = "合成党总支" }, day, "branch")).ShouldBe("PLACE_ACROSS_COMMITTEES 002 §3 @branch");
        ShouldBe(
            (CommitteeChange.Listed("合成学会", null, "creditCode"), ""),
            (CommitteeChange.Listed("合成学会", "合成党委", "creditCode"), "SOCIETY_OF_ANOTHER_COMMITTEE.Listed @creditCode")
        );
    }
}
