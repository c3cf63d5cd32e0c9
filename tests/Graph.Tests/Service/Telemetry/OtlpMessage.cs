using System.Buffers.Binary;
using System.Text;

namespace SocietyParty.Graph.Tests.Service.Telemetry;

/// <summary>One message of Protocol Buffers, read without a schema: as much as the tests need of OpenTelemetry's protocol.</summary>
internal readonly struct OtlpMessage(ReadOnlyMemory<byte> bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    /// <summary>The messages of a repeated field.</summary>
    public IEnumerable<OtlpMessage> All(int field) =>
        Fields().Where(item => item.Field == field).Select(item => new OtlpMessage(item.Bytes));

    /// <summary>A text; empty where the field is not there.</summary>
    public string Text(int field) =>
        Fields().Where(item => item.Field == field).Select(item => Encoding.UTF8.GetString(item.Bytes.Span)).LastOrDefault("");

    /// <summary>Bytes as hexadecimal digits; empty where the field is not there.</summary>
    public string Hex(int field) =>
        Fields().Where(item => item.Field == field).Select(item => Convert.ToHexStringLower(item.Bytes.Span)).LastOrDefault("");

    public long Number(int field) => Fields().Where(item => item.Field == field).Select(item => item.Number).LastOrDefault();

    /// <summary>Key and value of the attributes in a field.</summary>
    public Dictionary<string, string> Attributes(int field) =>
        All(field).ToDictionary(pair => pair.Text(1), pair => Value(pair.All(2).Single()), StringComparer.Ordinal);

    // A value is a text (1), a truth (2) or a whole number (3); what else there is, nobody asks for.
    private static string Value(OtlpMessage value) =>
        value.Fields().FirstOrDefault() switch
        {
            { Field: 1 } text => Encoding.UTF8.GetString(text.Bytes.Span),
            var number => number.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };

    private List<(int Field, ReadOnlyMemory<byte> Bytes, long Number)> Fields()
    {
        var fields = new List<(int, ReadOnlyMemory<byte>, long)>();
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            var key = ReadVarint(ref rest);
            var (field, kind) = ((int)(key >> 3), (int)(key & 7));
            switch (kind)
            {
                case Varint:
                    fields.Add((field, default, (long)ReadVarint(ref rest)));
                    break;
                case Fixed64:
                    fields.Add((field, rest[..8], BinaryPrimitives.ReadInt64LittleEndian(rest.Span)));
                    rest = rest[8..];
                    break;
                case Delimited:
                    var length = (int)ReadVarint(ref rest);
                    fields.Add((field, rest[..length], 0));
                    rest = rest[length..];
                    break;
                case Fixed32:
                    fields.Add((field, rest[..4], BinaryPrimitives.ReadInt32LittleEndian(rest.Span)));
                    rest = rest[4..];
                    break;
                default:
                    throw new InvalidDataException($"Kind {kind} of field {field} is none of Protocol Buffers.");
            }
        }

        return fields;
    }

    private static ulong ReadVarint(ref ReadOnlyMemory<byte> rest)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = rest.Span[0];
            rest = rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
