using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SocietyParty.Schema.Database;

/// <summary>postmaster.pid, where a server says which process it is.</summary>
internal sealed record PostmasterFile(string Path, int ProcessId, string DataFolder, long StartedAtSeconds, int Port)
{
    public static PostmasterFile? Read(string dataFolder)
    {
        var path = System.IO.Path.Combine(dataFolder, "postmaster.pid");
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception none) when (none is FileNotFoundException or DirectoryNotFoundException)
        {
            // A server that ends takes it away at any moment.
            return null;
        }

        int.TryParse(lines.ElementAtOrDefault(0), CultureInfo.InvariantCulture, out var id);
        long.TryParse(lines.ElementAtOrDefault(2), CultureInfo.InvariantCulture, out var started);
        int.TryParse(lines.ElementAtOrDefault(3), CultureInfo.InvariantCulture, out var port);
        return new PostmasterFile(path, id, lines.ElementAtOrDefault(1) ?? "", started, port);
    }

    /// <summary>
    /// What has become of that process. Its number may have passed to a stranger after a reboot, and pg_ctl would stop the
    /// stranger; so its name and its arguments are looked at, not only whether something answers to the number.
    /// </summary>
    public PostmasterState State()
    {
        if (ProcessId <= 0)
        {
            return PostmasterState.Gone;
        }

        if (!NamesItsOwnFolder())
        {
            return PostmasterState.Stranger;
        }

        try
        {
            if (IsZombie(ProcessId))
            {
                return PostmasterState.Stranger;
            }

            using var process = Process.GetProcessById(ProcessId);
            return IsItsServer(process) ? PostmasterState.Running : PostmasterState.Stranger;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception or IOException)
        {
            return PostmasterState.Gone;
        }
    }

    /// <summary>Dead, but its parent has not asked how it died; common in containers. It still answers to its number.</summary>
    internal static bool IsZombie(int process)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat");
        if (!OperatingSystem.IsLinux() || !File.Exists(file))
        {
            return false;
        }
        // "123 (postgres) Z 1 ..."; the name itself may hold brackets.
        var stat = File.ReadAllText(file);
        return stat[(stat.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
    }

    /// <summary>False in a folder that was copied while its server ran: that server is the original's.</summary>
    private bool NamesItsOwnFolder()
    {
        var here = System.IO.Path.GetDirectoryName(Path)!;
        if (DataFolder == here)
        {
            return true;
        }
        // Perhaps one folder under two names; a file made under the one then shows under the other.
        var probe = $"probe-{Guid.NewGuid():N}";
        File.WriteAllText(System.IO.Path.Combine(here, probe), "");
        var same = File.Exists(System.IO.Path.Combine(DataFolder, probe));
        File.Delete(System.IO.Path.Combine(here, probe));
        return same;
    }

    private bool IsItsServer(Process process)
    {
        if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal))
        {
            return false;
        }

        if (OperatingSystem.IsLinux())
        {
            return File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0').Contains(DataFolder);
        }

        var started = new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
        return Math.Abs(started - StartedAtSeconds) <= 10;
    }
}

/// <summary>What the process named in postmaster.pid is.</summary>
internal enum PostmasterState
{
    /// <summary>The server of this data folder.</summary>
    Running,

    /// <summary>No such process.</summary>
    Gone,

    /// <summary>Another program that was given the same number, or a zombie that still bears it.</summary>
    Stranger,
}
