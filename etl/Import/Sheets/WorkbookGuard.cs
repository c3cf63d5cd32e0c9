using System.IO.Compression;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// Unpacks a workbook into nowhere and counts, before anything of it is understood: what a package states of its sizes can be wrong, and
/// a few kilobytes can become terabytes.
/// </summary>
internal static class WorkbookGuard
{
    /// <exception cref="InvalidDataException">It is no ZIP container, or a broken one.</exception>
    public static ImportProblem? Check(Stream workbook, SheetLimits limits)
    {
        using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.PartsMax)
        {
            return SheetProblems.TooMuch(nameof(limits.PartsMax), limits.PartsMax);
        }

        var buffer = new byte[81920];
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            total += Count(entry, buffer, limits.UncompressedBytesMax - total);
            if (total > limits.UncompressedBytesMax)
            {
                return SheetProblems.TooMuch(nameof(limits.UncompressedBytesMax), limits.UncompressedBytesMax);
            }
        }
        return null;
    }

    private static long Count(ZipArchiveEntry entry, byte[] buffer, long max)
    {
        long total = 0;
        try
        {
            using var part = entry.Open();
            int count;
            while (total <= max && (count = part.Read(buffer)) > 0)
            {
                total += count;
            }
        }
        catch (InvalidDataException)
        {
            // A part that nobody reads may be broken; one that holds rows fails when it is read.
        }

        return total;
    }
}
