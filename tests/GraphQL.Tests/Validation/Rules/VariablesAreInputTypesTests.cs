using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class VariablesAreInputTypesTests
{
    [Theory]
    [InlineData("query($a: Int, $b: [BranchFilterInput!]!, $c: Category) { echo }")]
    public void Accepts(string query) => RuleTable.Check<VariablesAreInputTypes>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "query($a: [Branch!], $b: Found) { echo }",
        "Variable \"$a\" cannot be non-input type \"[Branch!]\". (1:11)\nVariable \"$b\" cannot be non-input type \"Found\". (1:26)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<VariablesAreInputTypes>(query).ShouldBe(errors);
}
