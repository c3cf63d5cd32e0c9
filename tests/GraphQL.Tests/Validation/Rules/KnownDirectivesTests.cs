using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class KnownDirectivesTests
{
    [Theory]
    [InlineData("query @note(text: \"a\") { echo @skip(if: true) ... @include(if: true) { echo } }")]
    public void Accepts(string query) => RuleTable.Check<KnownDirectives>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "query @skip(if: true) { echo @nowhere }",
        "Directive \"@skip\" may not be used on QUERY. (1:7)\nUnknown directive \"@nowhere\". (1:30)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<KnownDirectives>(query).ShouldBe(errors);
}
