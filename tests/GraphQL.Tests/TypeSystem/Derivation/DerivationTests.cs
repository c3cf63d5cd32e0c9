using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.TypeSystem.Derivation;

namespace SocietyParty.GraphQL.Tests.TypeSystem.Derivation;

public class DerivationTests
{
    [Theory]
    [InlineData("Branch", "Branches")]
    [InlineData("Society", "Societies")]
    [InlineData("Committee", "Committees")]
    [InlineData("SupportingUnit", "SupportingUnits")]
    [InlineData("Box", "Boxes")]
    [InlineData("Day", "Days")]
    [InlineData("Class", "Classes")]
    public void Names_of_connections_are_plurals(string noun, string plural) => Plural.Of(noun).ShouldBe(plural);

    /// <summary>UPDATE_GOLDEN=1 rewrites the file; the diff is the review.</summary>
    [Fact]
    public void The_sample_derives_the_golden_schema()
    {
        var path = Path.Combine(Root(), "tests", "GraphQL.Tests", "Golden", "sample.graphql");
        var printed = SchemaPrinter.Print(Sample.Schema);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, printed);
        }

        printed.ShouldBe(File.ReadAllText(path));
    }

    [Fact]
    public void A_connection_has_HotChocolates_arguments()
    {
        var field = Sample.Schema.Query.Field("branches")!;
        field.Type.ToString().ShouldBe("BranchesConnection!");
        field
            .Arguments.Select(argument => $"{argument.Name}: {argument.Type}")
            .ShouldBe([
                "asOf: Date",
                "where: BranchFilterInput",
                "order: [BranchSortInput!]",
                "first: Int",
                "after: String",
                "last: Int",
                "before: String",
            ]);
        field.Has("connection").ShouldBeTrue();
    }

    [Fact]
    public void Fields_with_arguments_marked_fields_and_lists_of_leaves_are_left_out()
    {
        string Fields(string type) =>
            string.Join(" ", ((InputObjectType)Sample.Schema.Type(type)!).Fields.Select(field => $"{field.Name}:{field.Type}"));
        Fields("BranchFilterInput")
            .ShouldBe(
                "and:[BranchFilterInput!] or:[BranchFilterInput!] not:BranchFilterInput id:IdOperationFilterInput "
                    + "name:StringOperationFilterInput category:CategoryOperationFilterInput "
                    + "memberCount:IntOperationFilterInput foundedOn:DateOperationFilterInput "
                    + "isActive:BooleanOperationFilterInput society:SocietyFilterInput oldName:StringOperationFilterInput"
            );
        Fields("SocietyFilterInput")
            .ShouldBe(
                "and:[SocietyFilterInput!] or:[SocietyFilterInput!] not:SocietyFilterInput id:IdOperationFilterInput "
                    + "name:StringOperationFilterInput branches:ListFilterInputTypeOfBranchFilterInput"
            );
        Fields("SocietySortInput")
            .ShouldBe("id:SortEnumType name:SortEnumType branches:BranchAggregateSortInput secretary:PersonSortInput");
        Sample.Schema.Type("PersonFilterInput").ShouldBeNull();
    }

    [Fact]
    public void A_connection_orders_by_aggregates_of_what_its_items_can_be_sorted_by()
    {
        string Fields(string type) =>
            string.Join(" ", ((InputObjectType)Sample.Schema.Type(type)!).Fields.Select(field => $"{field.Name}:{field.Type}"));
        Fields("BranchAggregateSortInput")
            .ShouldBe(
                "count:SortEnumType sum:BranchNumberSortInput avg:BranchNumberSortInput min:BranchExtremeSortInput "
                    + "max:BranchExtremeSortInput"
            );
        Fields("BranchNumberSortInput").ShouldBe("memberCount:SortEnumType");
        Fields("BranchExtremeSortInput").ShouldBe("memberCount:SortEnumType foundedOn:SortEnumType");
        var bare = SchemaBuilder.Build("type Query { as: [A!]! @connection } type A { s: String as: [A!]! @connection bs: [A!]! }").Value;
        ((InputObjectType)bare.Type("ASortInput")!).Fields.Select(field => field.Name).ShouldBe(["s", "as"]);
        ((InputObjectType)bare.Type("AAggregateSortInput")!).Fields.Single().Name.ShouldBe("count");
    }

    [Fact]
    public void A_dated_field_has_a_day_and_is_still_filtered_and_sorted_by()
    {
        var schema = SchemaBuilder
            .Build("type Query { as: [A!]! @dated @connection } type A { n: Int @dated b(asOf: Date! = \"2020-01-01\"): A @dated }")
            .Value;
        string Arguments(string type, string field) =>
            string.Join(
                " ",
                ((ObjectType)schema.Type(type)!).Field(field)!.Arguments.Select(argument => $"{argument.Name}:{argument.Type}")
            );
        Arguments("Query", "as").ShouldStartWith("asOf:Date where:AFilterInput order:");
        Arguments("A", "n").ShouldBe("asOf:Date");
        Arguments("A", "b").ShouldBe("asOf:Date!");
        // What is written by hand stands for itself: an argument that must be given cannot be given in a filter.
        ((InputObjectType)schema.Type("AFilterInput")!).Fields.Select(field => field.Name).ShouldBe(["and", "or", "not", "n"]);
        ((InputObjectType)schema.Type("ASortInput")!).Fields.Select(field => field.Name).ShouldBe(["n"]);
        SchemaPrinter.Print(schema).ShouldNotContain("@dated");
    }

    [Fact]
    public void What_is_written_by_hand_is_kept_and_what_nobody_names_is_not_made()
    {
        var schema = SchemaBuilder
            .Build(
                """
                type Query { bs: [B!]! @connection }
                type B { n: Int s: String }
                input BFilterInput { mine: Int }
                type PageInfo { mine: Int }
                """
            )
            .Value;
        ((InputObjectType)schema.Type("BFilterInput")!).Fields.Single().Name.ShouldBe("mine");
        ((ObjectType)schema.Type("PageInfo")!).Fields.Single().Name.ShouldBe("mine");
        schema.Type("StringOperationFilterInput").ShouldBeNull();
        schema.Type("SortEnumType").ShouldNotBeNull();
    }

    [Fact]
    public void Types_that_refer_to_each_other_derive_once()
    {
        var schema = SchemaBuilder.Build("type Query { a: [A!]! @connection } type A { b: B } type B { a: A n: Int }").Value;
        schema.Type("AFilterInput").ShouldNotBeNull();
        schema.Type("BFilterInput").ShouldNotBeNull();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocietyParty.Graph.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No solution above the tests.");
        }

        return folder.FullName;
    }
}
