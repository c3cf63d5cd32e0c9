using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.TypeSystem.Derivation;

public class GroupingTests
{
    [Theory]
    // Texts, decimals, identities and lists would give a group per item.
    [InlineData("n: Int f: Float d: Decimal l: Long s: String i: ID b: Boolean e: E many: [E!]!", "N B E")]
    [InlineData("statusSince: Date at: DateTime n: Int", "STATUS_SINCE_YEAR STATUS_SINCE_MONTH N")]
    [InlineData("r: R", "R R_KIND R_FAR R_OTHER R_SINCE_YEAR R_SINCE_MONTH")]
    [InlineData("e: E @unfilterable n: Int @hidden b: Boolean", "B")]
    [InlineData("h: H b: Boolean u: U i: Face", "B")]
    // What must be told something to be known is no key; what may be told something is.
    [InlineData("told(x: Int!): Int asOf(day: Date): E given(x: Int! = 1): E", "AS_OF GIVEN")]
    public void Keys_are_what_divides_items_into_few(string fields, string keys) => Keys(Build(fields), "AGroupKey").ShouldBe(keys);

    [Fact]
    public void The_way_there_and_back_is_no_key_but_the_way_further_is()
    {
        var schema = Build("r: Back up: A kind: E");
        Keys(schema, "AGroupKey").ShouldBe("R R_N UP UP_R UP_UP UP_KIND KIND");
        Fields(schema, "AGroupKeys").ShouldBe("r:Back rN:Int up:A upR:Back upUp:A upKind:E kind:E");
    }

    [Fact]
    public void Measures_have_the_type_that_holds_their_results()
    {
        var schema = Build("n: Int! f: Float d: Decimal! l: Long day: Date! at: DateTime b: Boolean r: Numbers");
        Fields(schema, "ASums").ShouldBe("n:Long f:Float d:Decimal l:Decimal r:ARSums!");
        Fields(schema, "AAverages").ShouldBe("n:Decimal f:Float d:Decimal l:Decimal r:ARAverages!");
        Fields(schema, "AMinimums").ShouldBe("n:Int f:Float d:Decimal l:Long day:Date at:DateTime r:ARMinimums!");
        Fields(schema, "ARMaximums").ShouldBe("n:Int d:Decimal");
        Fields(schema, "AGroup").ShouldBe("key:AGroupKeys! count:Int! sum:ASums! avg:AAverages! min:AMinimums! max:AMaximums!");
        Inputs(schema, "AGroupFilterInput").ShouldBe("and or not count sum avg min max");
        Inputs(schema, "AGroupSortInput").ShouldBe("key count sum avg min max");
    }

    [Fact]
    public void Without_numbers_there_is_the_count_alone()
    {
        var schema = Build("e: E");
        Fields(schema, "AGroup").ShouldBe("key:AGroupKeys! count:Int!");
        schema.Type("ASums").ShouldBeNull();
        Inputs(schema, "AGroupFilterInput").ShouldBe("and or not count");
    }

    [Fact]
    public void Moments_have_an_earliest_and_a_latest_and_no_sum() =>
        Fields(Build("day: Date"), "AGroup").ShouldBe("key:AGroupKeys! count:Int! min:AMinimums! max:AMaximums!");

    [Fact]
    public void What_nothing_divides_has_no_groups()
    {
        var schema = Build("s: String");
        ((ObjectType)schema.Type("AsConnection")!).Field("groups").ShouldBeNull();
        schema.Type("AGroup").ShouldBeNull();
        schema.Groupings.ShouldBeEmpty();
    }

    [Fact]
    public void A_connection_written_by_hand_stays_as_it_is() =>
        SchemaBuilder
            .Build("type Query { list: [A!]! @connection } type A { n: Int } type AsConnection { nodes: [A!] }")
            .Value.Type("AGroup")
            .ShouldBeNull();

    [Fact]
    public void Groups_have_their_arguments()
    {
        var field = ((ObjectType)Sample.Schema.Type("BranchesConnection")!).Field("groups")!;
        field.Type.ToString().ShouldBe("BranchGroupsConnection!");
        field
            .Arguments.Select(argument => $"{argument.Name}: {argument.Type}")
            .ShouldBe([
                "by: [BranchGroupKey!]!",
                "where: BranchFilterInput",
                "having: BranchGroupFilterInput",
                "order: [BranchGroupSortInput!]",
                "first: Int",
                "after: String",
                "last: Int",
                "before: String",
            ]);
        ((EnumType)Sample.Schema.Type("BranchGroupKey")!).IsStructural.ShouldBeTrue();
    }

    [Theory]
    [InlineData("type AGroup { x: Int }", "AGroup")]
    [InlineData("enum AGroupKey { X }", "AGroupKey")]
    [InlineData("input ASumsFilterInput { x: Int }", "ASumsFilterInput")]
    [InlineData("type AGroupsEdge { x: Int }", "AGroupsEdge")]
    public void A_written_type_of_a_derived_name_is_an_error_that_names_it(string written, string name)
    {
        var error = SchemaBuilder.Build($"type Query {{ list: [A!]! @connection }} type A {{ n: Int }} {written}").Errors.First();
        error.Code.ShouldBe("SP-SCHEMA-012");
        error.Message.ShouldBe($"Type \"{name}\" has the name of a type that is derived for groups of A. Give it another name.");
    }

    [Fact]
    public void A_key_that_would_stand_for_two_fields_is_an_error_that_names_both() =>
        SchemaBuilder
            .Build("type Query { list: [A!]! @connection } type A { r: R rKind: Int } type R { kind: Int }")
            .Errors.Single()
            .Message.ShouldBe(
                "Groups of A would have the key R_KIND for r.kind and rKind. Rename one of the fields, or mark it @unfilterable."
            );

    [Fact]
    public void Everything_that_is_derived_for_groups_is_described()
    {
        var schema = Build("n: Int day: Date e: E r: Numbers");
        var derived = schema
            .Types.Where(type => type.Name.StartsWith('A') && type.Name is not "A" and not "AFilterInput" and not "ASortInput")
            .ToList();
        derived.Count.ShouldBeGreaterThan(25);
        foreach (var type in derived)
        {
            type.Description.ShouldNotBeNullOrEmpty(type.Name);
            var members = type switch
            {
                ObjectType node => node.Fields.Select(field => (field.Name, field.Description)),
                InputObjectType node => node.Fields.Select(field => (field.Name, field.Description)),
                EnumType node => node.Values.Select(value => (value.Name, value.Description)),
                _ => [],
            };
            foreach (var (name, description) in members)
            {
                description.ShouldNotBeNullOrEmpty($"{type}.{name}");
            }
        }
    }

    private static Schema Build(string fields) =>
        SchemaBuilder
            .Build(
                $$"""
                type Query { list: [A!]! @connection }
                type A { {{fields}} }
                type R { kind: E name: String far: R other: H2 since: Date }
                type Back { a: A n: Int }
                type Numbers { n: Int d: Decimal day: Date s: String }
                type H @unfilterable { kind: E }
                type H2 { s: String }
                interface Face { n: Int }
                union U = R | Back
                enum E { X }
                """
            )
            .Value;

    private static string Keys(Schema schema, string name) =>
        string.Join(' ', ((EnumType)schema.Type(name)!).Values.Select(value => value.Name));

    private static string Fields(Schema schema, string name) =>
        string.Join(' ', ((ObjectType)schema.Type(name)!).Fields.Select(field => $"{field.Name}:{field.Type}"));

    private static string Inputs(Schema schema, string name) =>
        string.Join(' ', ((InputObjectType)schema.Type(name)!).Fields.Select(field => field.Name));
}
