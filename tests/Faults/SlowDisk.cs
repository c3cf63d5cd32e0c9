using System.Globalization;

namespace SocietyParty.Faults;

/// <summary>
/// A file system on a block device of its own (a loop device), whose writes the kernel throttles for the processes in a control group:
/// their writes that must reach the disk wait. Needs root and the blkio controller of control groups, version 1.
/// </summary>
internal sealed class SlowDisk : IAsyncDisposable
{
    private const long Bytes = 3_000_000_000;
    private const string Controller = "/sys/fs/cgroup/blkio";
    private const string Group = Controller + "/societyparty-faults";

    private readonly string folder;
    private readonly string image;
    private readonly string device;

    private SlowDisk(string folder, string image, string device) => (this.folder, this.image, this.device) = (folder, image, device);

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Obstacle =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Directory.Exists(Controller) && File.Exists("/dev/loop-control")
            ? null
            : "needs root on Linux, loop devices and the blkio controller of control groups, version 1";

    /// <summary>Mounts one.</summary>
    public static async Task<SlowDisk> MountAsync(string folder)
    {
        var image = folder + ".disk";
        await using (var file = new FileStream(image, FileMode.Create))
        {
            file.SetLength(Bytes);
        }

        await MustAsync("mkfs.ext4", "-q", image);
        await MustAsync("mount", "-o", "loop", image, folder);
        Directory.Delete(Path.Combine(folder, "lost+found"));
        var (_, source) = await Signals.AnswerAsync("findmnt", ["-n", "-o", "SOURCE", folder]);
        var number = await File.ReadAllTextAsync($"/sys/block/{Path.GetFileName(source.Trim())}/dev");
        return new SlowDisk(folder, image, number.Trim());
    }

    /// <summary>From now on these processes and their children have so many writes a second, all together.</summary>
    public async Task SlowAsync(int writesPerSecond, IEnumerable<int> processes)
    {
        Directory.CreateDirectory(Group);
        await WriteAsync(Group + "/blkio.throttle.write_iops_device", $"{device} {writesPerSecond}");
        foreach (var process in processes)
        {
            await WriteAsync(Group + "/cgroup.procs", $"{process}");
        }
    }

    /// <summary>As quick as before.</summary>
    public Task QuickenAsync() => WriteAsync(Group + "/blkio.throttle.write_iops_device", $"{device} 0");

    public async ValueTask DisposeAsync()
    {
        if (Directory.Exists(Group))
        {
            // Who has outlived the server goes back, or the group cannot be removed.
            foreach (var process in await File.ReadAllLinesAsync(Group + "/cgroup.procs"))
            {
                await WriteAsync(Controller + "/cgroup.procs", process);
            }

            await Signals.RunAsync("rmdir", Group);
        }

        await Signals.RunAsync("umount", folder);
        File.Delete(image);
    }

    private static async Task WriteAsync(string file, FormattableString text) =>
        await WriteAsync(file, text.ToString(CultureInfo.InvariantCulture));

    private static async Task WriteAsync(string file, string text)
    {
        try
        {
            await File.WriteAllTextAsync(file, text);
        }
        catch (IOException)
        {
            // A process that ended meanwhile.
        }
    }

    private static async Task MustAsync(string program, params IEnumerable<string> arguments)
    {
        var (status, said) = await Signals.AnswerAsync(program, arguments);
        if (status != 0)
        {
            throw new FaultException($"{program} failed with {status}. {said}");
        }
    }
}
