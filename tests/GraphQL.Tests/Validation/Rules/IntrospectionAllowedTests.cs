using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class IntrospectionAllowedTests
{
    [Theory]
    [InlineData(
        "{ __schema { types { name } } }",
        "SP-VALIDATE-902 GraphQL introspection has been disabled, but the requested query contained the field \"__schema\". It "
            + "is switched off on this service. (1:3)"
    )]
    [InlineData(
        "{ ...F } fragment F on Query { t: __type(name: \"Branch\") { name } }",
        "SP-VALIDATE-902 GraphQL introspection has been disabled, but the requested query contained the field \"__type\". It is "
            + "switched off on this service. (1:32)"
    )]
    [InlineData("{ __typename branch(id: 1) { __typename } }", "")]
    public void Only_the_schema_cannot_be_asked_for(string query, string error)
    {
        string.Join('\n', DocumentValidator.Validate(Sample.Schema, Sample.Parse(query), introspection: false)).ShouldBe(error);
        DocumentValidator.Validate(Sample.Schema, Sample.Parse(query)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{ ech }")]
    [InlineData("{ echo(itn: 1) }")]
    [InlineData("query ($x: Brnch) { echo(int: $x) }")]
    [InlineData("{ echo(category: JOIN) }")]
    [InlineData("{ branches(where: { nam: { eq: \"a\" } }) { totalCount } }")]
    public void Then_no_message_names_what_exists(string query)
    {
        DocumentValidator
            .Validate(Sample.Schema, Sample.Parse(query))
            .ShouldContain(error => error.Message.Contains("Did you mean", StringComparison.Ordinal));
        DocumentValidator
            .Validate(Sample.Schema, Sample.Parse(query), introspection: false)
            .ShouldAllBe(error => !error.Message.Contains("Did you mean", StringComparison.Ordinal));
    }
}
