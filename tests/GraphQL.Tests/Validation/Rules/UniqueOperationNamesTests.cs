using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class UniqueOperationNamesTests
{
    [Theory]
    [InlineData("query A { echo } query B { echo }")]
    public void Accepts(string query) => RuleTable.Check<UniqueOperationNames>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "query A { echo } mutation A { rename(id: 1, name: \"\") { id } }",
        "There can be only one operation named \"A\". (1:7, 1:27)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<UniqueOperationNames>(query).ShouldBe(errors);
}
