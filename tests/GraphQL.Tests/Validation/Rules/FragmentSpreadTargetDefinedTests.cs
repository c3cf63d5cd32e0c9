using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class FragmentSpreadTargetDefinedTests
{
    [Theory]
    [InlineData("{ ...F } fragment F on Query { echo }")]
    public void Accepts(string query) => RuleTable.Check<FragmentSpreadTargetDefined>(query).ShouldBe("");

    [Theory]
    [InlineData("{ ...F }", "Unknown fragment \"F\". (1:6)")]
    public void Refuses(string query, string errors) => RuleTable.Check<FragmentSpreadTargetDefined>(query).ShouldBe(errors);
}
