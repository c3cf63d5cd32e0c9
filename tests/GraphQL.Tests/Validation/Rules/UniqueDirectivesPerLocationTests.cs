using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class UniqueDirectivesPerLocationTests
{
    [Theory]
    [InlineData("{ echo @note(text: \"a\") @note(text: \"b\") @skip(if: true) @include(if: true) }")]
    public void Accepts(string query) => RuleTable.Check<UniqueDirectivesPerLocation>(query).ShouldBe("");

    [Theory]
    [InlineData("{ echo @skip(if: true) @skip(if: false) }", "The directive \"@skip\" can only be used once at this location. (1:8, 1:24)")]
    public void Refuses(string query, string errors) => RuleTable.Check<UniqueDirectivesPerLocation>(query).ShouldBe(errors);
}
