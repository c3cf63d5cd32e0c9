using System.Buffers.Text;

namespace SocietyParty.Bench.Load;

/// <summary>
/// Finds the end of an HTTP answer in the bytes as they come, by its length or its last chunk, and keeps the beginning only. Reads
/// what the three peers send, and no more of HTTP than that.
/// </summary>
internal sealed class AnswerReader
{
    private const int BeginningMax = 2_048;

    private readonly byte[] beginning = new byte[BeginningMax];
    private readonly byte[] tail = new byte[LastChunk.Length];
    private int kept;
    private int tailed;
    private long missing;
    private bool isChunked;
    private int bodyAt;

    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    // A JSON text has no line feed of its own beside a carriage return.
    private static ReadOnlySpan<byte> LastChunk => "\r\n0\r\n\r\n"u8;

    /// <summary>Whether the answer is one of data.</summary>
    public bool HasData =>
        Beginning.StartsWith("HTTP/1.1 200"u8)
        && Beginning[bodyAt..].IndexOf("{\"data\""u8) is >= 0 and < 16
        && Beginning.IndexOf("\"errors\""u8) < 0;

    public ReadOnlySpan<byte> Beginning => beginning.AsSpan(0, kept);

    public void Reset() => (kept, tailed, missing, isChunked, bodyAt) = (0, 0, -1, false, 0);

    /// <summary>True when the answer is complete.</summary>
    public bool Add(ReadOnlySpan<byte> bytes)
    {
        var before = kept;
        var fits = Math.Min(bytes.Length, BeginningMax - kept);
        bytes[..fits].CopyTo(beginning.AsSpan(kept));
        kept += fits;
        if (bodyAt > 0)
        {
            return End(bytes);
        }

        var end = Beginning.IndexOf(HeadEnd);
        if (end < 0)
        {
            return false;
        }

        bodyAt = end + HeadEnd.Length;
        ReadHead(Beginning[..bodyAt]);
        return End(bytes[(bodyAt - before)..]);
    }

    private bool End(ReadOnlySpan<byte> body)
    {
        if (!isChunked)
        {
            return (missing -= body.Length) <= 0;
        }

        var last = body.Length >= LastChunk.Length ? body[^LastChunk.Length..] : body;
        var old = Math.Min(tailed, LastChunk.Length - last.Length);
        tail.AsSpan(tailed - old, old).CopyTo(tail);
        last.CopyTo(tail.AsSpan(old));
        tailed = old + last.Length;
        return tail.AsSpan(0, tailed).SequenceEqual(LastChunk);
    }

    private void ReadHead(ReadOnlySpan<byte> head)
    {
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range];
            if (
                StartsWith(line, "content-length:"u8)
                && Utf8Parser.TryParse(line["content-length:".Length..].TrimStart((byte)' '), out long length, out _)
            )
            {
                missing = length;
            }
            else if (StartsWith(line, "transfer-encoding:"u8))
            {
                isChunked = true;
            }
        }
    }

    private static bool StartsWith(ReadOnlySpan<byte> line, ReadOnlySpan<byte> name) =>
        line.Length >= name.Length && System.Text.Ascii.EqualsIgnoreCase(line[..name.Length], name);
}
