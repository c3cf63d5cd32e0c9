using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class RequiredArgumentsTests
{
    [Theory]
    [InlineData("{ required(int: 1) echo }")]
    public void Accepts(string query) => RuleTable.Check<RequiredArguments>(query).ShouldBe("");

    [Theory]
    [InlineData("{ required }", "Field \"required\" argument \"int\" of type \"Int!\" is required, but it was not provided. (1:3)")]
    [InlineData(
        "{ echo @include }",
        "Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided. (1:8)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<RequiredArguments>(query).ShouldBe(errors);
}
