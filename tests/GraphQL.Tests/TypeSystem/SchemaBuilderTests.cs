using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.TypeSystem;

public class SchemaBuilderTests
{
    [Theory]
    [InlineData("type T { a: Int }", "SP-SCHEMA-009 Query root type must be provided.")]
    [InlineData("type Query { a: Strng }", "SP-SCHEMA-003 Unknown type \"Strng\". Did you mean \"String\"? (1:17)")]
    [InlineData("type Query { a: Int a: Int }", "SP-SCHEMA-002 Field \"Query.a\" can only be defined once. (1:21)")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "SP-SCHEMA-002 There can be only one type named \"Query\". (1:28)")]
    [InlineData(
        "type Query { __a: Int }",
        "SP-SCHEMA-006 Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection. (1:14)"
    )]
    [InlineData("type Query { a: I } input I { a: Int }", "SP-SCHEMA-007 The type of Query.a must be Output Type but got: I. (1:14)")]
    [InlineData("type Query { a(x: Query): Int }", "SP-SCHEMA-007 The type of Query.a(x:) must be Input Type but got: Query. (1:16)")]
    [InlineData("type Query", "SP-SCHEMA-007 Type Query must define one or more fields. (1:1)")]
    [InlineData("type Query { a: U } union U", "SP-SCHEMA-007 Union type U must define one or more member types. (1:21)")]
    [InlineData("type Query { a: Int @x }", "SP-SCHEMA-004 Unknown directive \"@x\". (1:21)")]
    [InlineData("type Query @deprecated { a: Int }", "SP-SCHEMA-005 Directive \"@deprecated\" may not be used on OBJECT. (1:12)")]
    [InlineData("type Query { a: Int @deprecated(why: 1) }", "SP-SCHEMA-005 Unknown argument \"why\" on directive \"@deprecated\". (1:33)")]
    [InlineData(
        "type Query implements I { a: Int } interface I { a: Int b: Int }",
        "SP-SCHEMA-008 Interface field I.b expected but Query does not provide it. (1:1)"
    )]
    [InlineData(
        "type Query implements I { a: Int } interface I { a: String }",
        "SP-SCHEMA-008 Interface field I.a expects type String but Query.a is type Int. (1:27)"
    )]
    [InlineData(
        "type Query implements I { a(x: Int!): Int } interface I { a: Int }",
        "SP-SCHEMA-008 Argument \"Query.a(x:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.a\". (1:27)"
    )]
    [InlineData(
        "type Query implements I { a: Int } interface I implements J { a: Int } interface J { a: Int }",
        "SP-SCHEMA-008 Type Query must implement J because it is implemented by I. (1:1)"
    )]
    [InlineData(
        "type Query { a(x: I): Int } input I { i: I! }",
        "SP-SCHEMA-010 Cannot reference Input Object \"I\" within itself through a series of non-null fields: \"i\". (1:29)"
    )]
    [InlineData(
        "type Query { a(x: Int = \"1\"): Int }",
        "SP-SCHEMA-010 Query.a(x:) has invalid default value: Int cannot represent non-integer value: \"1\" (1:25)"
    )]
    [InlineData("type Query { a(x: I): Int } input I @oneOf { i: Int! }", "SP-SCHEMA-010 OneOf input field I.i must be nullable. (1:46)")]
    [InlineData(
        "type Query { a: Int } extend type Quer { b: Int }",
        "SP-SCHEMA-011 Cannot extend type \"Quer\" because it is not defined. Did you mean \"Query\"? (1:35)"
    )]
    [InlineData("type Query { a: Int } extend enum Query { B }", "SP-SCHEMA-011 Cannot extend non-enum type \"Query\". (1:23)")]
    [InlineData(
        "type Query { a: Int! @connection }",
        "SP-SCHEMA-012 Field \"Query.a\" is marked @connection, so its type must be a list of objects, not Int!. (1:17)"
    )]
    [InlineData("type Query { a: Int ", "SP-SCHEMA-001 Syntax Error: Expected Name, found <EOF>. (1:21)")]
    [InlineData("{ a }", "SP-SCHEMA-001 A schema cannot contain operations or fragments. (1:1)")]
    [InlineData(
        "schema { query: Query mutation: Query } type Query { a: Int }",
        "SP-SCHEMA-009 All root types must be different, \"Query\" type is used more than once. (1:41)"
    )]
    [InlineData(
        "type Query { a: Int @cost(weight: \"much\") }",
        "SP-SCHEMA-013 @cost of \"a\" has the weight \"much\"; it must be a number of 0 or more, such as \"2.5\". (1:14)"
    )]
    [InlineData(
        "type Query { a(n: String): [Query] @listSize(slicingArguments: [\"n\"]) }",
        "SP-SCHEMA-013 @listSize of \"a\" slices by \"n\", which is no argument with a whole number or a list. (1:14)"
    )]
    [InlineData(
        "type Query { a: Query @listSize(assumedSize: 1, sizedFields: \"b\") }",
        "SP-SCHEMA-013 @listSize of \"a\" sizes \"b\", which is no list of \"Query\". (1:14)"
    )]
    [InlineData(
        "type Query { a: [Query] @listSize(assumedSize: -1) }",
        "SP-SCHEMA-013 @listSize of \"a\" has a negative \"assumedSize\". (1:14)"
    )]
    [InlineData(
        "type Query { a(x: I): Int } input I { i: I = {} }",
        "SP-SCHEMA-010 Invalid circular reference. The default value of Input Object field I.i references itself. (1:39)"
    )]
    [InlineData(
        "type Query { a(x: I): Int } input I { i: [J!] = [{j: null}, {}] } input J { j: I = {} }",
        "SP-SCHEMA-010 Invalid circular reference. The default value of Input Object field I.i references itself via the default "
            + "values of: J.j. (1:39)"
    )]
    [InlineData(
        "type Query { a: Int } type String { a: Int }",
        "SP-SCHEMA-002 Type \"String\" is built in and cannot be defined again. (1:28)"
    )]
    [InlineData(
        "type Query { a: __Type } enum __TypeKind { A }",
        "SP-SCHEMA-002 Type \"__TypeKind\" is built in and cannot be defined again. (1:31)"
    )]
    [InlineData(
        "type Query { a(x: I = {x: 1, x: 2}): Int } input I { x: Int }",
        "SP-SCHEMA-002 There can be only one input field named \"x\". (1:30)"
    )]
    [InlineData(
        "type Query { a: Int @d(i: [{x: 1, x: 2}]) } directive @d(i: [I]) on FIELD_DEFINITION input I { x: Int }",
        "SP-SCHEMA-002 There can be only one input field named \"x\". (1:35)"
    )]
    [InlineData(
        "type Query { a: Int } union Mutation = Query",
        "SP-SCHEMA-009 Mutation root type must be Object type if provided, it cannot be Mutation. (1:23)"
    )]
    [InlineData(
        "type Query { a(x: I): Int } input I { i: Int } extend input I @oneOf",
        "SP-SCHEMA-011 Cannot make \"I\" a OneOf Input Object in an extension. (1:63)"
    )]
    [InlineData(
        "type Query { a(x: I): Int } input I @oneOf { i: Int } extend input I { j: Int! }",
        "SP-SCHEMA-010 OneOf input field I.j must be nullable. (1:72)"
    )]
    [InlineData("scalar Query", "SP-SCHEMA-009 Query root type must be Object type, it cannot be Query. (1:1)")]
    [InlineData(
        "type Query { a: U } union U = Query | I interface I { a: Int }",
        "SP-SCHEMA-007 Union type U can only include Object types, it cannot include I. (1:39)"
    )]
    [InlineData(
        "type Query implements Query { a: Int }",
        "SP-SCHEMA-007 Type Query must only implement Interface types, it cannot implement Query. (1:23)"
    )]
    public void What_is_wrong_with_a_schema_is_told(string sdl, string error) =>
        SchemaBuilder.Build(sdl).Errors.First().ToString().ShouldBe(error);

    [Fact]
    public void Errors_name_their_file() =>
        SchemaBuilder
            .Build([("a.graphql", "type Query { a: Int }"), ("b.graphql", "extend type Query { b: Nope }")])
            .Errors.Single()
            .Extensions!["source"]
            .ShouldBe("b.graphql");

    [Fact]
    public void Problems_of_several_stages_are_told_at_once() =>
        SchemaBuilder
            .Build("type Query { a: Int a: Int } type Query { b: Int } union U = Int | Query | Query extend type Nowhere { a: Int }")
            .Errors.Select(error => error.Code)
            .ShouldBe(["SP-SCHEMA-002", "SP-SCHEMA-011", "SP-SCHEMA-007", "SP-SCHEMA-002", "SP-SCHEMA-002"]);

    [Theory]
    [InlineData("input I { i: I = null }")]
    [InlineData("input I { i: I = {i: null} }")]
    [InlineData("input I { i: [I!] = [] }")]
    [InlineData("input I { a: J = {i: {a: null}} } input J { i: I j: J = {i: {a: null}, j: null} }")]
    public void Default_values_that_end_are_no_circle(string sdl) =>
        SchemaBuilder.Build($"type Query {{ a(x: I): Int }} {sdl}").Errors.ShouldBeEmpty();

    [Fact]
    public void Extensions_join_and_directives_stay_readable()
    {
        var schema = SchemaBuilder
            .Build([
                (
                    "b",
                    "extend type Query { b(x: Int = 1): [Query!]! @table(name: \"t\") } directive @table(name: String!, at: Int "
                        + "= 2) on FIELD_DEFINITION"
                ),
                ("a", "type Query { a: Int @deprecated }"),
            ])
            .Value;
        schema.Query.Fields.Select(field => field.ToString()).ShouldBe(["a: Int", "b: [Query!]!"]);
        schema.Query.Field("b")!.Directive("table")!.Argument("name").ShouldBe("t");
        schema.Query.Field("b")!.Directive("table")!.Argument("at").ShouldBe(2);
        schema.Query.Field("a")!.DeprecationReason().ShouldBe("No longer supported");
        schema.Query.Field("b")!.Has("table").ShouldBeTrue();
    }

    [Fact]
    public void Possible_types_and_subtypes_are_known()
    {
        var node = (CompositeType)Sample.Schema.Type("Node")!;
        Sample.Schema.PossibleTypes(node).Select(type => type.Name).ShouldBe(["Branch", "Society"]);
        Schema.IsSubtype(new NonNullType(Sample.Schema.Type("Branch")!), node).ShouldBeTrue();
        Schema.IsSubtype(node, Sample.Schema.Type("Branch")!).ShouldBeFalse();
        Sample.Schema.Overlap(node, (CompositeType)Sample.Schema.Type("Found")!).ShouldBeTrue();
    }

    [Fact]
    public void The_meta_fields_holder_is_nobodys_type()
    {
        Sample.Schema.Type("__MetaFields").ShouldBeNull();
        SchemaBuilder.Build("type Query { a: __MetaFields }").Succeeded.ShouldBeFalse();
    }
}
