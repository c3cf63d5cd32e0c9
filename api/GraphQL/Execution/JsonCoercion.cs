using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>Input coercion of JSON, specification section 3: a plain value, or messages each with the path inside the value.</summary>
internal sealed class JsonCoercion(Func<bool> suggests, Action<ImmutableArray<object>, JsonElement, string> report)
{
    // Recursive input types would otherwise let a client choose the depth of our stack.
    private const int DepthMax = 64;

    public object? Coerce(JsonElement json, GraphQLType type, ImmutableArray<object> path)
    {
        if (json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            if (type.IsNonNull)
            {
                report(path, json, $"Expected non-nullable type \"{type}\" not to be null.");
            }

            return null;
        }

        if (path.Length > DepthMax)
        {
            report(path, json, $"Values cannot be nested deeper than {DepthMax} levels.");
            return null;
        }

        return type.Nullable switch
        {
            ListType list when json.ValueKind == JsonValueKind.Array => json.EnumerateArray()
                .Select((item, index) => Coerce(item, list.ItemType, path.Add(index)))
                .ToArray(),
            // A single value stands for a list of one.
            ListType list => new[] { Coerce(json, list.ItemType, path) },
            InputObjectType input => Object(json, input, path),
            EnumType enumeration => Enum(json, enumeration, path),
            ScalarType scalar => Scalar(json, scalar, path),
            _ => throw new InvalidOperationException($"{type} is not an input type."),
        };
    }

    /// <summary>A path as messages show it: <c>x.items[0].name</c>.</summary>
    public static string Shown(string variable, ImmutableArray<object> path) =>
        variable + string.Concat(path.Select(step => step is int index ? $"[{index.ToString(CultureInfo.InvariantCulture)}]" : $".{step}"));

    private Dictionary<string, object?>? Object(JsonElement json, InputObjectType type, ImmutableArray<object> path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            report(path, json, $"Expected type \"{type}\" to be an object.");
            return null;
        }

        var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in type.Fields)
        {
            if (json.TryGetProperty(field.Name, out var value))
            {
                fields[field.Name] = Coerce(value, field.Type, path.Add(field.Name));
            }
            else if (field.DefaultValue is not null)
            {
                fields[field.Name] = Constants.Coerce(field.DefaultValue, field.Type);
            }
            else if (field.IsRequired)
            {
                report(path, json, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }

        foreach (var property in json.EnumerateObject())
        {
            if (type.Field(property.Name) is not null)
            {
                continue;
            }

            var near = suggests() ? Suggestions.Near(property.Name, type.Fields.Select(field => field.Name)) : [];
            report(path, json, $"Field \"{property.Name}\" is not defined by type \"{type}\".{Suggestions.DidYouMean(near)}");
        }

        if (!type.IsOneOf)
        {
            return fields;
        }

        if (fields.Count != 1)
        {
            report(path, json, $"Exactly one key must be specified for OneOf type \"{type}\".");
        }

        if (fields.Count > 0 && json.TryGetProperty(fields.Keys.First(), out var only) && only.ValueKind == JsonValueKind.Null)
        {
            report(path.Add(fields.Keys.First()), only, $"Field \"{fields.Keys.First()}\" must be non-null.");
        }

        return fields;
    }

    private string? Enum(JsonElement json, EnumType type, ImmutableArray<object> path)
    {
        var name = Strings.Read(json);
        if (name is not null && type.Value(name) is not null)
        {
            return name;
        }

        var near = suggests() ? Suggestions.Near(name ?? JsonText.Inspect(json), type.Values.Select(value => value.Name)) : [];
        var hint = Suggestions.DidYouMean(near, "the enum value");
        report(
            path,
            json,
            name is null
                ? $"Enum \"{type}\" cannot represent non-string value: {JsonText.Inspect(json)}.{hint}"
                : $"Value \"{name}\" does not exist in \"{type}\" enum.{hint}"
        );
        return null;
    }

    private object? Scalar(JsonElement json, ScalarType type, ImmutableArray<object> path)
    {
        var value = type.Coercion.FromJson(json, out var message);
        if (value is null)
        {
            report(path, json, message);
        }

        return value;
    }
}
