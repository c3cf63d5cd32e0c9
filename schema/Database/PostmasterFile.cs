using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace SocietyParty.Schema.Database;

/// <summary>postmaster.pid, where a server says which process it is.</summary>
internal sealed record PostmasterFile(string Path, int ProcessId, long StartedAtSeconds)
{
    public static PostmasterFile? Read(string dataFolder)
    {
        string path = System.IO.Path.Combine(dataFolder, "postmaster.pid");
        if (!File.Exists(path)) return null;
        string[] lines = File.ReadAllLines(path);
        int.TryParse(lines.ElementAtOrDefault(0), CultureInfo.InvariantCulture, out int id);
        long.TryParse(lines.ElementAtOrDefault(2), CultureInfo.InvariantCulture, out long started);
        return new PostmasterFile(path, id, started);
    }

    /// <summary>
    /// What has become of that process. Its number may have passed to a stranger after a reboot, and pg_ctl would stop the
    /// stranger; so its name and its arguments are looked at, not only whether something answers to the number.
    /// </summary>
    public PostmasterState State(string dataFolder)
    {
        if (ProcessId <= 0) return PostmasterState.Gone;
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return IsServerOf(process, dataFolder) ? PostmasterState.Running : PostmasterState.Stranger;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception or IOException)
        {
            return PostmasterState.Gone;
        }
    }

    private bool IsServerOf(Process process, string dataFolder)
    {
        if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return false;
        if (OperatingSystem.IsLinux())
            return File.ReadAllText($"/proc/{ProcessId}/cmdline").Split('\0').Contains(dataFolder);
        long started = new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
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

    /// <summary>Another program that was given the same number.</summary>
    Stranger,
}
