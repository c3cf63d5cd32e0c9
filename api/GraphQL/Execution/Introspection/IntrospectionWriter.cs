using System.Buffers;
using System.Text.Json;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution.Introspection;

/// <summary>Answers <c>__schema</c>, <c>__type</c> and <c>__typename</c> from the schema in memory.</summary>
public static class IntrospectionWriter
{
    /// <summary>The value of one meta field of the query root as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Value(Schema schema, SelectedField field, CoercedVariables variables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, schema, field, variables);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes the value alone, without its key.</summary>
    public static void Write(Utf8JsonWriter writer, Schema schema, SelectedField field, CoercedVariables variables)
    {
        object? value = field.Field.Name switch
        {
            "__typename" => field.ParentType.Name,
            "__schema" => schema,
            "__type" => PublicType(schema, (string?)Argument(field, "name", variables)),
            _ => throw new InvalidOperationException($"{field.Field.Name} is not a meta field."),
        };
        Write(writer, schema, value, field, variables);
    }

    private static NamedType? PublicType(Schema schema, string? name) =>
        name is not null && schema.Type(name) is { } type && Visibility.IsPublic(type) ? type : null;

    private static object? Argument(SelectedField field, string name, CoercedVariables variables) =>
        (field.Argument(name) as InputLeaf)?.Source.Read(variables);

    // Recursion is bounded by the depth of the bound selection.
    private static void Write(Utf8JsonWriter writer, Schema schema, object? value, SelectedField field, CoercedVariables variables)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case IEnumerable<object> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, schema, item, field, variables);
                }

                writer.WriteEndArray();
                break;
            default:
                WriteObject(writer, schema, value, field, variables);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, Schema schema, object value, SelectedField field, CoercedVariables variables)
    {
        var type = (ObjectType)field.Selections!.Type;
        writer.WriteStartObject();
        foreach (var inner in field.Selections.FieldsFor(type))
        {
            writer.WritePropertyName(inner.ResponseKey);
            var includeDeprecated =
                inner.Argument("includeDeprecated") is not null && Argument(inner, "includeDeprecated", variables) is true;
            var result = inner.IsTypeName ? type.Name : IntrospectionFields.Resolve(schema, value, inner.Field.Name, includeDeprecated);
            Write(writer, schema, result, inner, variables);
        }

        writer.WriteEndObject();
    }
}
