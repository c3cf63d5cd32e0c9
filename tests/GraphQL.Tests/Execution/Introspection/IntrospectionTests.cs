using System.Text;
using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Introspection;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Tests.Execution.Introspection;

public class IntrospectionTests
{
    /// <summary>As clients send it.</summary>
    public const string FullQuery = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind } mutationType { name kind } subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        }
        """;

    /// <summary>The value of <c>__schema</c> for the query above, as JSON text.</summary>
    internal static string FullAnswer(Schema schema)
    {
        var document = Sample.Parse(FullQuery);
        var bound = OperationBinder.Bind(schema, document, null, CoercedVariables.Empty).Value;
        return Encoding.UTF8.GetString(IntrospectionWriter.Value(schema, bound.Fields.Single(), CoercedVariables.Empty).Span);
    }

    private static JsonElement Answer(string query, string variables = "{}")
    {
        DocumentValidator.Validate(Sample.Schema, Sample.Parse(query)).ShouldBeEmpty();
        var bound = Bound.Variables(query, variables).Value;
        return JsonDocument.Parse(IntrospectionWriter.Value(Sample.Schema, Bound.Field(query, variables), bound)).RootElement;
    }

    [Fact]
    public void The_full_introspection_query_is_answered()
    {
        var schema = Answer(FullQuery);
        schema.GetProperty("queryType").GetRawText().ShouldBe("{\"name\":\"Query\",\"kind\":\"OBJECT\"}");
        var types = schema.GetProperty("types").EnumerateArray().ToDictionary(type => type.GetProperty("name").GetString()!);
        foreach (
            var name in new[]
            {
                "Query",
                "Branch",
                "BranchesConnection",
                "BranchFilterInput",
                "SortEnumType",
                "Int",
                "Date",
                "__Schema",
                "__DirectiveLocation",
            }
        )
        {
            types.ShouldContainKey(name);
        }

        types.ShouldNotContainKey("__MetaFields");
        types["Branch"].GetProperty("description").GetString().ShouldBe("A party branch.");
        types["Node"].GetProperty("possibleTypes").GetArrayLength().ShouldBe(2);
        types["SearchBy"].GetProperty("isOneOf").GetBoolean().ShouldBeTrue();
        types["Date"].GetProperty("specifiedByURL").GetString().ShouldStartWith("https://");
        types["Branch"].GetProperty("interfaces")[0].GetProperty("name").GetString().ShouldBe("Node");
        types["Query"]
            .GetProperty("fields")[0]
            .GetProperty("type")
            .GetRawText()
            .ShouldStartWith("{\"kind\":\"NON_NULL\",\"name\":null,\"ofType\":{\"kind\":\"OBJECT\",\"name\":\"BranchesConnection\"");
        schema
            .GetProperty("directives")
            .EnumerateArray()
            .Select(directive => directive.GetProperty("name").GetString())
            .ShouldBe(["cost", "deprecated", "include", "listSize", "note", "oneOf", "skip", "specifiedBy"]);
        schema.GetProperty("directives")[4].GetProperty("isRepeatable").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}", "[{\"name\":\"JOINT\"}]")]
    [InlineData("{\"d\":true}", "[{\"name\":\"JOINT\"},{\"name\":\"SINGLE\"}]")]
    public void Deprecated_elements_are_listed_on_demand(string variables, string values) =>
        Answer("query($d: Boolean! = false) { __type(name: \"Category\") { enumValues(includeDeprecated: $d) { name } } }", variables)
            .GetProperty("enumValues")
            .GetRawText()
            .ShouldBe(values);

    [Fact]
    public void Defaults_are_GraphQL_text() =>
        Answer("{ __type(name: \"Query\") { a: fields { name args { defaultValue } } __typename } }")
            .GetProperty("a")
            .EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "search")
            .GetProperty("args")[0]
            .GetProperty("defaultValue")
            .GetString()
            .ShouldBe("\"all\"");

    [Fact]
    public void A_built_in_scalar_that_nothing_refers_to_is_not_there()
    {
        var schema = SchemaBuilder.Build("type Query { a(id: ID): Int }").Value;
        schema.Types.OfType<ScalarType>().Select(type => type.Name).ShouldBe(["Boolean", "ID", "Int", "String"]);
    }

    [Fact]
    public void An_unknown_type_is_null() => Answer("{ __type(name: \"Nope\") { name } }").ValueKind.ShouldBe(JsonValueKind.Null);
}
