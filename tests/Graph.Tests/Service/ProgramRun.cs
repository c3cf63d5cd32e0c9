using System.Diagnostics;
using System.Text;

namespace SocietyParty.Graph.Tests.Service;

/// <summary>One of the programs, run to its end.</summary>
internal sealed record ProgramRun(int Status, byte[] Output, string Errors)
{
    public const string Service = "SocietyParty.Service.dll";
    public const string Etl = "SocietyParty.Etl.dll";

    public string Text => Encoding.UTF8.GetString(Output);

    /// <param name="program"><see cref="Service"/> or <see cref="Etl"/>.</param>
    public static async Task<ProgramRun> RunAsync(
        string program,
        string[] arguments,
        IReadOnlyDictionary<string, string?>? environment = null
    )
    {
        // Beside the tests a program's own list of assemblies is not complete: the web framework has some of them.
        string[] host =
        [
            "exec",
            "--runtimeconfig",
            Beside("SocietyParty.Service.runtimeconfig.json"),
            "--depsfile",
            Beside("SocietyParty.Graph.Tests.deps.json"),
            Beside(program),
        ];
        var start = new ProcessStartInfo("dotnet", [.. host, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // English, whatever the machine of the tests speaks.
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ToArray(), await errors);
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
