using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Names of types, and of directives with their <c>@</c>, that definitions refer to.</summary>
internal static class UsedNames
{
    public static HashSet<string> In(IEnumerable<DefinitionNode> definitions)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            Add(definition, names);
        }

        return names;
    }

    private static void Add(DefinitionNode definition, HashSet<string> names)
    {
        switch (definition)
        {
            case SchemaNode node:
                Add(node.Directives, names);
                names.UnionWith(node.Operations.Select(operation => operation.Type.Name.Value));
                break;
            case DirectiveDefinitionNode node:
                Add(node.Arguments, names);
                break;
            case TypeDefinitionNode node:
                Add(node.Directives, names);
                AddMembers(node, names);
                break;
        }
    }

    private static void AddMembers(TypeDefinitionNode definition, HashSet<string> names)
    {
        switch (definition)
        {
            case ObjectTypeNode node:
                names.UnionWith(node.Interfaces.Select(type => type.Name.Value));
                Add(node.Fields, names);
                break;
            case InterfaceTypeNode node:
                names.UnionWith(node.Interfaces.Select(type => type.Name.Value));
                Add(node.Fields, names);
                break;
            case UnionTypeNode node:
                names.UnionWith(node.Members.Select(type => type.Name.Value));
                break;
            case EnumTypeNode node:
                foreach (var value in node.Values)
                {
                    Add(value.Directives, names);
                }

                break;
            case InputObjectTypeNode node:
                Add(node.Fields, names);
                break;
        }
    }

    private static void Add(IEnumerable<FieldDefinitionNode> fields, HashSet<string> names)
    {
        foreach (var field in fields)
        {
            names.Add(NameOf(field.Type));
            Add(field.Directives, names);
            Add(field.Arguments, names);
        }
    }

    private static void Add(IEnumerable<InputValueDefinitionNode> values, HashSet<string> names)
    {
        foreach (var value in values)
        {
            names.Add(NameOf(value.Type));
            Add(value.Directives, names);
        }
    }

    private static void Add(IEnumerable<DirectiveNode> directives, HashSet<string> names) =>
        names.UnionWith(directives.Select(directive => "@" + directive.Name));

    /// <summary>The name inside lists and non-null.</summary>
    public static string NameOf(TypeNode type) =>
        type switch
        {
            ListTypeNode list => NameOf(list.ItemType),
            NonNullTypeNode required => NameOf(required.NullableType),
            _ => ((NamedTypeNode)type).Name.Value,
        };
}
