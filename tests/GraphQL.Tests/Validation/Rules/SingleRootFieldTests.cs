using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;
using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class SingleRootFieldTests
{
    [Theory]
    [InlineData("subscription A { branchChanged { id name } }")]
    [InlineData("subscription { ...F } fragment F on Subscription { branchChanged { id } }")]
    [InlineData("{ echo __typename }")]
    [InlineData(
        "subscription { branchChanged { id } ... on Branch { id name } ...F ... on Nowhere { id } } fragment F on Found { __typename }"
    )]
    public void Accepts(string query) => RuleTable.Check<SingleRootField>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "subscription A { branchChanged { id } societyChanged { id } }",
        "Subscription \"A\" must select only one top level field. (1:39)"
    )]
    [InlineData(
        "subscription { ...F } fragment F on Subscription { branchChanged { id } ... { societyChanged { id } } }",
        "Anonymous Subscription must select only one top level field. (1:79)"
    )]
    [InlineData("subscription { __typename }", "Anonymous Subscription must not select an introspection top level field. (1:16)")]
    [InlineData(
        "subscription A { branchChanged @skip(if: true) { id } }",
        "Subscription \"A\" must not use `@skip` or `@include` directives in the top level selection. (1:32)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<SingleRootField>(query).ShouldBe(errors);

    [Fact]
    public void A_schema_without_subscriptions_is_the_concern_of_another_rule() =>
        DocumentValidator
            .Validate(SchemaBuilder.Build("type Query { a: Int }").Value, Sample.Parse("subscription { __typename }"))
            .Single()
            .ToString()
            .ShouldBe("SP-VALIDATE-201 The subscription operation is not supported by the schema. (1:1)");
}
