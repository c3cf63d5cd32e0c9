using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Language;

/// <summary>The type-system language.</summary>
public static partial class Printer
{
    private static string TypeSystem(TypeSystemNode definition) =>
        definition switch
        {
            SchemaNode node => Head(node.Description, node.IsExtension)
                + "schema"
                + Directives(node.Directives)
                + Block(node.Operations, operation => $"{IndentUnit}{Keyword(operation.Kind)}: {operation.Type}"),
            DirectiveDefinitionNode node => Head(node.Description, false)
                + $"directive @{node.Name}{ArgumentDefinitions(node.Arguments, "")}"
                + (node.IsRepeatable ? " repeatable" : "")
                + $" on {string.Join(" | ", node.Locations)}",
            TypeDefinitionNode node => Head(node.Description, node.IsExtension) + Type(node),
            _ => throw new InvalidOperationException($"No text for {definition.GetType().Name}."),
        };

    private static string Head(StringValueNode? description, bool isExtension) => isExtension ? "extend " : Description(description, "");

    private static string Type(TypeDefinitionNode definition) =>
        definition switch
        {
            ScalarTypeNode node => $"scalar {node.Name}{Directives(node.Directives)}",
            ObjectTypeNode node => $"type {node.Name}{Implements(node.Interfaces)}{Directives(node.Directives)}{Block(node.Fields, Field)}",
            InterfaceTypeNode node =>
                $"interface {node.Name}{Implements(node.Interfaces)}{Directives(node.Directives)}{Block(node.Fields, Field)}",
            UnionTypeNode node => $"union {node.Name}{Directives(node.Directives)}"
                + (node.Members.IsEmpty ? "" : $" = {string.Join(" | ", node.Members)}"),
            EnumTypeNode node => $"enum {node.Name}{Directives(node.Directives)}{Block(node.Values, EnumValue)}",
            InputObjectTypeNode node => $"input {node.Name}{Directives(node.Directives)}{Block(node.Fields, InputField)}",
            _ => throw new InvalidOperationException($"No text for {definition.GetType().Name}."),
        };

    private static string Implements(ImmutableArray<NamedTypeNode> interfaces) =>
        interfaces.IsEmpty ? "" : $" implements {string.Join(" & ", interfaces)}";

    private static string Block<T>(ImmutableArray<T> items, Func<T, string> print) =>
        items.IsEmpty ? "" : $" {{\n{string.Join('\n', items.Select(print))}\n}}";

    private static string Field(FieldDefinitionNode node) =>
        $"{Description(node.Description, IndentUnit)}{IndentUnit}{node.Name}{ArgumentDefinitions(node.Arguments, IndentUnit)}: {node.Type}"
        + Directives(node.Directives);

    private static string EnumValue(EnumValueDefinitionNode node) =>
        $"{Description(node.Description, IndentUnit)}{IndentUnit}{node.Name}{Directives(node.Directives)}";

    private static string InputField(InputValueDefinitionNode node) =>
        Description(node.Description, IndentUnit) + IndentUnit + InputValue(node);

    private static string InputValue(InputValueDefinitionNode node) =>
        $"{node.Name}: {node.Type}{Default(node.DefaultValue)}{Directives(node.Directives)}";

    private static string ArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments, string indent)
    {
        if (arguments.IsEmpty)
        {
            return "";
        }

        if (arguments.All(argument => argument.Description is null))
        {
            return $"({string.Join(", ", arguments.Select(InputValue))})";
        }

        var inner = indent + IndentUnit;
        return $"(\n{string.Concat(arguments.Select(a => $"{Description(a.Description, inner)}{inner}{InputValue(a)}\n"))}{indent})";
    }
}
