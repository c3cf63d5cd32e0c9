using System.Collections.Immutable;
using System.Text;

namespace SocietyParty.GraphQL.Language;

/// <summary>A document to text that parses to the same tree. The type system's part is in <c>Printer.TypeSystem.cs</c>.</summary>
public static partial class Printer
{
    private const string IndentUnit = "  ";

    /// <summary>Definitions with an empty line between them and a line break at the end.</summary>
    public static string Print(Document document) => string.Join("\n\n", document.Definitions.Select(Print)) + "\n";

    public static string Print(DefinitionNode definition) =>
        definition switch
        {
            OperationNode node => Operation(node),
            FragmentNode node => $"{Description(node.Description, "")}fragment {node.Name} on {node.TypeCondition}"
                + $"{Directives(node.Directives)} {SelectionSet(node.SelectionSet, "")}",
            TypeSystemNode node => TypeSystem(node),
            _ => throw new InvalidOperationException($"No text for {definition.GetType().Name}."),
        };

    public static string Print(ValueNode value) =>
        value switch
        {
            VariableNode node => "$" + node.Name,
            IntValueNode node => node.Text,
            FloatValueNode node => node.Text,
            StringValueNode { IsBlock: true } node when BlockStrings.CanHold(node.Value) => BlockString(node.Value, ""),
            StringValueNode node => Quoted(node.Value),
            BooleanValueNode node => node.Value ? "true" : "false",
            NullValueNode => "null",
            EnumValueNode node => node.Name,
            ListValueNode node => $"[{string.Join(", ", node.Items.Select(Print))}]",
            ObjectValueNode node => $"{{{string.Join(", ", node.Fields.Select(field => $"{field.Name}: {Print(field.Value)}"))}}}",
            _ => throw new InvalidOperationException($"No text for {value.GetType().Name}."),
        };

    private static string Operation(OperationNode node)
    {
        var set = SelectionSet(node.SelectionSet, "");
        if (node is { Kind: OperationType.Query, Name: null, Description: null, Variables.IsEmpty: true, Directives.IsEmpty: true })
        {
            return set;
        }

        var name = node.Name is null ? "" : " " + node.Name;
        return $"{Description(node.Description, "")}{Keyword(node.Kind)}{name}{Variables(node.Variables)}{Directives(node.Directives)} "
            + $"{set}";
    }

    private static string Keyword(OperationType kind) =>
        kind switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };

    private static string Variables(ImmutableArray<VariableDefinitionNode> variables)
    {
        if (variables.IsEmpty)
        {
            return "";
        }

        return variables.Any(variable => variable.Description is not null)
            ? "(\n" + string.Concat(variables.Select(v => Description(v.Description, IndentUnit) + IndentUnit + Variable(v) + "\n")) + ")"
            : $"({string.Join(", ", variables.Select(Variable))})";
    }

    private static string Variable(VariableDefinitionNode node) =>
        $"${node.Variable.Name}: {node.Type}{Default(node.DefaultValue)}{Directives(node.Directives)}";

    private static string Default(ValueNode? value) => value is null ? "" : " = " + Print(value);

    private static string SelectionSet(SelectionSetNode set, string indent)
    {
        var inner = indent + IndentUnit;
        var text = new StringBuilder("{\n");
        foreach (var selection in set.Selections)
        {
            text.Append(inner).Append(Selection(selection, inner)).Append('\n');
        }

        return text.Append(indent).Append('}').ToString();
    }

    private static string Selection(SelectionNode selection, string indent) =>
        selection switch
        {
            FieldNode node => (node.Alias is null ? "" : node.Alias + ": ")
                + node.Name
                + Arguments(node.Arguments)
                + Directives(node.Directives)
                + (node.SelectionSet is null ? "" : " " + SelectionSet(node.SelectionSet, indent)),
            FragmentSpreadNode node => "..." + node.Name + Directives(node.Directives),
            InlineFragmentNode node => "..."
                + (node.TypeCondition is null ? "" : $" on {node.TypeCondition}")
                + Directives(node.Directives)
                + " "
                + SelectionSet(node.SelectionSet, indent),
            _ => throw new InvalidOperationException($"No text for {selection.GetType().Name}."),
        };

    private static string Arguments(ImmutableArray<ArgumentNode> arguments) =>
        arguments.IsEmpty ? "" : $"({string.Join(", ", arguments.Select(argument => $"{argument.Name}: {Print(argument.Value)}"))})";

    private static string Directives(ImmutableArray<DirectiveNode> directives) =>
        string.Concat(directives.Select(directive => $" @{directive.Name}{Arguments(directive.Arguments)}"));

    private static string Description(StringValueNode? description, string indent) =>
        description switch
        {
            null => "",
            { IsBlock: true } when BlockStrings.CanHold(description.Value) => indent + BlockString(description.Value, indent) + "\n",
            _ => indent + Quoted(description.Value) + "\n",
        };

    private static string BlockString(string value, string indent)
    {
        var lines = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Split('\n');
        // Indent blank lines that hold spaces too: they would otherwise lose some when read again.
        var body = string.Join('\n', lines.Select(line => line.Length == 0 ? line : indent + line));
        return value.Length == 0 ? "\"\"\"\"\"\"" : $"\"\"\"\n{body}\n{indent}\"\"\"";
    }

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            text.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    < ' ' or (>= '\u007F' and <= '\u009F') => $"\\u{(int)c:X4}",
                    _ => c.ToString(),
                }
            );
        }

        return text.Append('"').ToString();
    }
}
