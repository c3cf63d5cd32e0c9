using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class IntrospectionDepthTests
{
    [Theory]
    [InlineData("{ __schema { types { fields { type { fields { name } } } } } }")]
    public void Accepts(string query) => RuleTable.Check<IntrospectionDepth>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "Maximum introspection depth exceeded (1:3)"
    )]
    [InlineData(
        "{ __type(name: \"A\") { ...F } } fragment F on __Type { fields { type { interfaces { ...G } } } } fragment G on __Type "
            + "{ possibleTypes { name } }",
        "Maximum introspection depth exceeded (1:3)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<IntrospectionDepth>(query).ShouldBe(errors);
}
