using System.Buffers;
using System.Text.Encodings.Web;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries.Answers;

/// <summary>A leaf's UTF-8 as PostgreSQL sent it → JSON.</summary>
internal static class JsonLeaf
{
    // As for the rest of the response: Chinese text stays readable and short.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> value, LeafForm form)
    {
        if (form == LeafForm.Json)
        {
            output.Write(value);
            return;
        }

        output.Write("\""u8);
        if (form == LeafForm.Plain || Encoder.FindFirstCharacterToEncodeUtf8(value) < 0)
        {
            output.Write(value);
        }
        else
        {
            Escaped(output, value);
        }

        output.Write("\""u8);
    }

    private static void Escaped(IBufferWriter<byte> output, ReadOnlySpan<byte> value)
    {
        while (!value.IsEmpty)
        {
            var status = Encoder.EncodeUtf8(
                value,
                output.GetSpan(Encoder.MaxOutputCharactersPerInputCharacter * 4),
                out var read,
                out var written
            );
            if (status == OperationStatus.InvalidData)
            {
                throw new InvalidOperationException("PostgreSQL sent text that is not UTF-8.");
            }

            output.Advance(written);
            value = value[read..];
        }
    }
}
