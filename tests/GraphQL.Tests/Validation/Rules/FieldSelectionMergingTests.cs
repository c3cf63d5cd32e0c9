using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class FieldSelectionMergingTests
{
    [Theory]
    [InlineData("{ branch(id: 1) { name name } }")]
    [InlineData("{ a: branch(id: 1) { n: name } b: branch(id: 1) { n: id } }")]
    [InlineData("{ echo(int: 1) echo(int: 1) }")]
    [InlineData("{ node(id: 1) { ... on Branch { x: name } ... on Society { x: name } } }")]
    [InlineData(
        "{ branches(where: {name: {eq: \"a\", neq: \"b\"}}) { totalCount } branches(where: {name: {neq: \"b\", eq: \"a\"}}) { "
            + "totalCount } }"
    )]
    [InlineData("{ search { ... on Branch { society { id } } ... on Society { society: secretary { name } } } }")]
    public void Accepts(string query) => RuleTable.Check<FieldSelectionMerging>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ echo(int: 1) echo(int: 2) }",
        "Fields \"echo\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if "
            + "this was intentional. (1:3, 1:16)"
    )]
    [InlineData(
        "{ branch(id: 1) { x: name x: id } }",
        "Fields \"x\" conflict because \"name\" and \"id\" are different fields. Use different aliases on the fields to fetch "
            + "both if this was intentional. (1:19, 1:27)"
    )]
    [InlineData(
        "{ branch(id: 1) { s: society { x: name } } branch(id: 1) { s: society { x: id } } }",
        "Fields \"branch\" conflict because subfields \"s\" conflict because subfields \"x\" conflict because \"name\" and "
            + "\"id\" are different fields. Use different aliases on the fields to fetch both if this was intentional. (1:3, 1:19, "
            + "1:32, 1:44, 1:60, 1:73)"
    )]
    [InlineData(
        "{ node(id: 1) { ... on Branch { x: memberCount } ... on Society { x: name } } }",
        "Fields \"x\" conflict because they return conflicting types \"Int!\" and \"String!\". Use different aliases on the "
            + "fields to fetch both if this was intentional. (1:33, 1:67)"
    )]
    [InlineData(
        "{ search { ... on Branch { s: society { x: name } } ... on Society { s: secretary { x: __typename } } } a: echo a: "
            + "required(int: 1) }",
        "Fields \"a\" conflict because \"echo\" and \"required\" are different fields. Use different aliases on the fields to "
            + "fetch both if this was intentional. (1:105, 1:113)"
    )]
    [InlineData(
        "{ branch(id: 1) { ...F x: id } } fragment F on Branch { x: name }",
        "Fields \"x\" conflict because \"id\" and \"name\" are different fields. Use different aliases on the fields to fetch "
            + "both if this was intentional. (1:24, 1:57)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<FieldSelectionMerging>(query).ShouldBe(errors);
}
