using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class FragmentSpreadIsPossibleTests
{
    [Theory]
    [InlineData("{ node(id: 1) { ... on Branch { id } ... on Found { __typename } ...F } } fragment F on Society { id }")]
    public void Accepts(string query) => RuleTable.Check<FragmentSpreadIsPossible>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ branch(id: 1) { ... on Society { id } ...F } } fragment F on Person { name }",
        "Fragment cannot be spread here as objects of type \"Branch\" can never be of type \"Society\". (1:19)\nFragment \"F\" "
            + "cannot be spread here as objects of type \"Branch\" can never be of type \"Person\". (1:41)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<FragmentSpreadIsPossible>(query).ShouldBe(errors);
}
