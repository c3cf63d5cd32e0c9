using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class FragmentsOnCompositeTypesTests
{
    [Theory]
    [InlineData("{ ... on Query { echo } ... { echo } } fragment F on Found { __typename } fragment G on Node { id }")]
    public void Accepts(string query) => RuleTable.Check<FragmentsOnCompositeTypes>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ ... on Category { id } } fragment F on BranchFilterInput { id }",
        "Fragment cannot condition on non composite type \"Category\". (1:10)\nFragment \"F\" cannot condition on non composite "
            + "type \"BranchFilterInput\". (1:42)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<FragmentsOnCompositeTypes>(query).ShouldBe(errors);
}
