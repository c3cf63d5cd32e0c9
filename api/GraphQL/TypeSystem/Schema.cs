using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem.Derivation;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>A valid schema; immutable, shared by all requests.</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> types;
    private readonly FrozenDictionary<string, DirectiveDefinition> directives;
    private readonly FrozenDictionary<CompositeType, ImmutableArray<ObjectType>> possible;
    private readonly FrozenDictionary<CompositeType, FrozenSet<ObjectType>> possibleSets;

    private readonly FieldsType metaFields;

    internal Schema(
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveDefinition> directives,
        ObjectType query,
        ObjectType? mutation,
        ObjectType? subscription,
        string? description,
        FieldsType metaFields
    )
    {
        this.metaFields = metaFields;
        this.types = types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        this.directives = directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        Query = query;
        Mutation = mutation;
        Subscription = subscription;
        Description = description;
        Types = [.. this.types.Values.OrderBy(type => type.Name, StringComparer.Ordinal)];
        Directives = [.. this.directives.Values.OrderBy(directive => directive.Name, StringComparer.Ordinal)];
        possible = Types.OfType<CompositeType>().ToFrozenDictionary(type => type, Possible);
        possibleSets = possible.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());
    }

    public ObjectType Query { get; }

    public ObjectType? Mutation { get; }

    public ObjectType? Subscription { get; }

    public string? Description { get; }

    /// <summary>All types, built-in and introspection types included, sorted by name.</summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>All directives, internal ones included, sorted by name.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; }

    /// <summary>By the type of the items: how those connections group that have groups.</summary>
    public required FrozenDictionary<string, Grouping> Groupings { get; init; }

    public NamedType? Type(string name) => types.GetValueOrDefault(name);

    public DirectiveDefinition? Directive(string name) => directives.GetValueOrDefault(name);

    public ObjectType? Root(OperationType kind) =>
        kind switch
        {
            OperationType.Query => Query,
            OperationType.Mutation => Mutation,
            _ => Subscription,
        };

    /// <summary>The object types a value of this type can have, sorted by name; an object type alone has itself.</summary>
    public ImmutableArray<ObjectType> PossibleTypes(CompositeType type) => possible[type];

    public bool IsPossible(CompositeType type, ObjectType candidate) => possibleSets[type].Contains(candidate);

    /// <summary>Whether some object can be of both types.</summary>
    public bool Overlap(CompositeType a, CompositeType b) => ReferenceEquals(a, b) || possible[a].Any(possibleSets[b].Contains);

    /// <summary>Covariance of output types: a value of <paramref name="type"/> is always a value of <paramref name="super"/>.</summary>
    public static bool IsSubtype(GraphQLType type, GraphQLType super) =>
        (type, super) switch
        {
            (NonNullType t, NonNullType s) => IsSubtype(t.Nullable, s.Nullable),
            (NonNullType t, _) => IsSubtype(t.Nullable, super),
            (_, NonNullType) => false,
            (ListType t, ListType s) => IsSubtype(t.ItemType, s.ItemType),
            (FieldsType t, InterfaceType s) when Implements(t, s) => true,
            (ObjectType t, UnionType s) when s.Members.Contains(t) => true,
            _ => ReferenceEquals(type, super),
        };

    /// <summary>A field of a type by name, the meta fields included where they exist; null when there is none.</summary>
    public FieldDefinition? Field(CompositeType type, string name)
    {
        if (name == "__typename" || (ReferenceEquals(type, Query) && name is ("__schema" or "__type")))
        {
            return metaFields.Field(name);
        }

        return (type as FieldsType)?.Field(name);
    }

    public static bool Implements(FieldsType type, InterfaceType face) => type.Interfaces.Contains(face);

    private ImmutableArray<ObjectType> Possible(CompositeType type) =>
        type switch
        {
            ObjectType self => [self],
            UnionType union => [.. union.Members.OrderBy(member => member.Name, StringComparer.Ordinal)],
            InterfaceType face => [.. Types.OfType<ObjectType>().Where(candidate => Implements(candidate, face))],
            _ => [],
        };
}
