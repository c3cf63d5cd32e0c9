using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class ExecutableDefinitionsTests
{
    [Theory]
    [InlineData("{ echo }")]
    [InlineData("query A { echo } fragment F on Branch { id }")]
    public void Accepts(string query) => RuleTable.Check<ExecutableDefinitions>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ echo } type Cow { a: Int } extend schema @x",
        "The \"Cow\" definition is not executable. (1:10)\nThe schema definition is not executable. (1:30)"
    )]
    public void Refuses(string query, string errors) => RuleTable.Check<ExecutableDefinitions>(query).ShouldBe(errors);
}
