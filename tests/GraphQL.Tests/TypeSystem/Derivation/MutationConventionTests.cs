using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.TypeSystem.Derivation;

public class MutationConventionTests
{
    private const string Written =
        "directive @mutation on FIELD_DEFINITION interface Error { code: String! } type RuleViolation implements Error { code: "
        + "String! } type Thing { name: String } type Query { thing: Thing }";

    [Fact]
    public void Arguments_become_an_input_and_the_type_a_payload()
    {
        var schema = SchemaBuilder
            .Build(
                $$"""{{Written}} type Mutation { "Renames." renameThing("Which." thing: ID!, name: String = "x"): Thing @mutation plain(id: ID!): Thing }"""
            )
            .Value;
        string Fields(string type) =>
            string.Join(", ", ((InputObjectType)schema.Type(type)!).Fields.Select(field => $"{field.Name}: {field.Type}"));

        schema
            .Mutation!.Field("renameThing")!
            .Arguments.Select(argument => $"{argument.Name}: {argument.Type}")
            .ShouldBe(["input: RenameThingInput!"]);
        schema.Mutation.Field("renameThing")!.Type.ToString().ShouldBe("RenameThingPayload!");
        Fields("RenameThingInput").ShouldBe("thing: ID!, name: String, idempotencyKey: String, acceptedWarnings: [String!]");
        ((InputObjectType)schema.Type("RenameThingInput")!).Fields[0].Description.ShouldBe("Which.");
        ((ObjectType)schema.Type("RenameThingPayload")!)
            .Fields.Select(field => $"{field.Name}: {field.Type}")
            .ShouldBe(["thing: Thing", "errors: [Error!]!", "warnings: [RuleViolation!]!", "query: Query!"]);
        // What is not marked stays as it is written.
        schema.Mutation.Field("plain")!.Type.ToString().ShouldBe("Thing");
    }

    /// <summary>What no repetition can be known by promises none.</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("(isKeyed: true)", true)]
    [InlineData("(isKeyed: false)", false)]
    public void An_input_takes_a_key_unless_its_mark_says_not(string mark, bool isKeyed)
    {
        var written = Written.Replace("@mutation on", "@mutation(isKeyed: Boolean! = true) on", StringComparison.Ordinal);
        var schema = SchemaBuilder.Build($"{written} type Mutation {{ go(name: String): Thing @mutation{mark} }}").Value;
        ((InputObjectType)schema.Type("GoInput")!)
            .Fields.Select(field => field.Name)
            .ShouldBe(isKeyed ? ["name", "idempotencyKey", "acceptedWarnings"] : ["name", "acceptedWarnings"]);
    }

    [Fact]
    public void A_mark_on_another_types_field_changes_nothing() =>
        SchemaBuilder
            .Build($"{Written} extend type Query {{ other(id: ID!): Thing @mutation }}")
            .Value.Query.Field("other")!
            .Type.ToString()
            .ShouldBe("Thing");

    [Fact]
    public void A_written_type_of_a_derived_name_is_an_error() =>
        SchemaBuilder
            .Build($"{Written} type Mutation {{ go(id: ID!): Thing @mutation }} input GoInput {{ id: ID! }}")
            .Errors.ShouldHaveSingleItem()
            .Message.ShouldContain("\"GoInput\" is derived from it");
}
