using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>
/// Whether a literal is a value of a type, specification section 5.6.1. Variables pass: their place is judged by
/// VariablesInAllowedPosition. Recursion is bounded by the parser's depth limit.
/// </summary>
public static class LiteralCheck
{
    public static void Check(ValueNode value, GraphQLType type, Func<bool> suggests, Action<string, SourceLocation> report) =>
        Check(value, type, type, suggests, report);

    /// <param name="value">A literal.</param>
    /// <param name="type">What it is judged by.</param>
    /// <param name="place">The type of the place, which messages name; a list of <paramref name="type"/> where one value stands for the
    /// list.</param>
    /// <param name="suggests">Whether a message may name what exists; asked for each, as finding it costs more than the rest.</param>
    /// <param name="report">Takes each fault with its place.</param>
    private static void Check(
        ValueNode value,
        GraphQLType type,
        GraphQLType place,
        Func<bool> suggests,
        Action<string, SourceLocation> report
    )
    {
        if (value is VariableNode)
        {
            return;
        }

        if (value is NullValueNode)
        {
            if (type.IsNonNull)
            {
                report($"Expected value of type \"{type}\", found null.", value.Location);
            }

            return;
        }

        switch (type.Nullable)
        {
            case ListType list:
                if (value is ListValueNode items)
                {
                    foreach (var item in items.Items)
                    {
                        Check(item, list.ItemType, suggests, report);
                    }
                }
                else
                {
                    Check(value, list.ItemType, place, suggests, report);
                }

                break;
            case InputObjectType input when value is ObjectValueNode node:
                CheckObject(node, input, suggests, report);
                break;
            case InputObjectType:
                report(
                    $"Expected value of type \"{(value is ListValueNode ? place.Nullable : place)}\", found {Printer.Print(value)}.",
                    value.Location
                );
                break;
            case EnumType enumeration:
                CheckEnum(value, enumeration, suggests, report);
                break;
            case ScalarType scalar when scalar.Coercion.FromLiteral(value, out var message) is null:
                report(message, value.Location);
                break;
        }
    }

    private static void CheckObject(ObjectValueNode node, InputObjectType type, Func<bool> suggests, Action<string, SourceLocation> report)
    {
        var given = node.Fields.Select(field => field.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !given.Contains(field.Name))
            {
                report($"Field \"{type.Name}.{field.Name}\" of required type \"{field.Type}\" was not provided.", node.Location);
            }
        }

        if (type.IsOneOf)
        {
            // A key given twice is a fault of its own.
            if (given.Count != 1)
            {
                report($"OneOf Input Object \"{type.Name}\" must specify exactly one key.", node.Location);
            }
            else if (node.Fields[^1].Value is NullValueNode)
            {
                report($"Field \"{type.Name}.{node.Fields[0].Name}\" must be non-null.", node.Location);
            }
        }

        foreach (var field in node.Fields)
        {
            if (type.Field(field.Name.Value) is { } definition)
            {
                Check(field.Value, definition.Type, suggests, report);
                continue;
            }

            var near = suggests() ? Suggestions.Near(field.Name.Value, type.Fields.Select(f => f.Name)) : [];
            report($"Field \"{field.Name}\" is not defined by type \"{type.Name}\".{Suggestions.DidYouMean(near)}", field.Location);
        }
    }

    private static void CheckEnum(ValueNode value, EnumType type, Func<bool> suggests, Action<string, SourceLocation> report)
    {
        var text = Printer.Print(value);
        if (value is EnumValueNode && type.Value(text) is not null)
        {
            return;
        }

        var near = suggests() ? Suggestions.Near(text, type.Values.Select(v => v.Name)) : [];
        var hint = Suggestions.DidYouMean(near, "the enum value");
        report(
            value is EnumValueNode
                ? $"Value \"{text}\" does not exist in \"{type.Name}\" enum.{hint}"
                : $"Enum \"{type.Name}\" cannot represent non-enum value: {text}.{hint}",
            value.Location
        );
    }
}
