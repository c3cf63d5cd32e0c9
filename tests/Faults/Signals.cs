using System.Diagnostics;
using System.Globalization;

namespace SocietyParty.Faults;

/// <summary>What the system's own programs do to processes.</summary>
internal static class Signals
{
    public static Task KillAsync(int process) => SendAsync("-KILL", process);

    /// <summary>Stops a process and those below it where they are; they neither know nor answer.</summary>
    public static async Task HoldAsync(int process)
    {
        await SendAsync("-STOP", process);
        foreach (var child in await ChildrenAsync(process))
        {
            await SendAsync("-STOP", child);
        }
    }

    public static async Task ReleaseAsync(int process)
    {
        foreach (var child in await ChildrenAsync(process))
        {
            await SendAsync("-CONT", child);
        }

        await SendAsync("-CONT", process);
    }

    /// <summary>Runs a program to its end, and gives its exit code.</summary>
    public static async Task<int> RunAsync(string file, params IEnumerable<string> arguments)
    {
        var (status, _) = await AnswerAsync(file, arguments);
        return status;
    }

    private static Task<int> SendAsync(string signal, int process) =>
        RunAsync("kill", signal, process.ToString(CultureInfo.InvariantCulture));

    public static async Task<IReadOnlyList<int>> ChildrenAsync(int process)
    {
        var (_, said) = await AnswerAsync("pgrep", ["-P", process.ToString(CultureInfo.InvariantCulture)]);
        return [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }

    /// <summary>Runs a program to its end, and gives its exit code and what it said.</summary>
    public static async Task<(int Status, string Said)> AnswerAsync(string file, IEnumerable<string> arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
