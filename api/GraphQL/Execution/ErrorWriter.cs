using System.Text.Json;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Execution;

/// <summary>Errors as JSON, specification section 7.1.2; the code becomes <c>extensions.code</c>.</summary>
public static class ErrorWriter
{
    public static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message", error.Message);
        if (!error.Locations.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("locations");
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line", location.Line);
                writer.WriteNumber("column", location.Column);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (!error.Path.IsDefaultOrEmpty)
        {
            writer.WritePropertyName("path");
            JsonSerializer.Serialize(writer, error.Path.ToArray());
        }

        writer.WriteStartObject("extensions");
        writer.WriteString("code", error.Code);
        if (error.Extensions is not null)
        {
            foreach (var (name, value) in error.Extensions)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, value);
            }
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
