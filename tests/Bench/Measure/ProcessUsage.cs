using System.Globalization;

namespace SocietyParty.Bench.Measure;

/// <summary>CPU time and memory of processes, from Linux's /proc; elsewhere there is nothing of the kind to read.</summary>
internal static class ProcessUsage
{
    private const int TickMs = 10;

    public static bool IsKnown => OperatingSystem.IsLinux();

    /// <summary>Whether a session's process, as the server names it, is one of this machine: only if its name says so too.</summary>
    public static async Task<bool> IsPostgresAsync(int process, CancellationToken ct)
    {
        var name = $"/proc/{process}/comm";
        return IsKnown && File.Exists(name) && (await File.ReadAllTextAsync(name, ct)).StartsWith("postgres", StringComparison.Ordinal);
    }

    /// <summary>CPU milliseconds since the process began, those of children that ended and were waited for included.</summary>
    public static long CpuMs(int process)
    {
        try
        {
            return Fields(process) is { } fields
                ? (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) * TickMs
                : 0;
        }
        catch (Exception ended) when (ended is FileNotFoundException or DirectoryNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>CPU milliseconds of the process alone, to the nanosecond; null where the system does not tell.</summary>
    public static double? ExactCpuMs(int process)
    {
        var file = $"/proc/{process}/schedstat";
        return File.Exists(file) ? Number(File.ReadAllText(file).Split(' ')[0]) / 1e6 : null;
    }

    /// <summary>The process that started it.</summary>
    public static int Parent(int process) => int.Parse(Fields(process)[1], CultureInfo.InvariantCulture);

    public static IEnumerable<int> Children(int parent)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) && IsChild(process, parent))
            {
                yield return process;
            }
        }
    }

    /// <summary>From now on <see cref="PeakMb"/> is the peak since now.</summary>
    public static void ForgetPeak(int process) => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    /// <summary>Most resident memory in mebibytes.</summary>
    public static double PeakMb(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024.0;
    }

    private static bool IsChild(int process, int parent)
    {
        try
        {
            return Parent(process) == parent;
        }
        catch (Exception ended) when (ended is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    // After the name in parentheses, which may hold anything: state, parent, …
    private static string[] Fields(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}
