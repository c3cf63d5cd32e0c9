using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace SocietyParty.Etl.Import;

/// <summary>Text files as offices save them: UTF-8, UTF-16 or GB18030, with or without a mark.</summary>
internal static class TextEncoding
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    // What the decoder still has as private use, and what GB 18030-2022 made of it.
    private static readonly Dictionary<char, string> Moved = new()
    {
        ['\uE78D'] = "\uFE10",
        ['\uE78E'] = "\uFE12",
        ['\uE78F'] = "\uFE11",
        ['\uE790'] = "\uFE13",
        ['\uE791'] = "\uFE14",
        ['\uE792'] = "\uFE15",
        ['\uE793'] = "\uFE16",
        ['\uE794'] = "\uFE17",
        ['\uE795'] = "\uFE18",
        ['\uE796'] = "\uFE19",
        ['\uE81E'] = "\u9FB4",
        ['\uE826'] = "\u9FB5",
        ['\uE82B'] = "\u9FB6",
        ['\uE82C'] = "\u9FB7",
        ['\uE832'] = "\u9FB8",
        ['\uE843'] = "\u9FB9",
        ['\uE854'] = "\u9FBA",
        ['\uE864'] = "\u9FBB",
        ['\uE816'] = "\U00020087",
        ['\uE817'] = "\U00020089",
        ['\uE818'] = "\U000200CC",
        ['\uE831'] = "\U000215D7",
        ['\uE83B'] = "\U0002298F",
        ['\uE855'] = "\U000241FE",
    };

    /// <summary>The text, or where its bytes are no text; no place where they are something else altogether.</summary>
    public static (string? Text, int? WrongAt) Decode(ReadOnlySpan<byte> bytes)
    {
        if (Wide(bytes) is { } wide)
        {
            return (bytes.Length % 2 == 0 ? wide.GetString(bytes).TrimStart('\uFEFF') : null, null);
        }

        if (bytes.Contains((byte)0))
        {
            return (null, null);
        }

        return Utf8.IsValid(bytes) ? (Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), null) : DecodeGb18030(bytes);
    }

    private static (string?, int?) DecodeGb18030(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Gb18030.GetString(bytes).TrimStart('\uFEFF');
            return (text.AsSpan().IndexOfAnyInRange('\uE78D', '\uE864') < 0 ? text : Settle(text), null);
        }
        catch (DecoderFallbackException wrong)
        {
            return (null, Math.Clamp(wrong.Index, 0, bytes.Length));
        }
    }

    private static string Settle(string text)
    {
        var settled = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            _ = Moved.TryGetValue(sign, out var moved) ? settled.Append(moved) : settled.Append(sign);
        }

        return settled.ToString();
    }

    // Without a mark every second byte of the signs, digits and line breaks is 0, and none of anything else.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, not 0, ..] or [0xFF, 0xFE, 0, not 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
}
