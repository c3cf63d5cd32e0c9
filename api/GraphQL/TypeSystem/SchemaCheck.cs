using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Rules of the specification's section 3 on assembled types; messages in the reference implementation's words.</summary>
internal sealed class SchemaCheck
{
    private readonly SchemaErrors errors;
    private readonly TypeAssembler assembler;
    private readonly DirectiveCheck directives;

    private SchemaCheck(Schema schema, TypeAssembler assembler, SchemaErrors errors)
    {
        this.errors = errors;
        this.assembler = assembler;
        directives = new DirectiveCheck(schema, errors);
    }

    public static void Run(Schema schema, TypeAssembler assembler, SchemaErrors errors)
    {
        var check = new SchemaCheck(schema, assembler, errors);
        check.Roots(schema);
        foreach (var directive in schema.Directives)
        {
            check.Directive(directive);
        }

        foreach (var type in schema.Types)
        {
            check.Type(type);
        }

        CostDirectiveCheck.Check(schema, (definition, message) => errors.Add(SchemaErrors.InvalidCost, check.NodeOf(definition), message));
        DefaultCircles.Check(schema, (field, message) => errors.Add(SchemaErrors.InvalidInput, check.NodeOf(field), message));
        InputCircles.Check(schema, (type, message) => errors.Add(SchemaErrors.InvalidInput, check.NodeOf(type), message));
    }

    private Node NodeOf(object definition) => assembler.Nodes[definition];

    private void Roots(Schema schema)
    {
        if (assembler.SchemaNode is { } node)
        {
            directives.Applied([.. node.Directives], "SCHEMA", node);
        }

        var roots = new[] { schema.Query, schema.Mutation, schema.Subscription }.OfType<ObjectType>().ToList();
        foreach (var group in roots.GroupBy(root => root).Where(group => group.Count() > 1))
        {
            errors.Add(
                SchemaErrors.InvalidRoot,
                NodeOf(group.Key),
                $"All root types must be different, \"{group.Key}\" type is used more than once."
            );
        }
    }

    private void Directive(DirectiveDefinition directive)
    {
        var node = NodeOf(directive);
        Name(directive, node);
        InputValues(directive.Arguments, $"@{directive.Name}", "argument", "ARGUMENT_DEFINITION", node);
    }

    private void Type(NamedType type)
    {
        var node = (TypeDefinitionNode)NodeOf(type);
        var builtIn = BuiltIns.Introspection.Definitions.Contains(node);
        if (!builtIn)
        {
            Name(type, node);
        }

        directives.Applied([.. type.Directives.Select(d => d.Node)], Location(type), node);
        switch (type)
        {
            case FieldsType fields:
                Fields(fields, node);
                InterfaceCheck.Check(fields, (definition, message) =>
                    errors.Add(SchemaErrors.InvalidInterface, NodeOf(definition), message)
                );
                break;
            case UnionType { Members.IsEmpty: true }:
                errors.Add(SchemaErrors.InvalidType, node, $"Union type {type} must define one or more member types.");
                break;
            case EnumType enumeration:
                EnumValues(enumeration, node);
                break;
            case InputObjectType input:
                if (input.Fields.IsEmpty)
                {
                    errors.Add(SchemaErrors.InvalidType, node, $"Input Object type {type} must define one or more fields.");
                }

                InputValues(input.Fields, type.Name, "field", "INPUT_FIELD_DEFINITION", node);
                if (input.IsOneOf)
                {
                    OneOf(input);
                }

                break;
        }
    }

    private void Fields(FieldsType type, Node node)
    {
        if (type.Fields.IsEmpty)
        {
            errors.Add(SchemaErrors.InvalidType, node, $"Type {type} must define one or more fields.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            var at = NodeOf(field);
            if (!seen.Add(field.Name))
            {
                errors.Add(SchemaErrors.Duplicate, at, $"Field \"{type}.{field.Name}\" can only be defined once.");
            }

            Name(field, at);
            if (!field.Type.IsOutput)
            {
                errors.Add(SchemaErrors.InvalidType, at, $"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.");
            }

            directives.Applied([.. field.Directives.Select(d => d.Node)], "FIELD_DEFINITION", at);
            InputValues(field.Arguments, $"{type}.{field.Name}", "argument", "ARGUMENT_DEFINITION", at);
        }
    }

    private void InputValues(ImmutableArray<InputValueDefinition> values, string owner, string noun, string location, Node source)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var at = NodeOf(value);
            errors.Inherit(source, at);
            var name = noun == "field" ? $"{owner}.{value.Name}" : $"{owner}({value.Name}:)";
            if (!seen.Add(value.Name))
            {
                errors.Add(SchemaErrors.Duplicate, at, $"{(noun == "field" ? "Field" : "Argument")} \"{name}\" can only be defined once.");
            }

            Name(value, at);
            if (value.DefaultValue is not null)
            {
                directives.UniqueFields(value.DefaultValue, at);
            }

            if (!value.Type.IsInput)
            {
                errors.Add(SchemaErrors.InvalidType, at, $"The type of {name} must be Input Type but got: {value.Type}.");
            }
            else if (value.DefaultValue is not null)
            {
                LiteralCheck.Check(
                    value.DefaultValue,
                    value.Type,
                    () => true,
                    (message, place) => errors.Add(SchemaErrors.InvalidInput, at, $"{name} has invalid default value: {message}", place)
                );
            }

            if (value.IsRequired && value.Has("deprecated"))
            {
                errors.Add(
                    SchemaErrors.InvalidInput,
                    at,
                    $"Required {(noun == "field" ? "input field" : "argument")} {name} cannot be deprecated."
                );
            }

            directives.Applied([.. value.Directives.Select(d => d.Node)], location, at);
        }
    }

    private void EnumValues(EnumType type, Node node)
    {
        if (type.Values.IsEmpty)
        {
            errors.Add(SchemaErrors.InvalidType, node, $"Enum type {type} must define one or more values.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in type.Values)
        {
            var at = NodeOf(value);
            if (!seen.Add(value.Name))
            {
                errors.Add(SchemaErrors.Duplicate, at, $"Enum value \"{type}.{value.Name}\" can only be defined once.");
            }

            Name(value, at);
            directives.Applied([.. value.Directives.Select(d => d.Node)], "ENUM_VALUE", at);
        }
    }

    private void OneOf(InputObjectType type)
    {
        foreach (var field in type.Fields)
        {
            if (field.Type.IsNonNull)
            {
                errors.Add(SchemaErrors.InvalidInput, NodeOf(field), $"OneOf input field {type}.{field.Name} must be nullable.");
            }

            if (field.DefaultValue is not null)
            {
                errors.Add(SchemaErrors.InvalidInput, NodeOf(field), $"OneOf input field {type}.{field.Name} cannot have a default value.");
            }
        }
    }

    private void Name(IDefinition definition, Node node)
    {
        // The holder's own fields and the introspection types are the engine's.
        if (definition.Name.StartsWith("__", StringComparison.Ordinal))
        {
            errors.Add(
                SchemaErrors.InvalidName,
                node,
                $"Name \"{definition.Name}\" must not begin with \"__\", which is reserved by GraphQL introspection."
            );
        }
    }

    private static string Location(NamedType type) =>
        type switch
        {
            ScalarType => "SCALAR",
            ObjectType => "OBJECT",
            InterfaceType => "INTERFACE",
            UnionType => "UNION",
            EnumType => "ENUM",
            _ => "INPUT_OBJECT",
        };
}
