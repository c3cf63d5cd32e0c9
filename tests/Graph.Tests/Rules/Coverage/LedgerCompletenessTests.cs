using SocietyParty.Rules.Coverage;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

public sealed class LedgerCompletenessTests
{
    [Theory]
    [InlineData("", false, "0/5 -", "002 §2")]
    [InlineData("", true, "1/5 -", "002 §2: no reason is asked of who has an organization")]
    [InlineData("Operation Staff PartyMembers PersonInCharge", true, "5/5 complete", "002 §2")]
    [InlineData("Operation Staff PartyMembers PersonInCharge", false, "4/5 -", "002 §2: the reason is missing")]
    [InlineData("Operation Staff PartyMembers PersonInCharge UncoveredReason", false, "5/5 complete", "002 §2")]
    public void Five_clarities_make_a_ledger_complete(string clear, bool hasOrganization, string expected, string clause)
    {
        var aspects = clear.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ClarityAspect>).ToHashSet();
        var found = LedgerCompleteness.Of(aspects, hasOrganization, RuleFiles.Of<CoverageRules>("pingdingshan-2019").Ledger);
        $"{found.Clear}/{found.Asked} {(found.IsComplete ? "complete" : "-")}".ShouldBe(expected, clause);
    }

    [Fact]
    public void Another_city_asks_for_less()
    {
        var rules = new LedgerRule([ClarityAspect.Operation, ClarityAspect.PersonInCharge], new(1, "某市 §1"));
        LedgerCompleteness
            .Of(new HashSet<ClarityAspect> { ClarityAspect.Operation, ClarityAspect.Staff }, false, rules)
            .ShouldBe(new(1, 2, true));
    }
}
