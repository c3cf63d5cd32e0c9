using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class FragmentSpreadsMustNotFormCyclesTests
{
    [Theory]
    [InlineData("fragment A on Branch { ...B ...B } fragment B on Branch { id }")]
    [InlineData("fragment A on Branch { ...Nowhere }")]
    public void Accepts(string query) => RuleTable.Check<FragmentSpreadsMustNotFormCycles>(query).ShouldBe("");

    [Theory]
    [InlineData("fragment A on Branch { ...A }", "Cannot spread fragment \"A\" within itself. (1:24)")]
    [InlineData(
        "fragment A on Branch { ...B } fragment B on Branch { ...C } fragment C on Branch { ...A }",
        "Cannot spread fragment \"A\" within itself via \"B\", \"C\". (1:24, 1:54, 1:84)"
    )]
    [InlineData("fragment A on Branch { ...B } fragment B on Branch { ...B }", "Cannot spread fragment \"B\" within itself. (1:54)")]
    [InlineData(
        "fragment A on Branch { society { ...B } ...B } fragment B on Society { ...A }",
        "Cannot spread fragment \"A\" within itself via \"B\". (1:41, 1:72)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<FragmentSpreadsMustNotFormCycles>(query).ShouldBe(errors);
}
