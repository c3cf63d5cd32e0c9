using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class AllVariableUsagesAreAllowedTests
{
    [Theory]
    [InlineData("query($x: Int!) { echo(int: $x) required(int: $x) }")]
    [InlineData("query($x: Int = 1) { required(int: $x) }")]
    [InlineData("query($x: Int) { required(int: 1, other: $x) }")]
    [InlineData("query($x: [Int!]) { echo(list: $x) }")]
    [InlineData("query($x: String!) { search(by: {name: $x}) { __typename } }")]
    public void Accepts(string query) => RuleTable.Check<AllVariableUsagesAreAllowed>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "query A($x: Int) { required(int: $x) }",
        "Variable \"$x\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:34)"
    )]
    [InlineData(
        "query A($x: Int) { echo(list: [$x]) }",
        "Variable \"$x\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:32)"
    )]
    [InlineData(
        "query A($x: String) { echo(int: $x) }",
        "Variable \"$x\" of type \"String\" used in position expecting type \"Int\". (1:9, 1:33)"
    )]
    [InlineData(
        "query A($x: Int) { echo(list: $x) }",
        "Variable \"$x\" of type \"Int\" used in position expecting type \"[Int!]\". (1:9, 1:31)"
    )]
    [InlineData(
        "query A($x: Int = null) { required(int: $x) }",
        "Variable \"$x\" of type \"Int\" used in position expecting type \"Int!\". (1:9, 1:41)"
    )]
    [InlineData(
        "query($x: String) { search(by: {name: $x}) { __typename } }",
        "Variable \"$x\" is of type \"String\" but must be non-nullable to be used for OneOf Input Object \"SearchBy\". (1:7, 1:39)"
    )]
    [InlineData(
        "query($x: Int) { search(by: {name: $x}) { __typename } }",
        "Variable \"$x\" of type \"Int\" used in position expecting type \"String\". (1:7, 1:36)\nVariable \"$x\" is of type "
            + "\"Int\" but must be non-nullable to be used for OneOf Input Object \"SearchBy\". (1:7, 1:36)"
    )]
    [InlineData(
        "query($x: Int!, $x: Int) { required(int: $x) }",
        "Variable \"$x\" of type \"Int\" used in position expecting type \"Int!\". (1:17, 1:42)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<AllVariableUsagesAreAllowed>(query).ShouldBe(errors);
}
