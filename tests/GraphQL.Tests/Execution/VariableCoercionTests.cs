using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Execution;

public class VariableCoercionTests
{
    [Theory]
    [InlineData("Int!", "{}", "Variable \"$x\" of required type \"Int!\" was not provided.")]
    [InlineData("Int!", "{\"x\":null}", "Variable \"$x\" of non-null type \"Int!\" must not be null.")]
    [InlineData("Int", "{\"x\":\"1\"}", "Variable \"$x\" got invalid value \"1\"; Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "{\"x\":1.5}", "Variable \"$x\" got invalid value 1.5; Int cannot represent non-integer value: 1.5")]
    [InlineData(
        "Int",
        "{\"x\":2147483648}",
        "Variable \"$x\" got invalid value 2147483648; Int cannot represent non 32-bit signed integer value: 2147483648"
    )]
    [InlineData("Float", "{\"x\":true}", "Variable \"$x\" got invalid value true; Float cannot represent non numeric value: true")]
    [InlineData("String", "{\"x\":[1]}", "Variable \"$x\" got invalid value [1]; String cannot represent a non string value: [1]")]
    [InlineData(
        "String",
        "{\"x\":\"\\ud800\"}",
        "Variable \"$x\" got invalid value \"\\ud800\"; String cannot represent a non string value: \"\\ud800\""
    )]
    [InlineData("Boolean", "{\"x\":1}", "Variable \"$x\" got invalid value 1; Boolean cannot represent a non boolean value: 1")]
    [InlineData("ID", "{\"x\":1.5}", "Variable \"$x\" got invalid value 1.5; ID cannot represent value: 1.5")]
    [InlineData(
        "Date",
        "{\"x\":\"2022-2-1\"}",
        "Variable \"$x\" got invalid value \"2022-2-1\"; Date cannot represent value: \"2022-2-1\". Expected a day of the "
            + "calendar as \"yyyy-MM-dd\"."
    )]
    [InlineData(
        "Date",
        "{\"x\":\"2022-02-30\"}",
        "Variable \"$x\" got invalid value \"2022-02-30\"; Date cannot represent value: \"2022-02-30\". Expected a day of the "
            + "calendar as \"yyyy-MM-dd\"."
    )]
    [InlineData(
        "Long",
        "{\"x\":9223372036854775808}",
        "Variable \"$x\" got invalid value 9223372036854775808; Long cannot represent value: 9223372036854775808. Expected a "
            + "64-bit signed integer."
    )]
    [InlineData(
        "Category",
        "{\"x\":\"JOIN\"}",
        "Variable \"$x\" got invalid value \"JOIN\"; Value \"JOIN\" does not exist in \"Category\" enum. Did you mean the enum "
            + "value \"JOINT\"?"
    )]
    [InlineData("Category", "{\"x\":1}", "Variable \"$x\" got invalid value 1; Enum \"Category\" cannot represent non-string value: 1.")]
    [InlineData(
        "[Int!]",
        "{\"x\":[1,null]}",
        "Variable \"$x\" got invalid value null at \"x[1]\"; Expected non-nullable type \"Int!\" not to be null."
    )]
    [InlineData(
        "BranchFilterInput",
        "{\"x\":5}",
        "Variable \"$x\" got invalid value 5; Expected type \"BranchFilterInput\" to be an object."
    )]
    [InlineData(
        "BranchFilterInput",
        "{\"x\":{\"nme\":1}}",
        "Variable \"$x\" got invalid value { nme: 1 }; Field \"nme\" is not defined by type \"BranchFilterInput\". Did you mean "
            + "\"name\" or \"not\"?"
    )]
    [InlineData(
        "BranchFilterInput",
        "{\"x\":{\"and\":[{\"name\":{\"eq\":1}}]}}",
        "Variable \"$x\" got invalid value 1 at \"x.and[0].name.eq\"; String cannot represent a non string value: 1"
    )]
    [InlineData(
        "SearchBy",
        "{\"x\":{}}",
        "Variable \"$x\" got invalid value {}; Exactly one key must be specified for OneOf type \"SearchBy\"."
    )]
    [InlineData(
        "SearchBy",
        "{\"x\":{\"name\":null}}",
        "Variable \"$x\" got invalid value null at \"x.name\"; Field \"name\" must be non-null."
    )]
    [InlineData(
        "Int",
        "{\"x\":\"\\u4e2d\\u0022\"}",
        "Variable \"$x\" got invalid value \"中\\\"\"; Int cannot represent non-integer value: \"中\\\"\""
    )]
    [InlineData("String", "{\"x\":1e2}", "Variable \"$x\" got invalid value 100; String cannot represent a non string value: 100")]
    [InlineData(
        "String",
        "{\"x\":[[[1]]]}",
        "Variable \"$x\" got invalid value [[[Array]]]; String cannot represent a non string value: [[[Array]]]"
    )]
    [InlineData("ID", "{\"x\":1e20}", "Variable \"$x\" got invalid value 1e20; ID cannot represent value: 1e20")]
    public void A_wrong_value_is_told_with_its_place(string type, string json, string message)
    {
        var error = Bound.Variables($"query($x: {type}) {{ echo }}", json).Errors.Single();
        error.Message.ShouldBe(message);
        error.Locations.Single().ShouldBe(new SourceLocation(1, 7));
    }

    [Theory]
    [InlineData("Int", "1", 1)]
    [InlineData("Int", "1.0", 1)]
    [InlineData("Int", "-2147483648", int.MinValue)]
    [InlineData("Float", "1", 1.0)]
    [InlineData("ID", "1", "1")]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "1e2", "100")]
    [InlineData("ID", "1.0", "1")]
    [InlineData("ID", "-0", "0")]
    [InlineData("Long", "9223372036854775807", long.MaxValue)]
    [InlineData("Category", "\"JOINT\"", "JOINT")]
    public void A_right_value_becomes_a_CLR_value(string type, string json, object value) =>
        Bound.Variables($"query($x: {type}) {{ echo }}", $"{{\"x\":{json}}}").Value.Get("x").ShouldBe(value);

    [Theory]
    [InlineData("\"2022-12-31T08:00:00Z\"", true)]
    [InlineData("\"2022-12-31T08:00:00.1234567+08:00\"", true)]
    [InlineData("\"2022-12-31T08:00:00\"", false)]
    [InlineData("\"2022-12-31 08:00:00Z\"", false)]
    [InlineData("\"2022-12-31T25:00:00Z\"", false)]
    [InlineData("\"2022-12-31T08:00:00.12345678Z\"", false)]
    [InlineData("1", false)]
    public void A_time_has_its_offset(string json, bool isValid)
    {
        var schema = SocietyParty.GraphQL.TypeSystem.SchemaBuilder.Build("type Query { a(t: DateTime): Int }").Value;
        var document = Sample.Parse("query($t: DateTime) { a(t: $t) }");
        using var parsed = System.Text.Json.JsonDocument.Parse($"{{\"t\":{json}}}");
        SocietyParty
            .GraphQL.Execution.VariableCoercion.Coerce(schema, document, document.Operations.Single(), parsed.RootElement)
            .Succeeded.ShouldBe(isValid);
    }

    [Fact]
    public void A_decimal_that_would_be_rounded_is_refused() =>
        Bound.Variables("query($x: Decimal) { echo }", "{\"x\":\"0.12345678901234567890123456789\"}").Succeeded.ShouldBeFalse();

    [Fact]
    public void A_single_value_stands_for_a_list_and_defaults_fill_in()
    {
        var variables = Bound.Variables("query($x: [Int], $y: Int = 3, $z: Int) { echo }", "{\"x\":1}").Value;
        variables.Get("x").ShouldBe(new object?[] { 1 });
        variables.Get("y").ShouldBe(3);
        variables.Has("z").ShouldBeFalse();
    }

    [Fact]
    public void Of_two_keys_for_OneOf_the_first_is_still_not_null() =>
        Bound.Variables("query($x: SearchBy) { echo }", "{\"x\":{\"name\":null,\"id\":1}}").Errors.Length.ShouldBe(2);

    [Fact]
    public void Variables_are_an_object() => Bound.Variables("query($x: Int) { echo }", "[]").Succeeded.ShouldBeFalse();

    [Fact]
    public void Errors_are_capped() =>
        Bound
            .Variables("query($x: [Int]) { echo }", $"{{\"x\":[{string.Join(",", Enumerable.Repeat("true", 1000))}]}}")
            .Errors.Length.ShouldBe(9);

    [Fact]
    public void Values_nested_without_end_are_refused()
    {
        var json = string.Concat(Enumerable.Repeat("{\"and\":[", 30)) + "{}" + string.Concat(Enumerable.Repeat("]}", 30));
        Bound.Variables("query($x: BranchFilterInput) { echo }", $"{{\"x\":{json}}}").Succeeded.ShouldBeTrue();
        var deep = string.Concat(Enumerable.Repeat("{\"and\":[", 5000)) + "{}" + string.Concat(Enumerable.Repeat("]}", 5000));
        using var parsed = System.Text.Json.JsonDocument.Parse(
            $"{{\"x\":{deep}}}",
            new System.Text.Json.JsonDocumentOptions { MaxDepth = 100_000 }
        );
        var document = Sample.Parse("query($x: BranchFilterInput) { echo }");
        SocietyParty
            .GraphQL.Execution.VariableCoercion.Coerce(Sample.Schema, document, document.Operations.Single(), parsed.RootElement)
            .Succeeded.ShouldBeFalse();
    }
}
