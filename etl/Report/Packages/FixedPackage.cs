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
    public static void Write(Stream package, Stream output)
    {
        package.Position = 0;
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != ContentTypes).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Time;
            using var source = entry.Open();
            using var target = copy.Open();
            source.CopyTo(target);
        }
    }
}
