using System.Buffers;
using System.Text.Json;
using SocietyParty.GraphQL.Execution.Introspection;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>The response of one request whose parts are all there.</summary>
public static class ResponseWriter
{
    /// <summary>A request that failed before it ran: errors without data.</summary>
    public static void WriteErrors(
        IBufferWriter<byte> output,
        IReadOnlyList<GraphQLError> errors,
        Action<Utf8JsonWriter>? extensions = null
    )
    {
        var response = new ResponseEnvelope(output);
        response.Errors(errors);
        response.End(extensions);
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
    /// <param name="propagates">False where a null stays in its place, though its field may not be null.</param>
    public static void Write(
        IBufferWriter<byte> output,
        Schema schema,
        BoundOperation operation,
        CoercedVariables variables,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> roots,
        IReadOnlyList<GraphQLError>? errors = null,
        Action<Utf8JsonWriter>? extensions = null,
        bool propagates = true
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

            isNull = propagates;
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

        var response = new ResponseEnvelope(output);
        response.Errors(all);
        if (isNull)
        {
            response.NullData();
        }
        else
        {
            Data(response, output, schema, operation, variables, roots);
        }

        response.End(extensions);
    }

    private static void Data(
        ResponseEnvelope response,
        IBufferWriter<byte> output,
        Schema schema,
        BoundOperation operation,
        CoercedVariables variables,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> roots
    )
    {
        response.StartData();
        foreach (var field in operation.Fields)
        {
            response.Field(field.ResponseKey);
            if (field.IsMeta)
            {
                using var value = ResponseEnvelope.Value(output);
                IntrospectionWriter.Write(value, schema, field, variables);
            }
            else
            {
                output.Write(IsNull(roots, field) ? "null"u8 : roots[field.ResponseKey].Span);
            }
        }

        response.EndData();
    }

    private static bool IsNull(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> roots, SelectedField field) =>
        !roots.TryGetValue(field.ResponseKey, out var json)
        || json.Span.Trim(" \t\r\n"u8) is var text && (text.IsEmpty || text.SequenceEqual("null"u8));
}
