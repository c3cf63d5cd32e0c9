using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>
/// Tells whether a repeated key comes with the same input. Databases keep these hashes, so the text that is hashed never changes:
/// the mutation's name, a space, and the input as JSON, its fields in the order of the contract and without those that are about
/// the request, such as the key itself.
/// </summary>
internal static class InputHash
{
    /// <param name="left">Names of the fields that are left out.</param>
    public static string Of(string mutation, IReadOnlyDictionary<string, object?> input, IReadOnlySet<string> left)
    {
        var text = new ArrayBufferWriter<byte>();
        Encoding.UTF8.GetBytes(mutation + " ", text);
        // The encoder is part of the text: other ones leave letters as they are.
        using (var writer = new Utf8JsonWriter(text))
        {
            Fields(writer, input.Where(field => !left.Contains(field.Key)));
        }

        return Convert.ToHexStringLower(SHA256.HashData(text.WrittenSpan));
    }

    private static void Fields(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in fields)
        {
            writer.WritePropertyName(name);
            Value(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case IReadOnlyDictionary<string, object?> fields:
                Fields(writer, fields);
                break;
            case IReadOnlyList<object?> items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Value(writer, item);
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
                throw new InvalidOperationException($"An input cannot hold {value.GetType()}.");
        }
    }
}
