using SocietyParty.Rules.Coverage;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

/// <summary>Vetoes and what ledgers state, a row a case.</summary>
public sealed class LedgerRulesTests
{
    [Theory]
    [InlineData(null, "2026-06-11", "")]
    [InlineData(null, "2026-06-10", "VETO_DATE_TOO_EARLY 002 §10 @liftedOn")]
    [InlineData("2026-06-20", "2026-06-25", "WRONG_STAGE.LiftVeto 002 §10 @veto")]
    public void A_veto_is_lifted_once_and_later(string? lifted, string day, string expected) =>
        Answers.ShouldBe((VetoLift.Check(Day("2026-06-10"), lifted is null ? null : Day(lifted), Day(day)), expected));

    [Theory]
    // 002 §2: 五个摸清; numbers are of members, of groups and of affiliations, not of how a society operates or who is in charge.
    [InlineData(ClarityAspect.PartyMembers, 12, "")]
    [InlineData(ClarityAspect.PartyMembers, null, "")]
    [InlineData(ClarityAspect.PartyMembers, -1, "COUNT_NOT_ASKED_FOR input @counted")]
    [InlineData(ClarityAspect.Operation, null, "")]
    [InlineData(ClarityAspect.Operation, 1, "COUNT_NOT_ASKED_FOR input @counted")]
    [InlineData(ClarityAspect.PersonInCharge, 1, "COUNT_NOT_ASKED_FOR input @counted")]
    [InlineData(ClarityAspect.UncoveredReason, null, "USE_UNCOVERED_REASON input @aspect")]
    public void An_aspect_is_entered_as_it_is(ClarityAspect aspect, int? counted, string expected) =>
        Answers.ShouldBe((LedgerCounts.Check(aspect, counted), expected));

    [Fact]
    public void An_entry_that_is_there_keeps_its_aspect() =>
        Answers.ShouldBe(
            (LedgerCounts.Count(ClarityAspect.PartyMembers, 3), ""),
            (LedgerCounts.Count(ClarityAspect.Operation, 3), "COUNT_NOT_ASKED_FOR input @counted")
        );
}
