using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class LoneAnonymousOperationTests
{
    [Theory]
    [InlineData("{ echo }")]
    [InlineData("{ echo } fragment F on Branch { id }")]
    public void Accepts(string query) => RuleTable.Check<LoneAnonymousOperation>(query).ShouldBe("");

    [Theory]
    [InlineData("{ echo } query A { echo }", "This anonymous operation must be the only defined operation. (1:1)")]
    public void Refuses(string query, string errors) => RuleTable.Check<LoneAnonymousOperation>(query).ShouldBe(errors);
}
