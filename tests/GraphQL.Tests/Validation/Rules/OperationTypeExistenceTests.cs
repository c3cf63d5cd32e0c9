using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;
using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class OperationTypeExistenceTests
{
    [Theory]
    [InlineData("{ echo }")]
    [InlineData("mutation { rename(id: 1, name: \"a\") { id } }")]
    [InlineData("subscription { branchChanged { id } }")]
    public void Accepts(string query) => RuleTable.Check<OperationTypeExistence>(query).ShouldBe("");

    [Fact]
    public void Refuses_what_the_schema_has_no_root_for()
    {
        var schema = SchemaBuilder.Build("type Query { a: Int }").Value;
        DocumentValidator
            .Validate(schema, Sample.Parse("mutation { a }"))
            .Select(error => error.ToString())
            .ShouldBe(["SP-VALIDATE-201 The mutation operation is not supported by the schema. (1:1)"]);
    }
}
