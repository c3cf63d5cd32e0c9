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
    public void Every_type_and_field_is_described()
    {
        var schema = WebHost.SchemaOfContract();
        var bare = schema
            .Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type =>
                type switch
                {
                    FieldsType fields => fields
                        .Fields.Where(field =>
                            string.IsNullOrEmpty(field.Description) && !fields.Interfaces.Any(face => face.Field(field.Name) is not null)
                        )
                        .Select(field => $"{type}.{field.Name}"),
                    _ => [],
                }
            )
            .Concat(schema.Types.Where(type => string.IsNullOrEmpty(type.Description)).Select(type => type.Name));
        bare.ShouldBeEmpty();
    }
}
