using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>What the written definitions allow to derive. Reads original fields: a connection is still a marked list here.</summary>
internal sealed class Catalogue
{
    private static readonly ImmutableArray<string> Comparable = ["Int", "Long", "Decimal", "Float", "Date", "DateTime"];
    private readonly Dictionary<string, TypeDefinitionNode> types;
    private readonly HashSet<string> inProgress = new(StringComparer.Ordinal);

    public Catalogue(IEnumerable<DefinitionNode> definitions) =>
        types = definitions.OfType<TypeDefinitionNode>().ToDictionary(type => type.Name.Value, StringComparer.Ordinal);

    public IEnumerable<string> TypeNames => types.Keys;

    public bool IsWritten(string name) => types.ContainsKey(name);

    public bool HasFields(string name) => types.GetValueOrDefault(name) is ObjectTypeNode or InterfaceTypeNode;

    public ImmutableArray<FieldDefinitionNode> Fields(string name) => types.GetValueOrDefault(name) switch
    {
        ObjectTypeNode node => node.Fields,
        InterfaceTypeNode node => node.Fields,
        _ => [],
    };

    public static bool IsConnection(FieldDefinitionNode field) => Has(field.Directives, "connection");

    public static bool IsDated(FieldDefinitionNode field) => Has(field.Directives, "dated");

    public static bool IsList(TypeNode type) => type is ListTypeNode or NonNullTypeNode { NullableType: ListTypeNode };

    public bool CanFilter(string type) => Can(type, "FilterInput", "unfilterable", FilterType);

    public bool CanSort(string type) => Can(type, "SortInput", "unsortable", SortType);

    /// <summary>The input type of a filter's field, or null when the field cannot be filtered by.</summary>
    public string? FilterType(FieldDefinitionNode field)
    {
        if (!field.Arguments.IsEmpty || Has(field.Directives, "unfilterable"))
            return null;
        var name = UsedNames.NameOf(field.Type);
        if (HasFields(name))
            return !CanFilter(name) ? null : IsList(field.Type) ? $"ListFilterInputTypeOf{name}FilterInput" : $"{name}FilterInput";
        return IsList(field.Type) ? null : LeafFilter(name);
    }

    /// <summary>The input type of a sort's field, or null when the field cannot be sorted by.</summary>
    public string? SortType(FieldDefinitionNode field)
    {
        if (!field.Arguments.IsEmpty || Has(field.Directives, "unsortable"))
            return null;
        var name = UsedNames.NameOf(field.Type);
        if (IsList(field.Type))
            return IsConnection(field) && HasFields(name) ? AggregateSorts.TypeFor(name) : null;
        if (HasFields(name))
            return CanSort(name) ? $"{name}SortInput" : null;
        return LeafFilter(name) is null ? null : "SortEnumType";
    }

    public static bool IsComparable(string scalar) => Comparable.Contains(scalar);

    public bool IsEnum(string name) => types.GetValueOrDefault(name) is EnumTypeNode;

    private string? LeafFilter(string name) => name switch
    {
        "ID" => "IdOperationFilterInput",
        "String" or "Boolean" => $"{name}OperationFilterInput",
        _ when IsComparable(name) || IsEnum(name) => $"{name}OperationFilterInput",
        _ => IsWritten($"{name}OperationFilterInput") ? $"{name}OperationFilterInput" : null,
    };

    private bool Can(string type, string suffix, string mark, Func<FieldDefinitionNode, string?> derive)
    {
        if (IsWritten(type + suffix))
            return true;
        if (!types.TryGetValue(type, out var node) || Has(node.Directives, mark))
            return false;
        // Types refer to each other in circles; one being asked about counts as possible.
        if (!inProgress.Add(type + suffix))
            return true;
        try
        {
            return Fields(type).Any(field => derive(field) is not null);
        }
        finally
        {
            inProgress.Remove(type + suffix);
        }
    }

    private static bool Has(ImmutableArray<DirectiveNode> directives, string name) =>
        directives.Any(directive => directive.Name.Value == name);
}
