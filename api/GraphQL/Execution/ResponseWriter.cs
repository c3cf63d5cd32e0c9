using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.GraphQL.Execution.Introspection;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>The response of one request as UTF-8 JSON: errors first, as the specification advises, then data, then extensions.</summary>
public static class ResponseWriter
{
    // Chinese text stays readable and short; the response is application/json, never part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A request that failed before it ran: errors without data.</summary>
    public static void WriteErrors(
        IBufferWriter<byte> output,
        IReadOnlyList<GraphQLError> errors,
        Action<Utf8JsonWriter>? extensions = null
    )
    {
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        Errors(writer, errors);
        Extensions(writer, extensions);
        writer.WriteEndObject();
    }

    /// <summary>A request that ran.</summary>
    /// <param name="output">Receives the whole response.</param>
    /// <param name="schema">Answers introspection.</param>
    /// <param name="operation">Gives order and keys of the data.</param>
    /// <param name="variables">The variables it was bound with.</param>
    /// <param name="roots">Serialised JSON by response key, trusted to be well formed; a missing key counts as null. Meta fields are not
    /// asked for.</param>
    /// <param name="errors">Errors of execution, with their paths.</param>
    /// <param name="extensions">Writes properties of <c>extensions</c>; null leaves it out.</param>
    public static void Write(
        IBufferWriter<byte> output,
        Schema schema,
        BoundOperation operation,
        CoercedVariables variables,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> roots,
        IReadOnlyList<GraphQLError>? errors = null,
        Action<Utf8JsonWriter>? extensions = null
    )
    {
        var all = new List<GraphQLError>(errors ?? []);
        var isNull = false;
        foreach (var field in operation.Fields)
        {
            if (!field.Field.Type.IsNonNull || field.IsMeta || !IsNull(roots, field))
            {
                continue;
            }

            isNull = true;
            // A reason already given for this field says more than the rule it broke.
            if (!all.Any(error => error.Path.Length > 0 && Equals(error.Path[0], field.ResponseKey)))
            {
                all.Add(
                    new GraphQLError(
                        ExecutionErrors.NullForNonNull,
                        $"Cannot return null for non-nullable field {field.ParentType}.{field.Field.Name}.",
                        [field.Location],
                        [field.ResponseKey]
                    )
                );
            }
        }

        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartObject();
        Errors(writer, all);
        if (isNull)
        {
            writer.WriteNull("data");
        }
        else
        {
            Data(writer, schema, operation, variables, roots);
        }

        Extensions(writer, extensions);
        writer.WriteEndObject();
    }

    private static void Data(
        Utf8JsonWriter writer,
        Schema schema,
        BoundOperation operation,
        CoercedVariables variables,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> roots
    )
    {
        writer.WriteStartObject("data");
        foreach (var field in operation.Fields)
        {
            writer.WritePropertyName(field.ResponseKey);
            if (field.IsMeta)
            {
                IntrospectionWriter.Write(writer, schema, field, variables);
            }
            else if (IsNull(roots, field))
            {
                writer.WriteNullValue();
            }
            else
            {
                writer.WriteRawValue(roots[field.ResponseKey].Span, skipInputValidation: true);
            }
        }

        writer.WriteEndObject();
    }

    private static bool IsNull(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> roots, SelectedField field) =>
        !roots.TryGetValue(field.ResponseKey, out var json)
        || json.Span.Trim(" \t\r\n"u8) is var text && (text.IsEmpty || text.SequenceEqual("null"u8));

    private static void Errors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("errors");
        foreach (var error in errors)
        {
            ErrorWriter.Write(writer, error);
        }

        writer.WriteEndArray();
    }

    private static void Extensions(Utf8JsonWriter writer, Action<Utf8JsonWriter>? extensions)
    {
        if (extensions is null)
        {
            return;
        }

        writer.WriteStartObject("extensions");
        extensions(writer);
        writer.WriteEndObject();
    }
}
