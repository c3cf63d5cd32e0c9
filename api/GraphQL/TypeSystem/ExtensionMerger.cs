using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Folds every <c>extend</c> into what it extends, so that later stages see whole definitions only.</summary>
internal static class ExtensionMerger
{
    public static List<DefinitionNode> Merge(IEnumerable<DefinitionNode> definitions, SchemaErrors errors)
    {
        var merged = new List<DefinitionNode>();
        var types = new Dictionary<string, int>(StringComparer.Ordinal);
        var directives = new HashSet<string>(StringComparer.Ordinal);
        var schema = -1;
        var extensions = new List<TypeSystemNode>();
        foreach (var definition in definitions)
        {
            switch (definition)
            {
                case TypeDefinitionNode { IsExtension: true } or SchemaNode { IsExtension: true }:
                    extensions.Add((TypeSystemNode)definition);
                    continue;
                case TypeDefinitionNode type when BuiltIns.IsReserved(type.Name.Value):
                    errors.Add(
                        SchemaErrors.Duplicate,
                        type,
                        $"Type \"{type.Name}\" is built in and cannot be defined again.",
                        type.Name.Location
                    );
                    continue;
                case TypeDefinitionNode type when !types.TryAdd(type.Name.Value, merged.Count):
                    errors.Add(SchemaErrors.Duplicate, type, $"There can be only one type named \"{type.Name}\".", type.Name.Location);
                    continue;
                case DirectiveDefinitionNode directive when !directives.Add(directive.Name.Value):
                    errors.Add(
                        SchemaErrors.Duplicate,
                        directive,
                        $"There can be only one directive named \"@{directive.Name}\".",
                        directive.Name.Location
                    );
                    continue;
                case SchemaNode when schema >= 0:
                    errors.Add(SchemaErrors.Duplicate, definition, "Must provide only one schema definition.");
                    continue;
                case SchemaNode:
                    schema = merged.Count;
                    break;
                case ExecutableNode:
                    errors.Add(SchemaErrors.Syntax, definition, "A schema cannot contain operations or fragments.");
                    continue;
            }

            merged.Add(definition);
        }

        foreach (var extension in extensions)
        {
            Apply(extension, merged, types, schema, errors);
        }

        return merged;
    }

    private static void Apply(
        TypeSystemNode extension,
        List<DefinitionNode> merged,
        Dictionary<string, int> types,
        int schema,
        SchemaErrors errors
    )
    {
        int index;
        if (extension is TypeDefinitionNode type)
        {
            if (!types.TryGetValue(type.Name.Value, out index))
            {
                var near = Suggestions.DidYouMean(Suggestions.Near(type.Name.Value, types.Keys));
                errors.Add(
                    SchemaErrors.InvalidExtension,
                    extension,
                    $"Cannot extend type \"{type.Name}\" because it is not defined.{near}",
                    type.Name.Location
                );
                return;
            }
        }
        else if ((index = schema) < 0)
        {
            errors.Add(SchemaErrors.InvalidExtension, extension, "Cannot extend the schema because it is not defined.");
            return;
        }

        // Section 3.10.3: fields that were optional would suddenly exclude one another.
        if (
            extension is InputObjectTypeNode input
            && input.Directives.FirstOrDefault(directive => directive.Name.Value == "oneOf") is { } directive
        )
        {
            errors.Add(
                SchemaErrors.InvalidExtension,
                extension,
                $"Cannot make \"{input.Name}\" a OneOf Input Object in an extension.",
                directive.Location
            );
            extension = input with { Directives = input.Directives.Remove(directive) };
        }

        var whole = Joined(merged[index], extension);
        if (whole is null)
        {
            errors.Add(
                SchemaErrors.InvalidExtension,
                extension,
                $"Cannot extend non-{Kind(extension)} type \"{((TypeDefinitionNode)extension).Name}\"."
            );
            return;
        }

        errors.Inherit(merged[index], whole);
        merged[index] = whole;
    }

    private static string Kind(TypeSystemNode node) =>
        node switch
        {
            ScalarTypeNode => "scalar",
            ObjectTypeNode => "object",
            InterfaceTypeNode => "interface",
            UnionTypeNode => "union",
            EnumTypeNode => "enum",
            _ => "input object",
        };

    private static DefinitionNode? Joined(DefinitionNode definition, TypeSystemNode extension) =>
        (definition, extension) switch
        {
            (SchemaNode a, SchemaNode b) => a with
            {
                Directives = [.. a.Directives, .. b.Directives],
                Operations = [.. a.Operations, .. b.Operations],
            },
            (ScalarTypeNode a, ScalarTypeNode b) => a with { Directives = [.. a.Directives, .. b.Directives] },
            (ObjectTypeNode a, ObjectTypeNode b) => a with
            {
                Directives = [.. a.Directives, .. b.Directives],
                Interfaces = [.. a.Interfaces, .. b.Interfaces],
                Fields = [.. a.Fields, .. b.Fields],
            },
            (InterfaceTypeNode a, InterfaceTypeNode b) => a with
            {
                Directives = [.. a.Directives, .. b.Directives],
                Interfaces = [.. a.Interfaces, .. b.Interfaces],
                Fields = [.. a.Fields, .. b.Fields],
            },
            (UnionTypeNode a, UnionTypeNode b) => a with
            {
                Directives = [.. a.Directives, .. b.Directives],
                Members = [.. a.Members, .. b.Members],
            },
            (EnumTypeNode a, EnumTypeNode b) => a with
            {
                Directives = [.. a.Directives, .. b.Directives],
                Values = [.. a.Values, .. b.Values],
            },
            (InputObjectTypeNode a, InputObjectTypeNode b) => a with
            {
                Directives = [.. a.Directives, .. b.Directives],
                Fields = [.. a.Fields, .. b.Fields],
            },
            _ => null,
        };
}
