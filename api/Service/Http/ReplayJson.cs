using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SocietyParty.Etl.WhatIf;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Sentences;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Http;

/// <summary>Of a replay what a query selects. Fields are called as its records' properties are; a test asks for every one.</summary>
internal static class ReplayJson
{
    private const string Identity = "Id";

    private static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(ReplayOutcome outcome, SelectedField field, CoercedVariables variables, Language language)
    {
        var report = JsonSerializer.SerializeToNode(outcome.Report, Words)?.AsObject();
        if (report is not null)
        {
            report["counts"] = new JsonObject(
                report
                    .Where(part => part.Value is JsonArray)
                    .Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value!.AsArray().Count))
            );
        }

        var whole = new JsonObject
        {
            ["errors"] = JsonSerializer.SerializeToNode(outcome.Problems.Select(problem => problem.In(language)), Words),
            ["report"] = report,
        };
        return Write(whole, field, variables);
    }

    /// <summary>What a query selects of something that the service computed.</summary>
    public static ReadOnlyMemory<byte> Write(JsonObject whole, SelectedField field, CoercedVariables variables)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, Plain))
        {
            Write(writer, whole, field, variables);
        }

        return body.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? value, SelectedField field, CoercedVariables variables)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonArray list:
                writer.WriteStartArray();
                foreach (var item in list.Take(ReplayRunner.Argument(field, "limit", variables) as int? ?? int.MaxValue))
                {
                    Write(writer, item, field, variables);
                }

                writer.WriteEndArray();
                break;
            case JsonObject thing:
                Write(writer, thing, field.Selections!, variables);
                break;
            // An identity that is one already is a text.
            case var key when field.Field.Type.Named.Name == "ID" && key.GetValueKind() == JsonValueKind.Number:
                writer.WriteStringValue(GlobalId.Format(KindOf(field.Field.Name), key.GetValue<long>()));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, JsonObject thing, SelectionSet selections, CoercedVariables variables)
    {
        writer.WriteStartObject();
        foreach (var selected in selections.FieldsFor((ObjectType)selections.Type))
        {
            writer.WritePropertyName(selected.ResponseKey);
            if (selected.IsTypeName)
            {
                writer.WriteStringValue(selected.ParentType.Name);
                continue;
            }

            Write(
                writer,
                thing.TryGetPropertyValue(selected.Field.Name, out var value)
                    ? value
                    : throw new InvalidOperationException($"A replay has no {selected.ParentType}.{selected.Field.Name}."),
                selected,
                variables
            );
        }

        writer.WriteEndObject();
    }

    // branchId names a Branch.
    private static string KindOf(string field) => char.ToUpperInvariant(field[0]) + field[1..^Identity.Length];
}
