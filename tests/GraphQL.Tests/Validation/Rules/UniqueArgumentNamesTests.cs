using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class UniqueArgumentNamesTests
{
    [Theory]
    [InlineData("{ echo(int: 1, float: 1) }")]
    public void Accepts(string query) => RuleTable.Check<UniqueArgumentNames>(query).ShouldBe("");

    [Theory]
    [InlineData("{ echo(int: 1, int: 2, int: 3) }", "There can be only one argument named \"int\". (1:8, 1:16, 1:24)")]
    public void Refuses(string query, string errors) => RuleTable.Check<UniqueArgumentNames>(query).ShouldBe(errors);
}
