using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class LeafFieldSelectionsTests
{
    [Theory]
    [InlineData("{ echo branch(id: 1) { id } }")]
    public void Accepts(string query) => RuleTable.Check<LeafFieldSelections>(query).ShouldBe("");

    [Theory]
    [InlineData("{ echo { a } }", "Field \"echo\" must not have a selection since type \"String\" has no subfields. (1:8)")]
    [InlineData(
        "{ branch(id: 1) }",
        "Field \"branch\" of type \"Branch\" must have a selection of subfields. Did you mean \"branch { ... }\"? (1:3)"
    )]
    [InlineData(
        "{ nodes(ids: []) }",
        "Field \"nodes\" of type \"[Node]!\" must have a selection of subfields. Did you mean \"nodes { ... }\"? (1:3)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<LeafFieldSelections>(query).ShouldBe(errors);
}
