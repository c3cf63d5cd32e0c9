using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Cost;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.Execution.Cost;

public class CostTests
{
    private static readonly Schema Schema = SchemaBuilder
        .Build(
            """
            type Query {
              book: Book @cost(weight: "10")
              books: [Book!]! @connection
              thing: Thing
              tags: [Tag!]! @listSize(assumedSize: 7)
              some(count: Int, limit: Long): [Book!]! @listSize(assumedSize: 50, slicingArguments: ["count", "limit"])
              loose(a: Int, b: Int): [Book!]! @listSize(slicingArguments: ["a", "b"], requireOneSlicingArgument: false)
            }
            type Book { title: String author: Author chapters: [Chapter!]! @connection price: Money code: String @cost(weight: "0.5") }
            type Author { name: String books: [Book!]! @connection }
            type Chapter @cost(weight: "3") { title: String tags: [Tag!]! @listSize(assumedSize: 4) }
            type Tag { name: String }
            scalar Money @cost(weight: "2")
            union Thing = Book | Tag
            """
        )
        .Value;

    [Theory]
    // The two examples of HotChocolate's documentation: 11, and 111 with 152.
    [InlineData("{ book { title author { name } } }", 11, 3)]
    [InlineData("{ books(first: 50) { edges { node { title author { name } } } } }", 111, 152)]
    [InlineData("{ books(first: 50) { nodes { title } } }", 11, 52)]
    [InlineData("{ books { nodes { title } } }", 11, 22)]
    [InlineData("{ books(first: null) { nodes { title } } }", 11, 22)]
    [InlineData("{ books(last: 3) { nodes { title } } }", 11, 5)]
    [InlineData("{ books(first: 0) { nodes { author { name } } } }", 11, 2)]
    [InlineData("{ books(first: 9) { totalCount pageInfo { hasNextPage } } }", 21, 3)]
    [InlineData("{ books(first: 10) { nodes { chapters(first: 5) { nodes { title } } } } }", 121, 172)]
    [InlineData("{ tags { name } }", 1, 8)]
    [InlineData("{ book { price code } }", 10.5, 4)]
    // The dearest of the types that are possible.
    [InlineData("{ thing { ... on Book { author { name } } ... on Tag { name } } }", 2, 3)]
    [InlineData("{ thing { __typename } }", 1, 2)]
    [InlineData("{ __typename __schema { types { name fields { name } } } }", 0, 1)]
    [InlineData("{ some(count: 3) { title } }", 1, 4)]
    [InlineData("{ loose(a: 3, b: 8) { title } }", 1, 9)]
    [InlineData("{ loose { title } }", 1, 2)]
    // Conditions: an input object weighs 1, a query of its own 10.
    [InlineData("{ books(first: 1, where: { title: { eq: \"a\" } }) { nodes { title } } }", 13, 3)]
    [InlineData("{ books(first: 1, where: { chapters: { some: { title: { eq: \"a\" } } } }) { nodes { title } } }", 24, 3)]
    [InlineData(
        "{ books(first: 1, where: { or: [{ title: { eq: \"a\" } }, { title: { in: [\"b\", \"c\"] } }] }) { nodes { title } } }",
        16,
        3
    )]
    [InlineData("{ books(first: 4) { nodes { chapters(first: 1, order: [{ title: ASC }]) { nodes { title } } } } }", 59, 22)]
    public void Counts_as_the_specification_of_cost_does(string query, double fieldCost, double typeCost)
    {
        var cost = Cost(query);
        (cost.FieldCost, cost.TypeCost).ShouldBe((fieldCost, typeCost));
    }

    [Theory]
    [InlineData("{ book { title } }", 1)]
    [InlineData("{ books(first: 50) { nodes { title } } }", 50)]
    [InlineData("{ books(first: 5) { edges { node { chapters(first: 6) { nodes { tags { name } } } } } } }", 120)]
    [InlineData("{ a: books(first: 5) { nodes { title } } b: books(first: 7) { nodes { title } } }", 7)]
    public void Sizes_inside_each_other_multiply(string query, double product) => Cost(query).PageProduct.ShouldBe(product);

    /// <summary>Each row asks for the same thing in other words.</summary>
    [Theory]
    [InlineData("query ($n: Int) { books(first: $n) { nodes { title } } }", """{ "n": 50 }""")]
    [InlineData("query ($n: Int = 50) { books(first: $n) { nodes { title } } }", "{}")]
    [InlineData("{ books(first: 50) { nodes { title } nodes { title } } }", "{}")]
    [InlineData(
        "{ books(first: 50) { ...P } } fragment P on BooksConnection { nodes { ...B } ...Q } fragment Q on BooksConnection { "
            + "nodes { ...B } } fragment B on Book { title }",
        "{}"
    )]
    [InlineData("{ books(first: 50) { n: nodes { t: title } } }", "{}")]
    [InlineData("query ($no: Boolean!) { books(first: 50) { nodes { title author @include(if: $no) { name } } } }", """{ "no": false }""")]
    public void Costs_what_is_asked_not_how_it_is_written(string query, string variables) =>
        Cost(query, variables).ShouldBe(Cost("{ books(first: 50) { nodes { title } } }"));

    [Theory]
    [InlineData("""{ title: { eq: "a" } }""", """{ "title": { "eq": "a" } }""")]
    [InlineData(
        """{ or: [{ title: { in: ["a", "b"] } }, { chapters: { some: { title: { neq: null } } } }] }""",
        """{ "or": [{ "title": { "in": ["a", "b"] } }, { "chapters": { "some": { "title": { "neq": null } } } }] }"""
    )]
    public void A_condition_in_a_variable_costs_what_a_written_one_costs(string written, string given)
    {
        var cost = Cost($"{{ books(where: {written}) {{ nodes {{ title }} }} }}");
        Cost("query ($w: BookFilterInput) { books(where: $w) { nodes { title } } }", $$"""{ "w": {{given}} }""").ShouldBe(cost);
    }

    [Fact]
    public void One_expression_serves_every_value_of_its_variables()
    {
        const string Query =
            "query ($n: Int, $m: Int) { books(first: $n) { nodes { chapters(last: $m) { nodes { title tags { name } } } } } }";
        var expression = CostCompiler.Compile(Bind(Query, """{ "n": 1, "m": 1 }""").Operation).Value;
        foreach (var (n, m) in ((int, int)[])[(1, 1), (10, 3), (500, 500), (0, 9)])
        {
            var expected = Cost($"{{ books(first: {n}) {{ nodes {{ chapters(last: {m}) {{ nodes {{ title tags {{ name }} }} }} }} }} }}");
            expression.Evaluate(Bind(Query, $$"""{ "n": {{n}}, "m": {{m}} }""").Variables).ShouldBe(expected);
        }
    }

    [Fact]
    public void Evaluating_allocates_nothing()
    {
        const string Query =
            "query ($n: Int, $m: Int) { books(first: $n) { nodes { chapters(last: $m) { nodes { title } } } } thing { ... on "
            + "Book { chapters(first: $m) { nodes { title } } } ... on Tag { name } } }";
        var (operation, variables) = Bind(Query, """{ "n": 7, "m": 9 }""");
        var expression = CostCompiler.Compile(operation).Value;
        expression.Evaluate(variables);
        var before = GC.GetAllocatedBytesForCurrentThread();
        expression.Evaluate(variables);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData(
        "{ books(first: 5) { nodes { c: chapters(first: 6) { nodes { title } } } } }",
        1_000,
        1_000,
        29,
        "SP-LIMIT-022 Pages inside each other multiply to 30 items at \"books.nodes.c.nodes\", more than 29. Ask for smaller "
            + "pages (\"first\" or \"last\"), or for the inner ones in operations of their own. (1:53)"
    )]
    [InlineData(
        "{ books(first: 5) { nodes { c: chapters(first: 6) { nodes { title } } } } }",
        65,
        1_000,
        30,
        "SP-LIMIT-020 The operation's field cost is 66, more than 65. The most expensive field is \"books.nodes.c\" with 50. Ask "
            + "for smaller pages (\"first\" or \"last\"), for fewer fields, or in several operations. (1:29)"
    )]
    [InlineData(
        "{ books(first: 5) { nodes { c: chapters(first: 6) { nodes { title } } } } }",
        66,
        101,
        30,
        "SP-LIMIT-021 The operation's type cost is 102, more than 101. The most expensive field is \"books.nodes.c.nodes\" with "
            + "90. Ask for smaller pages (\"first\" or \"last\"), for fewer fields, or in several operations. (1:53)"
    )]
    [InlineData("{ books(first: 5) { nodes { c: chapters(first: 6) { nodes { title } } } } }", 66, 102, 30, null)]
    public void What_is_over_a_limit_names_the_field_that_costs_most(string query, int fieldCost, int typeCost, int product, string? error)
    {
        var (operation, variables) = Bind(query, "{}");
        var cost = CostCompiler.Compile(operation).Value.Evaluate(variables);
        CostCheck.Check(cost, new CostLimits(fieldCost, typeCost, product), operation, variables)?.ToString().ShouldBe(error);
        (CostCheck.Check(cost, new CostLimits(fieldCost, typeCost, product), operation, variables) is null).ShouldBe(error is null);
    }

    [Theory]
    [InlineData("{ some { title } }")]
    [InlineData("{ some(count: 1, limit: 2) { title } }")]
    public void A_slice_that_must_be_told_is_asked_for(string query) =>
        CostCompiler
            .Compile(Bind(query, "{}").Operation)
            .Errors.Single()
            .ToString()
            .ShouldBe(
                "SP-LIMIT-023 Field \"some\" needs exactly one of the arguments \"count\", \"limit\", to tell how much it gives. (1:3)"
            );

    private static OperationCost Cost(string query, string variables = "{}")
    {
        var (operation, values) = Bind(query, variables);
        return CostCompiler.Compile(operation).Value.Evaluate(values);
    }

    private static (BoundOperation Operation, CoercedVariables Variables) Bind(string query, string json)
    {
        var document = Parser.Parse(query).Value;
        using var parsed = JsonDocument.Parse(json);
        var variables = VariableCoercion.Coerce(Schema, document, document.Operations.First(), parsed.RootElement).Value;
        return (OperationBinder.Bind(Schema, document, null, variables).Value, variables);
    }
}
