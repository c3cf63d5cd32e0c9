using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace SocietyParty.Bench.Floor;

/// <summary>A flat JSON object's values as <c>$1</c>, <c>$2</c>, … : a number is a key, a text a text, an array keys.</summary>
internal static class FloorParameters
{
    public static void Read(ReadOnlySequence<byte> body, NpgsqlParameterCollection parameters)
    {
        var json = new Utf8JsonReader(body);
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.Number:
                    parameters.Add(new NpgsqlParameter<long> { TypedValue = json.GetInt64() });
                    break;
                case JsonTokenType.String:
                    parameters.Add(new NpgsqlParameter<string> { TypedValue = json.GetString()! });
                    break;
                case JsonTokenType.StartArray:
                    parameters.Add(new NpgsqlParameter<long[]> { TypedValue = Keys(ref json) });
                    break;
            }
        }
    }

    private static long[] Keys(ref Utf8JsonReader json)
    {
        var keys = new List<long>();
        while (json.Read() && json.TokenType == JsonTokenType.Number)
        {
            keys.Add(json.GetInt64());
        }

        return [.. keys];
    }
}
