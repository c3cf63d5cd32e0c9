using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution.Introspection;

/// <summary>The fields of the introspection types, specification section 4.2.</summary>
internal static class IntrospectionFields
{
    public static object? Resolve(Schema schema, object source, string field, bool includeDeprecated) =>
        source switch
        {
            Schema => OfSchema(schema, field),
            GraphQLType type => OfType(schema, type, field, includeDeprecated),
            DirectiveDefinition directive => OfDirective(directive, field, includeDeprecated),
            IDefinition definition => OfMember(definition, field, includeDeprecated),
            _ => throw new InvalidOperationException($"Nothing to introspect in {source.GetType().Name}."),
        };

    private static object? OfSchema(Schema schema, string field) =>
        field switch
        {
            "description" => schema.Description,
            "types" => Visibility.Public(schema.Types),
            "queryType" => schema.Query,
            "mutationType" => schema.Mutation,
            "subscriptionType" => schema.Subscription,
            "directives" => schema.Directives.Where(Visibility.IsPublic),
            _ => throw Unknown(field),
        };

    private static object? OfType(Schema schema, GraphQLType type, string field, bool includeDeprecated) =>
        field switch
        {
            "kind" => Kind(type),
            "name" => (type as NamedType)?.Name,
            "description" => (type as NamedType)?.Description,
            "specifiedByURL" => (type as ScalarType)?.SpecifiedByUrl,
            "fields" => type is FieldsType fields ? Listed(fields.Fields, includeDeprecated) : null,
            "interfaces" => type is FieldsType fields ? Visibility.Public(fields.Interfaces) : null,
            "possibleTypes" => type is InterfaceType or UnionType ? Visibility.Public(schema.PossibleTypes((CompositeType)type)) : null,
            "enumValues" => type is EnumType enumeration ? Listed(enumeration.Values, includeDeprecated) : null,
            "inputFields" => type is InputObjectType input ? Listed(input.Fields, includeDeprecated) : null,
            "ofType" => type switch
            {
                ListType list => list.ItemType,
                NonNullType required => required.Nullable,
                _ => null,
            },
            "isOneOf" => type is InputObjectType input ? input.IsOneOf : null,
            _ => throw Unknown(field),
        };

    private static object? OfDirective(DirectiveDefinition directive, string field, bool includeDeprecated) =>
        field switch
        {
            "name" => directive.Name,
            "description" => directive.Description,
            "isRepeatable" => directive.IsRepeatable,
            "locations" => directive.Locations.AsEnumerable(),
            "args" => Listed(directive.Arguments, includeDeprecated),
            _ => throw Unknown(field),
        };

    private static object? OfMember(IDefinition definition, string field, bool includeDeprecated) =>
        field switch
        {
            "name" => definition.Name,
            "description" => definition.Description,
            "isDeprecated" => definition.Has("deprecated"),
            "deprecationReason" => definition.DeprecationReason(),
            "args" => Listed(((FieldDefinition)definition).Arguments, includeDeprecated),
            "type" => definition is FieldDefinition output ? output.Type : ((InputValueDefinition)definition).Type,
            "defaultValue" => ((InputValueDefinition)definition).DefaultValue is { } value ? Printer.Print(value) : null,
            _ => throw Unknown(field),
        };

    private static IEnumerable<T> Listed<T>(IEnumerable<T> definitions, bool includeDeprecated)
        where T : IDefinition => Visibility.Public(definitions).Where(definition => includeDeprecated || !definition.Has("deprecated"));

    private static string Kind(GraphQLType type) =>
        type switch
        {
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            InputObjectType => "INPUT_OBJECT",
            ListType => "LIST",
            _ => "NON_NULL",
        };

    private static InvalidOperationException Unknown(string field) => new($"Introspection has no field {field}.");
}
