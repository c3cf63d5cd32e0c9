using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Http;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service;

/// <summary>The whole public contract in one file, so that a change of it shows in review.</summary>
public sealed class PublicContractTests
{
    [Fact]
    public void The_printed_contract_is_the_one_in_schema_graphql() =>
        Golden.Match("../../schema/graphql/public/schema.graphql", SchemaPrinter.Print(WebHost.SchemaOfContract()));

    [Fact]
    public void The_printed_contract_is_a_schema_again()
    {
        var built = SchemaBuilder.Build(SchemaPrinter.Print(WebHost.SchemaOfContract()));
        built.Errors.ShouldBeEmpty();
        SchemaPrinter.Print(built.Value).ShouldBe(SchemaPrinter.Print(WebHost.SchemaOfContract()));
    }

    [Fact]
    public void Every_type_field_and_value_is_described()
    {
        var schema = WebHost.SchemaOfContract();
        var bare = schema
            .Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => Parts(type).Prepend((type.Name, type.Description)))
            .Where(part => string.IsNullOrEmpty(part.Description))
            .Select(part => part.Name);
        bare.ShouldBeEmpty();
    }

    [Fact]
    public void Every_list_that_goes_forward_goes_back()
    {
        var fields = WebHost.SchemaOfContract().Types.OfType<FieldsType>().SelectMany(type => type.Fields);
        fields
            .Where(field => field.Argument("first") is not null || field.Argument("after") is not null)
            .Where(field => field.Argument("last") is null || field.Argument("before") is null)
            .ShouldBeEmpty();
    }

    /// <summary>Values of derived enums are names of fields, whose descriptions say what they are.</summary>
    [Fact]
    public void Every_value_that_an_answer_can_hold_has_words_in_both_languages()
    {
        var schema = WebHost.SchemaOfContract();
        var shown = schema
            .Types.OfType<FieldsType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields)
            .Select(field => field.Type.Named)
            .OfType<EnumType>()
            .Distinct();
        shown.Count().ShouldBeGreaterThan(40);
        shown
            .SelectMany(type => type.Values.Select(value => (Type: type, Value: value)))
            .Where(one =>
                one.Value.Directive("label") is not { } label
                || string.IsNullOrEmpty(label.Argument("zh") as string)
                || string.IsNullOrEmpty(label.Argument("en") as string)
            )
            .Select(one => $"{one.Type.Name}.{one.Value.Name}")
            .ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string? Description)> Parts(NamedType type) =>
        type switch
        {
            FieldsType fields => fields.Fields.SelectMany(field =>
                field
                    .Arguments.Select(argument => ($"{type.Name}.{field.Name}({argument.Name}:)", argument.Description))
                    .Prepend(($"{type.Name}.{field.Name}", field.Description))
            ),
            InputObjectType input => input.Fields.Select(field => ($"{type.Name}.{field.Name}", field.Description)),
            EnumType values => values.Values.Select(value => ($"{type.Name}.{value.Name}", value.Description)),
            _ => [],
        };
}
