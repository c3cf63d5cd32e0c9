using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class FragmentsMustBeUsedTests
{
    [Theory]
    [InlineData("{ branch(id: 1) { ...A } } fragment A on Branch { ...B } fragment B on Branch { id }")]
    public void Accepts(string query) => RuleTable.Check<FragmentsMustBeUsed>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ echo } fragment A on Branch { ...B } fragment B on Branch { ...A }",
        "Fragment \"A\" is never used. (1:10)\nFragment \"B\" is never used. (1:40)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<FragmentsMustBeUsed>(query).ShouldBe(errors);
}
