using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace SocietyParty.Etl.Import;

/// <summary>A file's bytes as lines, or the problem that makes them no UTF-8 text.</summary>
internal sealed record SourceText(string Checksum, IReadOnlyList<string> Lines)
{
    // The beginnings of what people take for a text file.
    private static readonly (byte[] Magic, string Kind)[] KnownFiles =
    [
        ("PK\u0003\u0004"u8.ToArray(), "File.Zip"),
        ([0xD0, 0xCF, 0x11, 0xE0], "File.Ole"),
        ("%PDF"u8.ToArray(), "File.Pdf"),
    ];

    public static (SourceText? Text, ImportProblem? Problem) Read(Stream stream, string fileName, ImportLimits limits)
    {
        var bytes = ReadAtMost(stream, limits.FileBytesMax + 1L);
        if (bytes.Length > limits.FileBytesMax)
        {
            return (null, Problems.TooLarge(limits.FileBytesMax));
        }

        if (bytes.Length == 0)
        {
            return (null, Problems.Empty());
        }

        if (FindWrongKind(bytes) is { } problem)
        {
            return (null, problem);
        }

        var body = bytes.AsSpan();
        if (body.StartsWith(Encoding.UTF8.Preamble))
        {
            body = body[Encoding.UTF8.Preamble.Length..];
        }

        var text = Encoding.UTF8.GetString(body);
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, Problems.Empty());
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return (new SourceText(Convert.ToHexStringLower(SHA256.HashData(bytes)), lines), null);
    }

    private static byte[] ReadAtMost(Stream stream, long max)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        int count;
        while (copy.Length < max && (count = stream.Read(buffer)) > 0)
        {
            copy.Write(buffer, 0, count);
        }

        return copy.ToArray();
    }

    private static ImportProblem? FindWrongKind(byte[] bytes)
    {
        foreach (var (magic, kind) in KnownFiles)
        {
            if (bytes.AsSpan().StartsWith(magic))
            {
                return Problems.Binary(kind);
            }
        }
        if (WideEncoding(bytes) is { } encoding)
        {
            return Problems.WideEncoding(encoding);
        }

        var nul = Array.IndexOf(bytes, (byte)0);
        if (nul >= 0)
        {
            return Problems.HasNul(nul + 1).At(LineOf(bytes, nul));
        }
        return FirstInvalid(bytes) is { } at ? Problems.NotUtf8(at, bytes[at], Guess(bytes)).At(LineOf(bytes, at)) : null;
    }

    private static string? WideEncoding(byte[] bytes) =>
        bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => "UTF-32LE",
            [0, 0, 0xFE, 0xFF, ..] => "UTF-32BE",
            [0xFF, 0xFE, ..] => "UTF-16LE",
            [0xFE, 0xFF, ..] => "UTF-16BE",
            // Without a mark: ASCII such as "# " at the start has every second byte 0.
            [not 0, 0, not 0, 0, ..] => "UTF-16LE",
            [0, not 0, 0, not 0, ..] => "UTF-16BE",
            _ => null,
        };

    private static int? FirstInvalid(byte[] bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return null;
        }

        var at = 0;
        while (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var consumed) == OperationStatus.Done)
        {
            at += consumed;
        }

        return at;
    }

    private static string? Guess(byte[] bytes)
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding(
            "GB18030",
            EncoderFallback.ExceptionFallback,
            DecoderFallback.ExceptionFallback
        );
        try
        {
            // Any bytes decode as something; party organizations named in them make the guess a good one.
            return strict!.GetString(bytes).Contains('党', StringComparison.Ordinal) ? "GB18030" : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int LineOf(byte[] bytes, int at) => bytes.AsSpan(0, at).Count((byte)'\n') + 1;
}
