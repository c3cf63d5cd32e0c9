using System.Runtime.InteropServices;

namespace SocietyParty.Schema.Database;

/// <summary>Where to look for PostgreSQL. Each way can be hidden by emptying its property.</summary>
public sealed record PostgresSearch
{
    /// <summary>The environment variable that names the folder with initdb, postgres and pg_ctl.</summary>
    public const string FolderVariable = "SP_POSTGRES_BIN";

    /// <summary>The value of <see cref="FolderVariable"/>. When set, nothing else is tried.</summary>
    public string? Folder { get; init; }

    /// <summary>Folders separated as in PATH.</summary>
    public string Path { get; init; } = "";

    /// <summary>Folder patterns; <c>*</c> stands for part of one name.</summary>
    public IReadOnlyList<string> DistributionFolders { get; init; } = [];

    /// <summary>The npm client, looked up in <see cref="Path"/> unless absolute; null: never fetch.</summary>
    public string? NpmCommand { get; init; }

    /// <summary>What this machine offers.</summary>
    public static PostgresSearch OfThisMachine() =>
        new()
        {
            Folder = Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder ? folder : null,
            Path = Environment.GetEnvironmentVariable("PATH") ?? "",
            DistributionFolders = DistributionFoldersOfThisSystem(),
            NpmCommand = OperatingSystem.IsWindows() ? "npm.cmd" : "npm",
        };

    private static string[] DistributionFoldersOfThisSystem() =>
        OperatingSystem.IsWindows() ? [@"C:\Program Files\PostgreSQL\*\bin"]
        : OperatingSystem.IsMacOS() ? ["/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql*/bin"]
        : ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/libexec/postgresql*", "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin"];

    /// <summary>The npm package of this machine's kind, or null where none is published.</summary>
    internal static string? NpmPackageOfThisMachine()
    {
        var system =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsLinux() ? "linux"
            : null;
        var processor = RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 when system is "linux" or "darwin" => "arm64",
            _ => null,
        };
        return system is null || processor is null ? null : $"@embedded-postgres/{system}-{processor}";
    }
}
