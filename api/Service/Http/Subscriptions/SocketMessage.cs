using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>A message of the protocol graphql-transport-ws.</summary>
/// <param name="Id">The operation; null for messages about the connection.</param>
internal sealed record SocketMessage(string Type, string? Id, JsonElement? Payload)
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 64 };
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null and a sentence for what a client may not send.</summary>
    public static SocketMessage? Read(ReadOnlySpan<byte> text, out string problem)
    {
        problem = "";
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Json.MaxDepth });
            var message = JsonElement.ParseValue(ref reader);
            if (
                !reader.Read()
                && message.ValueKind == JsonValueKind.Object
                && message.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.String
            )
            {
                return Known(message, type.GetString()!, out problem);
            }

            problem = "A message must be a JSON object with \"type\".";
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The second: a text that is no Unicode.
            problem = "A message must be valid JSON.";
        }

        return null;
    }

    /// <summary>A message with the payload as it stands in JSON.</summary>
    public static ReadOnlyMemory<byte> Write(string type, string? id = null, ReadOnlyMemory<byte> payload = default)
    {
        var text = new ArrayBufferWriter<byte>(payload.Length + 64);
        using (var writer = new Utf8JsonWriter(text, Relaxed))
        {
            writer.WriteStartObject();
            if (id is not null)
            {
                writer.WriteString("id", id);
            }

            writer.WriteString("type", type);
            if (!payload.IsEmpty)
            {
                writer.WritePropertyName("payload");
                writer.WriteRawValue(payload.Span, skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return text.WrittenMemory;
    }

    /// <summary>A close frame's reason takes 123 bytes.</summary>
    public static string Reason(string sentence)
    {
        const int bytesMax = 123;
        while (Encoding.UTF8.GetByteCount(sentence) > bytesMax)
        {
            sentence = sentence[..^1];
        }

        return sentence;
    }

    private static SocketMessage? Known(JsonElement message, string type, out string problem)
    {
        problem = "";
        var isOperation = type is "subscribe" or "complete";
        string? id = null;
        if (
            isOperation
            && (
                !message.TryGetProperty("id", out var given)
                || given.ValueKind != JsonValueKind.String
                || (id = given.GetString()) is not { Length: > 0 }
            )
        )
        {
            problem = $"A message of type \"{type}\" needs a text as \"id\".";
        }

        JsonElement? payload = message.TryGetProperty("payload", out var found) && found.ValueKind != JsonValueKind.Null ? found : null;
        if (payload is { ValueKind: not JsonValueKind.Object })
        {
            problem = "\"payload\" must be a JSON object.";
        }

        if (type == "subscribe" && payload is null)
        {
            problem = "A message of type \"subscribe\" needs a \"payload\" with \"query\".";
        }

        if (!isOperation && type is not ("connection_init" or "ping" or "pong"))
        {
            problem = $"A client sends no message of type \"{(type.Length <= 30 ? type : type[..30])}\".";
        }

        return problem.Length == 0 ? new SocketMessage(type, id, payload) : null;
    }
}
