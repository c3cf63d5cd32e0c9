using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>The public SDL of a schema, sorted by name, so that a change of contract shows as a small difference.</summary>
public static class SchemaPrinter
{
    /// <summary>Without what every schema has, internal directives and hidden elements. Parses to an equivalent schema.</summary>
    public static string Print(Schema schema)
    {
        var definitions = new List<DefinitionNode>();
        if (Root(schema) is { } root)
        {
            definitions.Add(root);
        }

        definitions.AddRange(schema.Directives.Where(d => Visibility.IsPublic(d) && !BuiltIns.IsSpecified(d.Name)).Select(Directive));
        definitions.AddRange(
            schema
                .Types.Where(type =>
                    Visibility.IsPublic(type) && !BuiltIns.IsSpecified(type.Name) && !type.Name.StartsWith("__", StringComparison.Ordinal)
                )
                .Select(Type)
        );
        return Printer.Print(new Document([.. definitions]));
    }

    /// <summary>A type as SDL writes it.</summary>
    internal static TypeNode TypeNode(GraphQLType type) =>
        type switch
        {
            ListType list => new ListTypeNode(TypeNode(list.ItemType), default),
            NonNullType required => new NonNullTypeNode(TypeNode(required.Nullable), default),
            _ => NamedType((NamedType)type),
        };

    private static SchemaNode? Root(Schema schema)
    {
        // The usual names speak for themselves.
        if (
            schema is
            {
                Query.Name: "Query",
                Mutation: null or { Name: "Mutation" },
                Subscription: null or { Name: "Subscription" },
                Description: null
            }
        )
        {
            return null;
        }

        var operations = new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription }
            .Where(kind => schema.Root(kind) is not null)
            .Select(kind => new RootOperationNode(kind, NamedType(schema.Root(kind)!), default));
        return new SchemaNode(Text(schema.Description), [], [.. operations], IsExtension: false, default);
    }

    private static DirectiveDefinitionNode Directive(DirectiveDefinition directive) =>
        new(
            Text(directive.Description),
            Name(directive.Name),
            Inputs(directive.Arguments),
            directive.IsRepeatable,
            [.. directive.Locations.Select(Name)],
            default
        );

    private static TypeDefinitionNode Type(NamedType type)
    {
        var description = Text(type.Description);
        var name = Name(type.Name);
        var directives = Applied(type);
        return type switch
        {
            ScalarType => new ScalarTypeNode(description, name, directives, false, default),
            ObjectType t => new ObjectTypeNode(
                description,
                name,
                [.. t.Interfaces.Select(NamedType)],
                directives,
                Fields(t),
                false,
                default
            ),
            InterfaceType t => new InterfaceTypeNode(
                description,
                name,
                [.. t.Interfaces.Select(NamedType)],
                directives,
                Fields(t),
                false,
                default
            ),
            UnionType t => new UnionTypeNode(description, name, directives, [.. t.Members.Select(NamedType)], false, default),
            EnumType t => new EnumTypeNode(description, name, directives, [.. Visibility.Public(t.Values).Select(Value)], false, default),
            _ => new InputObjectTypeNode(description, name, directives, Inputs(((InputObjectType)type).Fields), false, default),
        };
    }

    private static ImmutableArray<FieldDefinitionNode> Fields(FieldsType type) =>
        [
            .. Visibility
                .Public(type.Fields)
                .Select(field => new FieldDefinitionNode(
                    Text(field.Description),
                    Name(field.Name),
                    Inputs(field.Arguments),
                    TypeNode(field.Type),
                    Applied(field),
                    default
                )),
        ];

    private static ImmutableArray<InputValueDefinitionNode> Inputs(ImmutableArray<InputValueDefinition> values) =>
        [
            .. Visibility
                .Public(values)
                .Select(value => new InputValueDefinitionNode(
                    Text(value.Description),
                    Name(value.Name),
                    TypeNode(value.Type),
                    value.DefaultValue,
                    Applied(value),
                    default
                )),
        ];

    private static EnumValueDefinitionNode Value(EnumValueDefinition value) =>
        new(Text(value.Description), Name(value.Name), Applied(value), default);

    private static ImmutableArray<DirectiveNode> Applied(IDefinition definition) =>
        [.. definition.Directives.Where(Visibility.IsPublic).Select(directive => directive.Node)];

    private static NamedTypeNode NamedType(NamedType type) => new(Name(type.Name), default);

    private static NameNode Name(string name) => new(name, default);

    private static StringValueNode? Text(string? text) =>
        text is null ? null : new StringValueNode(text, IsBlock: text.Contains('\n', StringComparison.Ordinal), default);
}
