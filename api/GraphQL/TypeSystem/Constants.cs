using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Literals without variables to CLR values.</summary>
public static class Constants
{
    /// <summary>By the form of the literal alone: for applied directives and unknown scalars.</summary>
    public static object? Plain(ValueNode value) =>
        value switch
        {
            IntValueNode node => int.TryParse(node.Text, CultureInfo.InvariantCulture, out var small) ? (object)small : Double(node.Text),
            FloatValueNode node => Double(node.Text),
            StringValueNode node => node.Value,
            BooleanValueNode node => node.Value,
            EnumValueNode node => node.Name,
            ListValueNode node => node.Items.Select(Plain).ToImmutableArray(),
            ObjectValueNode node => node
                .Fields.GroupBy(field => field.Name.Value, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(group => group.Key, group => Plain(group.Last().Value), StringComparer.Ordinal),
            _ => null,
        };

    /// <summary>
    /// By type, for a literal that was checked before: lists are <c>object?[]</c>, input objects dictionaries with their defaults.
    /// An invalid literal is a bug here and throws.
    /// </summary>
    public static object? Coerce(ValueNode value, GraphQLType type)
    {
        if (value is NullValueNode)
        {
            return null;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return value is ListValueNode items
                    ? items.Items.Select(item => Coerce(item, list.ItemType)).ToArray()
                    : new[] { Coerce(value, list.ItemType) };
            case InputObjectType input:
                var given = ((ObjectValueNode)value).Fields;
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                foreach (var field in input.Fields)
                {
                    var literal = given.FirstOrDefault(f => f.Name.Value == field.Name)?.Value ?? field.DefaultValue;
                    if (literal is not null)
                    {
                        fields[field.Name] = Coerce(literal, field.Type);
                    }
                }

                return fields;
            case EnumType:
                return ((EnumValueNode)value).Name;
            case ScalarType scalar:
                return scalar.Coercion.FromLiteral(value, out var message) ?? throw new InvalidOperationException(message);
            default:
                throw new InvalidOperationException($"{type} is not an input type.");
        }
    }

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
