using System.Globalization;

namespace SocietyParty.Schema.Database;

/// <summary>Who listens on a port of this machine, as far as Linux lets us see.</summary>
internal static class PortHolders
{
    private const string Listening = "0A";

    /// <summary>Such as <c>process 4711 (postgres)</c>; null where it cannot be known: another system, or another user's process.</summary>
    public static string? Find(int port)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        try
        {
            var sockets = Sockets(port).Select(inode => $"socket:[{inode}]").ToHashSet();
            var holder = Directory
                .EnumerateDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .FirstOrDefault(folder => Links(Path.Combine(folder, "fd")).Any(sockets.Contains));
            return holder is null ? null : $"process {Path.GetFileName(holder)} ({File.ReadAllText(Path.Combine(holder, "comm")).Trim()})";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended while it was looked at.
            return null;
        }
    }

    /// <summary>Lines such as <c>0: 0100007F:1F90 00000000:0000 0A … inode</c>.</summary>
    private static IEnumerable<string> Sockets(int port)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        return ((string[])["/proc/net/tcp", "/proc/net/tcp6"])
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 9 && parts[1].EndsWith(end, StringComparison.Ordinal) && parts[3] == Listening)
            .Select(parts => parts[9]);
    }

    private static IEnumerable<string> Links(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(folder).Select(path => new FileInfo(path).LinkTarget).OfType<string>()];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
