using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.Execution;

public class OperationBinderTests
{
    private static string Keys(IEnumerable<SelectedField> fields) => string.Join(" ", fields.Select(field => field.ResponseKey));

    private static ObjectType Type(string name) => (ObjectType)Sample.Schema.Type(name)!;

    [Fact]
    public void Fragments_and_equal_keys_are_merged_in_the_order_of_their_first_mention()
    {
        var field = Bound.Field(
            "{ branch(id: 1) { name ...F society { id } } branch(id: 1) { memberCount } } fragment F on Branch { society { name "
                + "} n: name id }"
        );
        Keys(field.Selections!.FieldsFor(Type("Branch"))).ShouldBe("name society n id memberCount");
        Keys(field.Selections.FieldsFor(Type("Branch"))[1].Selections!.FieldsFor(Type("Society"))).ShouldBe("name id");
    }

    [Theory]
    [InlineData("{}", "a c")]
    [InlineData("{\"x\":false}", "b d")]
    public void Include_and_skip_are_resolved(string variables, string keys)
    {
        var operation = Bound.Operation(
            "query($x: Boolean = true) { a: echo @include(if: $x) b: echo @skip(if: $x) ... @include(if: $x) { c: echo } ...F "
                + "@skip(if: $x) } fragment F on Query { d: echo }",
            variables
        );
        Keys(operation.Value.Fields).ShouldBe(keys);
    }

    [Fact]
    public void An_abstract_type_has_fields_per_object_type()
    {
        var set = Bound.Field("{ node(id: 1) { id ... on Branch { category } ... on Society { name } } }").Selections!;
        set.Type.Name.ShouldBe("Node");
        Keys(set.FieldsFor(Type("Branch"))).ShouldBe("id category");
        Keys(set.FieldsFor(Type("Society"))).ShouldBe("id name");
        set.FieldsFor(Type("Society"))[0].ParentType.Name.ShouldBe("Society");
        Bound.Field("{ node(id: 1) { ... on Branch { id } } }").Selections!.IsEmptyFor(Type("Society")).ShouldBeTrue();
    }

    [Fact]
    public void Arguments_given_or_defaulted_are_there_and_others_are_not()
    {
        var field = Bound.Field("{ search { __typename } }");
        field.Arguments.Select(argument => argument.Name).ShouldBe(["text"]);
        ((InputLeaf)field.Argument("text")!).Source.ShouldBe(new LiteralSource("all"));
        Bound.Field("{ search(text: null) { __typename } }").Argument("text").ShouldBeOfType<InputNull>();
        Bound.Field("query($t: String) { search(text: $t) { __typename } }").Argument("text").ShouldBeOfType<InputLeaf>();
        Bound.Field("query($t: String) { search(text: $t) { __typename } }", "{\"t\":null}").Argument("text").ShouldBeOfType<InputNull>();
    }

    [Theory]
    [InlineData("int: 5", "int", 5)]
    [InlineData("float: 5", "float", 5.0)]
    [InlineData("flag: true", "flag", true)]
    [InlineData("category: JOINT", "category", "JOINT")]
    [InlineData("long: 9223372036854775807", "long", long.MaxValue)]
    public void Literals_become_CLR_values(string argument, string name, object value) =>
        ((InputLeaf)Bound.Field($"{{ echo({argument}) }}").Argument(name)!).Source.Read(CoercedVariables.Empty).ShouldBe(value);

    [Fact]
    public void Dates_and_decimals_are_exact()
    {
        ((InputLeaf)Bound.Field("{ echo(date: \"2022-12-31\") }").Argument("date")!)
            .Source.Read(CoercedVariables.Empty)
            .ShouldBe(new DateOnly(2022, 12, 31));
        ((InputLeaf)Bound.Field("{ echo(decimal: 0.1) }").Argument("decimal")!).Source.Read(CoercedVariables.Empty).ShouldBe(0.1m);
        ((InputLeaf)Bound.Field("{ echo(decimal: \"79.80\") }").Argument("decimal")!).Source.Read(CoercedVariables.Empty).ShouldBe(79.80m);
    }

    [Fact]
    public void A_filter_inline_and_a_filter_as_a_variable_have_the_same_structure()
    {
        const string Query =
            "query($w: BranchFilterInput, $n: String) { a: branches(where: { and: [{ name: { eq: $n } }], memberCount: { in: "
            + "[1, 2] } }) { totalCount } b: branches(where: $w) { totalCount } }";
        const string Json = "{\"n\":\"x\",\"w\":{\"memberCount\":{\"in\":[1,2]},\"and\":[{\"name\":{\"eq\":\"x\"}}]}}";
        var variables = Bound.Variables(Query, Json).Value;
        var fields = Bound.Operation(Query, Json).Value.Fields;
        Shape(fields[0].Argument("where")!, variables).ShouldBe("{and:[{name:{eq:x}}] memberCount:{in:1,2}}");
        Shape(fields[1].Argument("where")!, variables).ShouldBe("{and:[{name:{eq:x}}] memberCount:{in:1,2}}");
    }

    [Fact]
    public void A_structural_enum_is_structure_and_not_a_leaf()
    {
        var variables = Bound
            .Variables("query($o: [BranchSortInput!]) { branches(order: $o) { totalCount } }", "{\"o\":{\"name\":\"DESC\"}}")
            .Value;
        Shape(
                Bound
                    .Field("query($o: [BranchSortInput!]) { branches(order: $o) { totalCount } }", "{\"o\":{\"name\":\"DESC\"}}")
                    .Argument("order")!,
                variables
            )
            .ShouldBe("[{name:!DESC}]");
        Shape(Bound.Field("{ branches(order: {name: ASC}) { totalCount } }").Argument("order")!, variables).ShouldBe("[{name:!ASC}]");
    }

    [Fact]
    public void A_variable_inside_a_list_of_leaves_is_read_late()
    {
        const string Query = "query($i: Int!) { echo(list: [1, $i]) }";
        var leaf = Bound.Field(Query, "{\"i\":7}").Argument("list").ShouldBeOfType<InputLeaf>();
        leaf.Source.Read(Bound.Variables(Query, "{\"i\":8}").Value).ShouldBe(new object?[] { 1, 8 });
    }

    [Theory]
    [InlineData(
        "query A { echo } query B { echo }",
        null,
        "SP-BIND-002 Must provide operation name if query contains multiple operations."
    )]
    [InlineData("query A { echo }", "B", "SP-BIND-001 Unknown operation named \"B\".")]
    [InlineData("fragment F on Query { echo }", null, "SP-BIND-001 Must provide an operation.")]
    public void The_operation_must_be_clear(string query, string? name, string error) =>
        OperationBinder.Bind(Sample.Schema, Sample.Parse(query), name, CoercedVariables.Empty).Errors.Single().ToString().ShouldBe(error);

    [Theory]
    [InlineData("{ required }", "Argument \"int\" of required type \"Int!\" was not provided. (1:3)")]
    [InlineData("{ required(int: null) }", "Argument \"int\" of non-null type \"Int!\" must not be null. (1:17)")]
    [InlineData("{ required(int: \"1\") }", "Argument \"int\" has invalid value \"1\". (1:17)")]
    [InlineData(
        "query($x: Int) { required(int: $x) }",
        "Argument \"int\" of required type \"Int!\" was provided the variable \"$x\" which was not provided a runtime value. (1:32)"
    )]
    [InlineData("{ echo(category: NONE) }", "Argument \"category\" has invalid value NONE. (1:18)")]
    [InlineData("{ branches(where: {nope: 1}) { totalCount } }", "Argument \"where\" has invalid value {nope: 1}. (1:19)")]
    [InlineData("{ search(by: {name: \"a\", id: 1}) { __typename } }", "Argument \"by\" has invalid value {name: \"a\", id: 1}. (1:14)")]
    public void A_literal_that_slipped_through_is_still_refused(string query, string error) =>
        Bound.Operation(query).Errors.Single().ToString().ShouldBe("SP-BIND-004 " + error);

    [Fact]
    public void A_short_document_cannot_stand_for_a_huge_selection()
    {
        // Doubles with every fragment: 2^30 fields.
        var fragments = string.Join(
            " ",
            Enumerable
                .Range(0, 30)
                .Select(i =>
                    $"fragment F{i} on Society {{ a: branches {{ nodes {{ society {{ ...F{i + 1} }} }} }} b: branches {{ nodes {{ "
                    + $"society {{ ...F{i + 1} }} }} }} }}"
                )
        );
        Bound
            .Operation($"{{ branch(id: 1) {{ society {{ ...F0 }} }} }} {fragments} fragment F30 on Society {{ id }}")
            .Errors.Single()
            .Code.ShouldBeOneOf("SP-BIND-005", "SP-BIND-006");
    }

    [Fact]
    public void Selections_are_counted()
    {
        var document = Sample.Parse("{ a: echo b: echo ... { c: echo } }");
        OperationBinder
            .Bind(Sample.Schema, document, null, CoercedVariables.Empty, new BinderLimits(FieldsMax: 4))
            .Succeeded.ShouldBeTrue();
        OperationBinder
            .Bind(Sample.Schema, document, null, CoercedVariables.Empty, new BinderLimits(FieldsMax: 3))
            .Errors.Single()
            .ToString()
            .ShouldBe("SP-BIND-005 The operation selects more than 3 fields once its fragments are spread. (1:25)");
    }

    [Fact]
    public void Depth_is_limited()
    {
        var document = Sample.Parse("{ branch(id: 1) { society { id } } }");
        OperationBinder.Bind(Sample.Schema, document, null, CoercedVariables.Empty, new BinderLimits(DepthMax: 3)).Succeeded.ShouldBeTrue();
        OperationBinder
            .Bind(Sample.Schema, document, null, CoercedVariables.Empty, new BinderLimits(DepthMax: 2))
            .Errors.Single()
            .ToString()
            .ShouldBe("SP-BIND-006 Fields cannot be nested deeper than 2 levels. (1:29)");
    }

    [Fact]
    public void A_cycle_of_fragments_ends_in_an_error() =>
        Bound
            .Operation("{ branch(id: 1) { society { ...F } } } fragment F on Society { branches { nodes { society { ...F } } } }")
            .Errors.Single()
            .Code.ShouldBe("SP-BIND-006");

    private static string Shape(InputValue value, CoercedVariables variables) =>
        value switch
        {
            InputNull => "null",
            InputStructural structural => "!" + structural.Value,
            InputLeaf leaf => leaf.Source.Read(variables) is IReadOnlyList<object?> items
                ? string.Join(",", items)
                : $"{leaf.Source.Read(variables)}",
            InputList list => $"[{string.Join(" ", list.Items.Select(item => Shape(item, variables)))}]",
            InputObject node => $"{{{string.Join(" ", node.Fields.Select(field => $"{field.Name}:{Shape(field.Value, variables)}"))}}}",
            _ => "?",
        };
}
