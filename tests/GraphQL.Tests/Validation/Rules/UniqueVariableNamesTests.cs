using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class UniqueVariableNamesTests
{
    [Theory]
    [InlineData("query($a: Int, $b: Int) { echo } query B($a: Int) { echo }")]
    public void Accepts(string query) => RuleTable.Check<UniqueVariableNames>(query).ShouldBe("");

    [Theory]
    [InlineData("query($a: Int, $a: String) { echo }", "There can be only one variable named \"$a\". (1:8, 1:17)")]
    public void Refuses(string query, string errors) => RuleTable.Check<UniqueVariableNames>(query).ShouldBe(errors);
}
