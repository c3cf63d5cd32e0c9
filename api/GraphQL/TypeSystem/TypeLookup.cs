using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Types as a document writes them to types of a schema.</summary>
public static class TypeLookup
{
    /// <summary>Null when the named type does not exist.</summary>
    public static GraphQLType? Find(Schema schema, TypeNode node) =>
        node switch
        {
            ListTypeNode list => Find(schema, list.ItemType) is { } item ? new ListType(item) : null,
            NonNullTypeNode required => Find(schema, required.NullableType) is { } inner ? new NonNullType(inner) : null,
            _ => schema.Type(((NamedTypeNode)node).Name.Value),
        };

    /// <summary>Whether values of this type have a structure a plan depends on: input objects and structural enums.</summary>
    public static bool HasStructure(GraphQLType type) => type.Named is InputObjectType or EnumType { IsStructural: true };
}
