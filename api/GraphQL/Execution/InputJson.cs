using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace SocietyParty.GraphQL.Execution;

/// <summary>An argument's value as JSON: fields in the order of the schema, so that equal values give equal texts.</summary>
public static class InputJson
{
    public static ReadOnlyMemory<byte> Of(InputValue value, CoercedVariables variables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, value, variables);
        }

        return buffer.WrittenMemory;
    }

    // Recursion is bounded by the depth of the document and of the variables, which the readers of both limit.
    private static void Write(Utf8JsonWriter writer, InputValue value, CoercedVariables variables)
    {
        switch (value)
        {
            case InputNull:
                writer.WriteNullValue();
                break;
            case InputObject fields:
                writer.WriteStartObject();
                foreach (var (name, inner) in fields.Fields)
                {
                    writer.WritePropertyName(name);
                    Write(writer, inner, variables);
                }

                writer.WriteEndObject();
                break;
            case InputList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                {
                    Write(writer, item, variables);
                }

                writer.WriteEndArray();
                break;
            case InputStructural structural:
                writer.WriteStringValue(structural.Value);
                break;
            case InputLeaf leaf:
                Leaf(writer, leaf.Source.Read(variables));
                break;
        }
    }

    private static void Leaf(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Leaf(writer, item);
                }

                writer.WriteEndArray();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case DateOnly day:
                writer.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                writer.WriteStringValue(moment);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            default:
                throw new InvalidOperationException($"A leaf cannot be {value.GetType()}.");
        }
    }
}
