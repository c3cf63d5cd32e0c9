namespace SocietyParty.Faults;

/// <summary>
/// The time of day as processes see it that are started with <c>clock.c</c> in front of the C library. As where an administrator sets a
/// machine's clock, the monotonic clock, by which programs measure how long something takes, goes on.
/// </summary>
internal sealed class FakeClock
{
    private const string Compiler = "cc";

    private readonly string file;

    private FakeClock(string file, string library)
    {
        this.file = file;
        Environment = new Dictionary<string, string> { ["LD_PRELOAD"] = library, ["CLOCK_AHEAD"] = file };
    }

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Obstacle =>
        OperatingSystem.IsLinux() && File.Exists("/usr/bin/" + Compiler) ? null : "needs Linux and a C compiler (/usr/bin/cc)";

    /// <summary>What a process is started with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Makes one that is right.</summary>
    /// <param name="folder">That all accounts may enter.</param>
    /// <param name="name">Whose clock it is.</param>
    public static async Task<FakeClock> MakeAsync(string folder, string name)
    {
        var library = Path.Combine(folder, "clock.so");
        var source = Path.Combine(AppContext.BaseDirectory, "clock.c");
        var (status, said) = await Signals.AnswerAsync(Compiler, ["-O2", "-shared", "-fPIC", "-o", library, source, "-ldl"]);
        if (status != 0)
        {
            throw new FaultException($"{Compiler} failed with {status}. {said}");
        }

        var clock = new FakeClock(Path.Combine(folder, name + ".clock"), library);
        clock.Set(TimeSpan.Zero);
        await Signals.RunAsync("chmod", "644", clock.file);
        await Signals.RunAsync("chmod", "755", library);
        return clock;
    }

    /// <summary>Sets it; who reads it next sees it.</summary>
    /// <param name="ahead">Of the machine's; negative: behind.</param>
    public void Set(TimeSpan ahead)
    {
        // In place: processes have it in their memory.
        using var stream = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(BitConverter.GetBytes((long)ahead.TotalSeconds));
    }
}
