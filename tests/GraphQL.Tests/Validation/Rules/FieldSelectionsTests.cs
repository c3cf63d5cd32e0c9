using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class FieldSelectionsTests
{
    [Theory]
    [InlineData("{ branch(id: 1) { id name __typename } }")]
    [InlineData("{ __schema { queryType { name } } node(id: 1) { id __typename } search { __typename } }")]
    [InlineData("{ branch(id: 1) { id } }")]
    public void Accepts(string query) => RuleTable.Check<FieldSelections>(query).ShouldBe("");

    [Theory]
    [InlineData("{ branch(id: 1) { nmae } }", "Cannot query field \"nmae\" on type \"Branch\". Did you mean \"name\" or \"note\"? (1:19)")]
    [InlineData(
        "{ node(id: 1) { category } }",
        "Cannot query field \"category\" on type \"Node\". Did you mean to use an inline fragment on \"Branch\"? (1:17)"
    )]
    [InlineData(
        "{ search { id } }",
        "Cannot query field \"id\" on type \"Found\". Did you mean to use an inline fragment on \"Node\", \"Branch\", or "
            + "\"Society\"? (1:12)"
    )]
    [InlineData("{ branch(id: 1) { __schema { description } } }", "Cannot query field \"__schema\" on type \"Branch\". (1:19)")]
    [InlineData("{ branch(id: 1) { zzzzzzzzzzzzzz { deep } } }", "Cannot query field \"zzzzzzzzzzzzzz\" on type \"Branch\". (1:19)")]
    [InlineData(
        "{ shape { edge } other: shape { edges } }",
        "Cannot query field \"edge\" on type \"Shape\". Did you mean to use an inline fragment on \"Flat\", \"Solid\", "
            + "\"Cube2\", or \"Cube10\"? (1:11)\nCannot query field \"edges\" on type \"Shape\". (1:33)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<FieldSelections>(query).ShouldBe(errors);
}
