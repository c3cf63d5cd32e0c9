using System.Text.Json;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.Service.Http.Exports;

/// <summary>A value as GraphQL writes it, such as <c>{ name: { contains: "医" } }</c>, as the JSON that a variable takes.</summary>
internal static class LiteralJson
{
    /// <returns>False for a variable, which nobody could give a value.</returns>
    public static bool TryWrite(Utf8JsonWriter json, ValueNode value)
    {
        switch (value)
        {
            case IntValueNode number:
                json.WriteRawValue(number.Text);
                return true;
            case FloatValueNode number:
                json.WriteRawValue(number.Text);
                return true;
            case StringValueNode text:
                json.WriteStringValue(text.Value);
                return true;
            case EnumValueNode word:
                json.WriteStringValue(word.Name);
                return true;
            case BooleanValueNode boolean:
                json.WriteBooleanValue(boolean.Value);
                return true;
            case NullValueNode:
                json.WriteNullValue();
                return true;
            case ListValueNode list:
                json.WriteStartArray();
                var isWhole = list.Items.All(item => TryWrite(json, item));
                json.WriteEndArray();
                return isWhole;
            case ObjectValueNode fields:
                json.WriteStartObject();
                var isKnown = fields.Fields.All(field =>
                {
                    json.WritePropertyName(field.Name.Value);
                    return TryWrite(json, field.Value);
                });
                if (isKnown)
                {
                    json.WriteEndObject();
                }

                return isKnown;
            default:
                return false;
        }
    }
}
