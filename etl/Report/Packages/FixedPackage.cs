using System.IO.Compression;

namespace SocietyParty.Etl.Report.Packages;

/// <summary>
/// A package of Office with the same bytes for the same parts: libraries write entries in the order of their work and with the time of
/// the day. Compression varies between versions of .NET, so a hash that is kept is one of the unpacked parts.
/// </summary>
internal static class FixedPackage
{
    // The first entry, by which readers know the kind of file.
    private const string ContentTypes = "[Content_Types].xml";

    // The earliest that the format knows. Only the clock's digits are stored, no time zone.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a package's entries sorted and with one time.</summary>
    /// <param name="package">The package.</param>
    /// <param name="output">Where to.</param>
    /// <param name="copy">Copies the part of a name, and may change it; null: as it is.</param>
    public static void Write(Stream package, Stream output, Action<string, Stream, Stream>? copy = null)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != ContentTypes).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var written = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            written.LastWriteTime = Time;
            using var source = entry.Open();
            using var target = written.Open();
            if (copy is null)
            {
                source.CopyTo(target);
            }
            else
            {
                copy(entry.FullName, source, target);
            }
        }
    }
}
