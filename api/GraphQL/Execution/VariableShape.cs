using System.Text;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>
/// The part of variables a bound operation depends on, as text: <c>-</c> absent, <c>n</c> null, <c>v</c> some value,
/// <c>{…}</c> fields present, <c>[…]</c> items with structure, <c>t</c>/<c>f</c> a condition, a structural enum's name, or <c>v</c> and the
/// kind of thing that an identity names.
/// </summary>
internal static class VariableShape
{
    public static void Append(
        StringBuilder shape,
        string name,
        Dictionary<string, object?> values,
        GraphQLType type,
        bool isCondition,
        string? kind
    )
    {
        shape.Append('$').Append(name).Append('=');
        if (!values.TryGetValue(name, out var value))
        {
            shape.Append('-');
        }
        else if (kind is not null)
        {
            shape.Append('v').Append(kind);
        }
        else if (isCondition && value is bool condition)
        {
            shape.Append(condition ? 't' : 'f');
        }
        else
        {
            Append(shape, value, type);
        }

        shape.Append(';');
    }

    private static void Append(StringBuilder shape, object? value, GraphQLType type)
    {
        switch (value)
        {
            case null:
                shape.Append('n');
                break;
            case IReadOnlyList<object?> items when TypeLookup.HasStructure(type):
                shape.Append('[');
                foreach (var item in items)
                {
                    Append(shape, item, ((ListType)type.Nullable).ItemType);
                    shape.Append(',');
                }

                shape.Append(']');
                break;
            case IReadOnlyDictionary<string, object?> fields when type.Nullable is InputObjectType input:
                shape.Append('{');
                foreach (var field in input.Fields)
                {
                    if (!fields.TryGetValue(field.Name, out var inner))
                    {
                        continue;
                    }

                    shape.Append(field.Name).Append(':');
                    Append(shape, inner, field.Type);
                    shape.Append(',');
                }

                shape.Append('}');
                break;
            case string name when TypeLookup.HasStructure(type):
                shape.Append(name);
                break;
            default:
                // A list of leaves is one parameter, however long it is.
                shape.Append('v');
                break;
        }
    }
}
