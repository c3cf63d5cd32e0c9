using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class KnownTypeNamesTests
{
    [Theory]
    [InlineData("query($x: [Int!]!) { ... on Query { echo } } fragment F on Branch { id }")]
    public void Accepts(string query) => RuleTable.Check<KnownTypeNames>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "query($x: [Brnch!]!) { ... on Socety { id } } fragment F on Nowhere { id }",
        "Unknown type \"Brnch\". Did you mean \"Branch\"? (1:12)\nUnknown type \"Socety\". Did you mean \"Society\"? "
            + "(1:31)\nUnknown type \"Nowhere\". (1:61)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<KnownTypeNames>(query).ShouldBe(errors);
}
