using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SocietyParty.Tests.Support;

/// <summary>
/// A folder of the tests with a <c>package.json</c>, its lock file and scripts, run by Node.js. What npm installs goes beside the test
/// assembly, once for each content of the lock file.
/// </summary>
public sealed class NodeScript
{
    /// <summary>Set where the scripts must run, as CI does: then a missing Node.js fails the tests.</summary>
    public const string RequiredVariable = "ORACLE_REQUIRED";

    private static readonly TimeSpan InstallTimeMax = TimeSpan.FromMinutes(3);

    // Test classes run side by side and share a folder: npm removes what it finds there, so a second installation would take the
    // packages away under the scripts of the first.
    private static readonly ConcurrentDictionary<string, Lazy<Task<string?>>> Installations = new();

    private NodeScript(string folder, string? missing)
    {
        Folder = folder;
        Missing = missing;
    }

    /// <summary>Where the scripts are run.</summary>
    public string Folder { get; }

    /// <summary>Null when scripts can run; else a sentence that says what is not there.</summary>
    public string? Missing { get; }

    /// <summary>Installs what the lock file names, unless that was done before.</summary>
    /// <param name="path">Folder with the scripts, relative to the test's project.</param>
    /// <param name="caller">Filled in by the compiler.</param>
    /// <exception cref="InvalidOperationException">Node.js or the packages are missing although <see cref="RequiredVariable"/> is
    /// set.</exception>
    public static async Task<NodeScript> InstallAsync(string path, [CallerFilePath] string caller = "")
    {
        var source = Path.Combine(Golden.ProjectFolder(caller), path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(source, "package-lock.json"))))[..12];
        var target = Path.Combine(AppContext.BaseDirectory, "node", hash);
        var missing = await Installations.GetOrAdd(target, folder => new(() => MissingAsync(source, folder))).Value;
        if (missing is not null && Environment.GetEnvironmentVariable(RequiredVariable) is { Length: > 0 })
        {
            throw new InvalidOperationException($"{missing} {RequiredVariable} is set, so this is a failure.");
        }

        return new NodeScript(target, missing);
    }

    /// <summary>Starts a script with its input and output redirected; the caller disposes of it.</summary>
    public Process Start(string script, params string[] arguments) =>
        Start(Folder, "node", [script, .. arguments]) ?? throw new InvalidOperationException("node did not start.");

    private static async Task<string?> MissingAsync(string source, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (await RunAsync(folder, "node", "--version") is not (0, _))
        {
            return "Node.js was not found on PATH.";
        }
        // npm writes this file last of all, so an installation that broke off is done again.
        if (File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            return null;
        }

        var (status, output) = OperatingSystem.IsWindows()
            ? await RunAsync(folder, "cmd", "/c", "npm", "ci")
            : await RunAsync(folder, "npm", "ci");
        return status == 0 ? null : $"npm could not install the packages: {output.Trim()}";
    }

    private static async Task<(int Status, string Output)> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Start(folder, program, arguments);
        if (process is null)
        {
            return (-1, $"{program} was not found on PATH.");
        }

        using var late = new CancellationTokenSource(InstallTimeMax);
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(late.Token);
            var errors = process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} took longer than {InstallTimeMax.TotalMinutes} minutes.");
        }
    }

    private static Process? Start(string folder, string program, params IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo(program, arguments)
                {
                    WorkingDirectory = folder,
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such program.
            return null;
        }
    }
}
