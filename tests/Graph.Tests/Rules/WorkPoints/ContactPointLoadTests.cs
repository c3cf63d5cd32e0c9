using SocietyParty.Rules;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Graph.Tests.Rules.WorkPoints;

public sealed class ContactPointLoadTests
{
    [Theory]
    [InlineData(0, Severity.Error, "", "001 §16: three are planned")]
    [InlineData(2, Severity.Error, "", "001 §16")]
    [InlineData(3, Severity.Error, "CONTACT_POINTS_EXCEEDED 001 §16 Error", "001 §16")]
    [InlineData(3, Severity.Warning, "CONTACT_POINTS_EXCEEDED 001 §16 Warning", "001 §16: the rule set says how much it weighs")]
    public void A_member_guides_three_branches(int guided, Severity severity, string expected, string clause)
    {
        var rules = RuleFiles.Of<WorkPointRules>("chongqing-2023").ContactPoints with { MoreThanThat = new(severity, "x") };
        (ContactPointLoad.OfOneMore(guided, rules) is { } breach ? $"{breach.Code} {breach.Clause} {breach.Severity}" : "").ShouldBe(
            expected,
            clause
        );
    }
}
