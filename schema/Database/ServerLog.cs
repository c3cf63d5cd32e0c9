namespace SocietyParty.Schema.Database;

/// <summary>The server's log file.</summary>
internal sealed class ServerLog(string file)
{
    private const long BytesMax = 5_000_000;
    private const int TailLinesMax = 15;

    public string File { get; } = file;

    /// <summary>Bytes so far; what comes after belongs to the next attempt.</summary>
    public long Length => System.IO.File.Exists(File) ? new FileInfo(File).Length : 0;

    /// <summary>Keeps one older file, so that years of starts do not fill the disk.</summary>
    public void Rotate()
    {
        if (Length > BytesMax)
        {
            System.IO.File.Move(File, File + ".1", overwrite: true);
        }
    }

    /// <summary>The last lines written after byte <paramref name="from"/>.</summary>
    public string Tail(long from = 0)
    {
        if (!System.IO.File.Exists(File))
        {
            return "";
        }

        using var stream = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // A log of days is long; its end is all that is shown.
        stream.Seek(Math.Clamp(stream.Length - 16_384, Math.Min(from, stream.Length), stream.Length), SeekOrigin.Begin);
        var text = new StreamReader(stream).ReadToEnd();
        return string.Join('\n', text.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(TailLinesMax));
    }
}
