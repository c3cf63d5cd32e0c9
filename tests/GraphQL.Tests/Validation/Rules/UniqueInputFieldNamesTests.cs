using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class UniqueInputFieldNamesTests
{
    [Theory]
    [InlineData("{ search(by: {name: \"a\", id: 1}) { __typename } }")]
    public void Accepts(string query) => RuleTable.Check<UniqueInputFieldNames>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ search(by: {name: \"a\", name: \"b\"}) { __typename } }",
        "There can be only one input field named \"name\". (1:15, 1:26)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<UniqueInputFieldNames>(query).ShouldBe(errors);
}
