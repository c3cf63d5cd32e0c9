using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class AllVariablesUsedTests
{
    [Theory]
    [InlineData("query A($x: Boolean!) { ...F } fragment F on Query { echo @skip(if: $x) }")]
    public void Accepts(string query) => RuleTable.Check<AllVariablesUsed>(query).ShouldBe("");

    [Theory]
    [InlineData("query A($x: Int) { echo }", "Variable \"$x\" is never used in operation \"A\". (1:9)")]
    [InlineData("query($x: Int) { echo }", "Variable \"$x\" is never used. (1:7)")]
    public void Refuses(string query, string errors) => RuleTable.Check<AllVariablesUsed>(query).ShouldBe(errors);
}
