using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class AllVariableUsesDefinedTests
{
    [Theory]
    [InlineData("query A($x: Int) { ...F } fragment F on Query { echo(int: $x) }")]
    public void Accepts(string query) => RuleTable.Check<AllVariableUsesDefined>(query).ShouldBe("");

    [Theory]
    [InlineData("query A { echo(int: $x) }", "Variable \"$x\" is not defined by operation \"A\". (1:21, 1:1)")]
    [InlineData("{ ...F } fragment F on Query { echo(list: [$x]) }", "Variable \"$x\" is not defined. (1:44, 1:1)")]
    public void Refuses(string query, string errors) => RuleTable.Check<AllVariableUsesDefined>(query).ShouldBe(errors);
}
