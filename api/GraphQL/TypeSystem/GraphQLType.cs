namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Any type a field, an argument or a variable can have. Named types are unique objects within one schema.</summary>
public abstract class GraphQLType
{
    /// <summary>The type without lists and non-null.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outer non-null.</summary>
    public virtual GraphQLType Nullable => this;

    public bool IsNonNull => this is NonNullType;

    /// <summary>True for a list, also a non-null one.</summary>
    public bool IsList => Nullable is ListType;

    /// <summary>Scalars, enums and input objects, in any wrapping.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Everything but input objects, in any wrapping.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>Scalars and enums, unwrapped.</summary>
    public bool IsLeaf => this is ScalarType or EnumType;

    /// <summary>Equality of structure: wrappers are compared by what they wrap.</summary>
    public static bool Same(GraphQLType a, GraphQLType b) =>
        (a, b) switch
        {
            (NonNullType x, NonNullType y) => Same(x.Nullable, y.Nullable),
            (ListType x, ListType y) => Same(x.ItemType, y.ItemType),
            _ => ReferenceEquals(a, b),
        };
}

public sealed class ListType(GraphQLType itemType) : GraphQLType
{
    public GraphQLType ItemType { get; } = itemType;

    public override NamedType Named => ItemType.Named;

    public override string ToString() => $"[{ItemType}]";
}

public sealed class NonNullType(GraphQLType nullable) : GraphQLType
{
    public override GraphQLType Nullable { get; } = nullable;

    public override NamedType Named => Nullable.Named;

    public override string ToString() => $"{Nullable}!";
}
