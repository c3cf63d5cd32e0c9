using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class ArgumentNamesTests
{
    [Theory]
    [InlineData("{ echo(int: 1) @skip(if: true) unknown(x: 1) }")]
    public void Accepts(string query) => RuleTable.Check<ArgumentNames>(query).ShouldBe("");

    [Theory]
    [InlineData("{ echo(itn: 1) }", "Unknown argument \"itn\" on field \"Query.echo\". Did you mean \"int\"? (1:8)")]
    [InlineData("{ echo @skip(iff: true) }", "Unknown argument \"iff\" on directive \"@skip\". Did you mean \"if\"? (1:14)")]
    public void Refuses(string query, string errors) => RuleTable.Check<ArgumentNames>(query).ShouldBe(errors);
}
