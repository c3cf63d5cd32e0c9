using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Execution;

/// <summary>
/// The outermost object of every response, specification section 7.1: errors first, as it advises, then data, then extensions. It
/// writes bytes, so that an answer can be sent while it is made: after <see cref="Field"/> the caller writes the field's value to the
/// output itself.
/// </summary>
public sealed class ResponseEnvelope
{
    // Chinese text stays readable and short; the response is application/json, never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IBufferWriter<byte> output;
    private bool hasMember;
    private bool hasField;

    /// <param name="output">Receives the whole response.</param>
    public ResponseEnvelope(IBufferWriter<byte> output)
    {
        this.output = output;
        output.Write("{"u8);
    }

    /// <summary>Writes one value of a response; it must be disposed of before the output gets anything else.</summary>
    public static Utf8JsonWriter Value(IBufferWriter<byte> output) => new(output, Options);

    /// <summary>No errors are left out.</summary>
    public void Errors(IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        Member("\"errors\":"u8);
        using var writer = Value(output);
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            ErrorWriter.Write(writer, error);
        }

        writer.WriteEndArray();
    }

    /// <summary>A null reached the root.</summary>
    public void NullData() => Member("\"data\":null"u8);

    public void StartData() => Member("\"data\":{"u8);

    /// <summary>The key of a root field; its value comes next.</summary>
    public void Field(string responseKey)
    {
        output.Write(hasField ? ",\""u8 : "\""u8);
        hasField = true;
        // A name of GraphQL, which has nothing to escape.
        Encoding.UTF8.GetBytes(responseKey, output);
        output.Write("\":"u8);
    }

    public void EndData() => output.Write("}"u8);

    /// <param name="extensions">Writes properties of <c>extensions</c>; null leaves it out.</param>
    public void End(Action<Utf8JsonWriter>? extensions = null)
    {
        if (extensions is not null)
        {
            Member("\"extensions\":"u8);
            using var writer = Value(output);
            writer.WriteStartObject();
            extensions(writer);
            writer.WriteEndObject();
        }

        output.Write("}"u8);
    }

    private void Member(ReadOnlySpan<byte> text)
    {
        if (hasMember)
        {
            output.Write(","u8);
        }

        hasMember = true;
        output.Write(text);
    }
}
