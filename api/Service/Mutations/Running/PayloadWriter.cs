using System.Buffers;
using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>Writes the payload of one mutation: what was read after the change, its errors and its warnings.</summary>
internal static class PayloadWriter
{
    /// <param name="read">JSON of the changed thing by response key.</param>
    /// <param name="language">Of errors and warnings.</param>
    public static void Write(
        IBufferWriter<byte> output,
        SelectedField field,
        MutationOutcome outcome,
        IReadOnlyDictionary<string, string?> read,
        Language language
    )
    {
        using var writer = ResponseEnvelope.Value(output);
        var type = (ObjectType)field.Field.Type.Named;
        writer.WriteStartObject();
        foreach (var part in field.Selections!.FieldsFor(type))
        {
            writer.WritePropertyName(part.ResponseKey);
            if (part.IsTypeName)
            {
                writer.WriteStringValue(type.Name);
            }
            else if (part.Field.Name == "warnings")
            {
                Errors(writer, part, outcome.Warnings, language);
            }
            else if (part.Field.Name == "errors")
            {
                Errors(writer, part, outcome.Errors, language);
            }
            else if (read.GetValueOrDefault(part.ResponseKey) is { } json)
            {
                writer.WriteRawValue(json, skipInputValidation: true);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndObject();
    }

    private static void Errors(Utf8JsonWriter writer, SelectedField part, IReadOnlyList<MutationError> errors, Language language)
    {
        writer.WriteStartArray();
        foreach (var error in errors)
        {
            var type = part.Selections!.PossibleTypes.Single(possible => possible.Name == error.Kind.ToString());
            writer.WriteStartObject();
            foreach (var field in part.Selections.FieldsFor(type))
            {
                writer.WritePropertyName(field.ResponseKey);
                Value(writer, field, type, error, language);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter writer, SelectedField field, ObjectType type, MutationError error, Language language)
    {
        switch (field.Field.Name)
        {
            case "__typename":
                writer.WriteStringValue(type.Name);
                break;
            case "code":
                writer.WriteStringValue(error.Breach.Code);
                break;
            case "message":
                writer.WriteStringValue(error.Breach.Sentence.In(language));
                break;
            case "clause":
                writer.WriteStringValue(error.Breach.Clause);
                break;
            case "citation":
                writer.WriteStringValue(ClauseCitation.InFull(error.Breach.Clause));
                break;
            case "path":
                Path(writer, error.Breach);
                break;
            case "currentVersion":
                writer.WriteNumberValue(error.Conflict!.Version);
                break;
            case "changedBy":
                writer.WriteStringValue(error.Conflict!.Last?.Actor);
                break;
            case "changedAt":
                Moment(writer, error.Conflict!.Last?.ChangedAt);
                break;
            case "changedWith":
                writer.WriteStringValue(error.Conflict!.Last?.Mutation);
                break;
            default:
                throw new InvalidOperationException($"Nothing gives {type.Name}.{field.Field.Name}.");
        }
    }

    private static void Moment(Utf8JsonWriter writer, DateTimeOffset? moment)
    {
        if (moment is { } given)
        {
            writer.WriteStringValue(given);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void Path(Utf8JsonWriter writer, Breach breach)
    {
        writer.WriteStartArray();
        if (breach.Path.Count > 0)
        {
            writer.WriteStringValue("input");
        }

        foreach (var step in breach.Path)
        {
            writer.WriteStringValue(step);
        }

        writer.WriteEndArray();
    }
}
