using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>What the written definitions allow to derive. Reads original fields: a connection is still a marked list here.</summary>
internal sealed class Catalogue
{
    private static readonly ImmutableArray<string> Comparable = ["Int", "Long", "Decimal", "Float", "Date", "DateTime"];
    private readonly Dictionary<string, TypeDefinitionNode> types;
    private readonly HashSet<string> inProgress = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Grouping> groupings;

    public Catalogue(IEnumerable<DefinitionNode> definitions, IEnumerable<Grouping>? groupings = null)
    {
        types = definitions.OfType<TypeDefinitionNode>().ToDictionary(type => type.Name.Value, StringComparer.Ordinal);
        this.groupings = (groupings ?? []).ToDictionary(grouping => grouping.Item, StringComparer.Ordinal);
    }

    public IEnumerable<string> TypeNames => types.Keys;

    public bool IsWritten(string name) => types.ContainsKey(name);

    public bool HasFields(string name) => types.GetValueOrDefault(name) is ObjectTypeNode or InterfaceTypeNode;

    public ImmutableArray<FieldDefinitionNode> Fields(string name) =>
        types.GetValueOrDefault(name) switch
        {
            ObjectTypeNode node => node.Fields,
            InterfaceTypeNode node => node.Fields,
            _ => [],
        };

    /// <summary>Whether things of a type stand below each other.</summary>
    public bool IsTree(string name) => types.GetValueOrDefault(name) is ObjectTypeNode node && Has(node.Directives, "tree");

    public bool HasTrees => types.Keys.Any(IsTree);

    public static bool IsConnection(FieldDefinitionNode field) => Has(field.Directives, "connection");

    public static bool IsDated(FieldDefinitionNode field) => Has(field.Directives, "dated");

    public static bool IsList(TypeNode type) => type is ListTypeNode or NonNullTypeNode { NullableType: ListTypeNode };

    public bool CanFilter(string type) => Can(type, "FilterInput", "unfilterable", FilterType);

    public bool CanSort(string type) => Can(type, "SortInput", "unsortable", SortType);

    /// <summary>The input type of a filter's field, or null when the field cannot be filtered by.</summary>
    public string? FilterType(FieldDefinitionNode field)
    {
        if (!field.Arguments.IsEmpty || Has(field.Directives, "unfilterable"))
        {
            return null;
        }

        var name = UsedNames.NameOf(field.Type);
        if (HasFields(name))
        {
            return !CanFilter(name) ? null
                : IsList(field.Type) ? $"ListFilterInputTypeOf{name}FilterInput"
                : $"{name}FilterInput";
        }

        return IsList(field.Type) ? null : LeafFilter(name);
    }

    /// <summary>The input type of a sort's field, or null when the field cannot be sorted by.</summary>
    public string? SortType(FieldDefinitionNode field)
    {
        if (!field.Arguments.IsEmpty || Has(field.Directives, "unsortable"))
        {
            return null;
        }

        var name = UsedNames.NameOf(field.Type);
        if (IsList(field.Type))
        {
            return IsConnection(field) && HasFields(name) ? AggregateSorts.TypeFor(name) : null;
        }

        if (HasFields(name))
        {
            return CanSort(name) ? $"{name}SortInput" : null;
        }

        return LeafFilter(name) is null ? null : "SortEnumType";
    }

    /// <summary>How items of a type are grouped; null where they cannot be.</summary>
    public Grouping? GroupingOf(string item) => groupings.GetValueOrDefault(item);

    /// <summary>Whether groups may look at a field: one value for each item, and nothing that must be told to get it.</summary>
    public bool CanGroup(FieldDefinitionNode field) =>
        !IsList(field.Type)
        && field.Arguments.All(argument => argument.Type is not NonNullTypeNode || argument.DefaultValue is not null)
        && !IsKeptFromGroups(field.Directives)
        && types.GetValueOrDefault(UsedNames.NameOf(field.Type)) switch
        {
            ObjectTypeNode type => !IsKeptFromGroups(type.Directives),
            EnumTypeNode type => !Has(type.Directives, "hidden"),
            InterfaceTypeNode or UnionTypeNode => false,
            _ => true,
        };

    private static bool IsKeptFromGroups(ImmutableArray<DirectiveNode> directives) =>
        Has(directives, "unfilterable") || Has(directives, "ungroupable") || Has(directives, "hidden");

    public static bool IsComparable(string scalar) => Comparable.Contains(scalar);

    public bool IsEnum(string name) => types.GetValueOrDefault(name) is EnumTypeNode;

    private string? LeafFilter(string name) =>
        name switch
        {
            "ID" => "IdOperationFilterInput",
            "String" or "Boolean" => $"{name}OperationFilterInput",
            _ when IsComparable(name) || IsEnum(name) => $"{name}OperationFilterInput",
            _ => IsWritten($"{name}OperationFilterInput") ? $"{name}OperationFilterInput" : null,
        };

    private bool Can(string type, string suffix, string mark, Func<FieldDefinitionNode, string?> derive)
    {
        if (IsWritten(type + suffix))
        {
            return true;
        }

        if (!types.TryGetValue(type, out var node) || Has(node.Directives, mark))
        {
            return false;
        }
        // Types refer to each other in circles; one being asked about counts as possible.
        if (!inProgress.Add(type + suffix))
        {
            return true;
        }

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
