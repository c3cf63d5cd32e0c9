using System.Text;
using System.Text.Unicode;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The text of a CSV file: UTF-8 with or without a byte order mark, or GB18030, as Excel in China writes it.</summary>
internal static class SheetText
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030",
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    public static (string? Text, ImportProblem? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }
        // UTF-16 has zeros; no text of the two encodings has one.
        if (bytes.Contains((byte)0))
        {
            return (null, SheetProblems.NoText());
        }

        if (Utf8.IsValid(bytes))
        {
            return (Encoding.UTF8.GetString(bytes), null);
        }

        try
        {
            return (Gb18030.GetString(bytes), null);
        }
        catch (DecoderFallbackException wrong)
        {
            var before = bytes[..Math.Clamp(wrong.Index, 0, bytes.Length)];
            return (null, SheetProblems.NoText().At(before.Count((byte)'\n') + 1));
        }
    }
}
