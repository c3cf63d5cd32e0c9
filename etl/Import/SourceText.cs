using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace SocietyParty.Etl.Import;

/// <summary>A file's bytes as lines, or the problem that makes them no UTF-8 text.</summary>
internal sealed record SourceText(string Checksum, IReadOnlyList<string> Lines)
{
    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();

    // The beginnings of what people take for a text file.
    private static readonly (byte[] Magic, string Kind)[] KnownFiles =
    [
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

        var checksum = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (bytes.AsSpan().StartsWith(Zip))
        {
            return OfficeText.Read(bytes, limits) is { } office
                ? (new SourceText(checksum, office), null)
                : (null, Problems.Binary("File.Zip"));
        }

        if (FindWrongKind(bytes) is { } problem)
        {
            return (null, problem);
        }

        var text = TextEncoding.Decode(bytes).Text ?? "";
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, Problems.Empty());
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return (new SourceText(checksum, lines), null);
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
        return FirstInvalid(bytes) is { } at && !IsGb18030(bytes) ? Problems.NotUtf8(at, bytes[at]).At(LineOf(bytes, at)) : null;
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

    // Any bytes decode as something; party organizations named in them say that it is this.
    private static bool IsGb18030(byte[] bytes) => TextEncoding.Decode(bytes).Text?.Contains('党', StringComparison.Ordinal) is true;

    private static int LineOf(byte[] bytes, int at) => bytes.AsSpan(0, at).Count((byte)'\n') + 1;
}
