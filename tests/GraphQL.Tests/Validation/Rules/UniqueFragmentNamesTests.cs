using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class UniqueFragmentNamesTests
{
    [Theory]
    [InlineData("fragment F on Branch { id } fragment G on Branch { id }")]
    public void Accepts(string query) => RuleTable.Check<UniqueFragmentNames>(query).ShouldBe("");

    [Theory]
    [InlineData("fragment F on Branch { id } fragment F on Society { id }", "There can be only one fragment named \"F\". (1:10, 1:38)")]
    public void Refuses(string query, string errors) => RuleTable.Check<UniqueFragmentNames>(query).ShouldBe(errors);
}
