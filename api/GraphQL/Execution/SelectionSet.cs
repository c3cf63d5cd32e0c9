using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>Sub-selections. For an abstract type the fields differ per possible object type.</summary>
public sealed class SelectionSet
{
    private readonly FrozenDictionary<ObjectType, ImmutableArray<SelectedField>> fields;

    internal SelectionSet(CompositeType type, IEnumerable<KeyValuePair<ObjectType, ImmutableArray<SelectedField>>> fields)
    {
        Type = type;
        this.fields = fields.ToFrozenDictionary();
    }

    /// <summary>The declared type of the field: object, interface or union.</summary>
    public CompositeType Type { get; }

    /// <summary>Object types that the field can give.</summary>
    public ImmutableArray<ObjectType> PossibleTypes => fields.Keys;

    /// <summary>In the order of the response. Asking for a type that is not possible here is a bug and throws.</summary>
    public ImmutableArray<SelectedField> FieldsFor(ObjectType type) => fields[type];

    public bool IsEmptyFor(ObjectType type) => fields[type].IsEmpty;
}
