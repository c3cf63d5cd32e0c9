using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>
/// One of PostgreSQL's programs that talk to a server: pg_dump or pg_restore. What they exchange is streamed, never kept.
/// </summary>
/// <param name="File">Its path; on Debian it may be a script that chooses by its own name, so links are not followed.</param>
/// <param name="Version">As it prints it, such as <c>15.18</c>.</param>
public sealed partial record PostgresTool(string File, string Version)
{
    private const int ErrorLinesMax = 10;

    // What a person set for connections of their own holds for these as well; the rest speaks of another server.
    private static readonly string[] KeptVariables = ["PGPASSWORD", "PGPASSFILE"];

    /// <summary>The first number of <see cref="Version"/>.</summary>
    public int Major => MajorOf(Version);

    /// <summary>The first number of a version.</summary>
    public static int MajorOf(string version) => int.Parse(Digits().Match(version).Value, CultureInfo.InvariantCulture);

    /// <summary>
    /// The program of the lowest version that is new enough, where PostgreSQL's own programs are looked for: pg_dump reads older
    /// servers, and what a newer one writes an older server may not understand.
    /// </summary>
    /// <exception cref="DatabaseSetupException">There is none.</exception>
    public static async Task<PostgresTool> FindAsync(string name, int majorMin, PostgresSearch search, CancellationToken ct)
    {
        var folders = search
            .Path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Prepend(search.Folder)
            .OfType<string>()
            .Concat(search.DistributionFolders.SelectMany(FolderPattern.Expand));
        var found = new List<PostgresTool>();
        foreach (var file in folders.Select(folder => PathOf(folder, name)).Where(System.IO.File.Exists).Distinct())
        {
            var answer = await ChildProcess.RunAsync(file, ["--version"], ct: ct);
            if (answer.Succeeded && PrintedVersion().Match(answer.Output) is { Success: true } printed)
            {
                found.Add(new PostgresTool(file, printed.Groups[1].Value));
            }
        }

        return found.Where(tool => tool.Major >= majorMin).MinBy(tool => tool.Major) ?? throw NotFound(name, majorMin, found);
    }

    /// <summary>Runs it to its end.</summary>
    /// <param name="server">An open connection to the server; null where the program needs none. Its password travels in the
    /// environment, which other users cannot see, never on the command line.</param>
    /// <param name="connectionString">The same server, password included.</param>
    /// <param name="arguments">What it shall do.</param>
    /// <param name="give">Writes its standard input; null: it has none.</param>
    /// <param name="take">Reads its standard output; null: it is dropped.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="DatabaseSetupException">It failed; its last words are in the message.</exception>
    public async Task RunAsync(
        NpgsqlConnection? server,
        string? connectionString,
        IEnumerable<string> arguments,
        Func<Stream, CancellationToken, Task>? give,
        Func<Stream, CancellationToken, Task>? take,
        CancellationToken ct
    )
    {
        var start = new ProcessStartInfo(File, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        SetEnvironment(start.Environment, server, connectionString);
        using var process = Process.Start(start)!;
        var said = LastLinesAsync(process.StandardError);
        try
        {
            var given = GiveAsync(process.StandardInput.BaseStream, give, ct);
            await (
                take is null ? process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, ct) : take(process.StandardOutput.BaseStream, ct)
            );
            await given;
            await process.WaitForExitAsync(ct);
        }
        catch
        {
            // Whoever reads or writes gave up: what is left undone is not waited for.
            process.Kill(entireProcessTree: true);
            throw;
        }

        if (process.ExitCode != 0)
        {
            throw new DatabaseSetupException(
                "SP-BACKUP-102",
                ($"{Path.GetFileName(File)} {Version} failed.", $"{Path.GetFileName(File)} {Version} 运行失败。"),
                ("Its last words:", "它最后的输出："),
                await said
            );
        }
    }

    private static async Task GiveAsync(Stream input, Func<Stream, CancellationToken, Task>? give, CancellationToken ct)
    {
        try
        {
            await using (input)
            {
                await (give?.Invoke(input, ct) ?? Task.CompletedTask);
            }
        }
        catch (IOException)
        {
            // It had enough, or ended with an error, which its exit code tells.
        }
    }

    private static async Task<string> LastLinesAsync(StreamReader errors)
    {
        var lines = new Queue<string>();
        while (await errors.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
            if (lines.Count > ErrorLinesMax)
            {
                lines.Dequeue();
            }
        }

        return string.Join('\n', lines);
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, NpgsqlConnection? server, string? connectionString)
    {
        foreach (var name in environment.Keys.Where(IsOfAnotherServer).ToList())
        {
            environment.Remove(name);
        }

        environment["LC_ALL"] = "C";
        environment.Remove("LANGUAGE");
        if (server is null)
        {
            return;
        }

        var given = new NpgsqlConnectionStringBuilder(connectionString);
        // Of several hosts the one that this connection chose.
        Set("PGHOST", server.Host);
        Set("PGPORT", server.Port.ToString(CultureInfo.InvariantCulture));
        Set("PGUSER", given.Username);
        Set("PGDATABASE", server.Database);
        Set("PGPASSWORD", given.Password);
        Set("PGPASSFILE", given.Passfile);
        Set("PGSSLMODE", SslMode(given.SslMode));
        Set("PGSSLROOTCERT", given.RootCertificate);
        Set("PGSSLCERT", given.SslCertificate);
        Set("PGSSLKEY", given.SslKey);
        Set("PGAPPNAME", "societyparty");
        // A statement of a dump takes as long as its table.
        Set("PGOPTIONS", "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0");

        void Set(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                environment[name] = value;
            }
        }
    }

    private static bool IsOfAnotherServer(string name) =>
        name.StartsWith("PG", StringComparison.Ordinal)
        && !name.StartsWith("PGSSL", StringComparison.Ordinal)
        && !KeptVariables.Contains(name);

    private static string SslMode(SslMode mode) =>
        mode switch
        {
            Npgsql.SslMode.Disable => "disable",
            Npgsql.SslMode.Allow => "allow",
            Npgsql.SslMode.Require => "require",
            Npgsql.SslMode.VerifyCA => "verify-ca",
            Npgsql.SslMode.VerifyFull => "verify-full",
            _ => "prefer",
        };

    private static DatabaseSetupException NotFound(string name, int majorMin, List<PostgresTool> found)
    {
        var old = string.Join(", ", found.Select(tool => $"{tool.File} ({tool.Version})").Distinct());
        return new DatabaseSetupException(
            "SP-BACKUP-101",
            (
                $"PostgreSQL's program {name} of version {majorMin} or later was not found{(old.Length > 0 ? $"; too old: {old}" : "")}.",
                $"没有找到 PostgreSQL {majorMin} 或更高版本的程序 {name}{(old.Length > 0 ? $"；版本过低的有 {old}" : "")}。"
            ),
            (
                $"Run `{Installation(majorMin)}`, or set {PostgresSearch.FolderVariable} to the folder that holds it.",
                $"请运行 {Installation(majorMin)} 安装，或者把环境变量 {PostgresSearch.FolderVariable} 设为它所在的文件夹。"
            )
        );
    }

    private static string Installation(int major) =>
        OperatingSystem.IsMacOS() ? $"brew install postgresql@{major}"
        : OperatingSystem.IsWindows() ? $"winget install PostgreSQL.PostgreSQL.{major}"
        : $"apt-get install postgresql-client-{major}";

    private static string PathOf(string folder, string name) => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\(PostgreSQL\) ([0-9]+[0-9a-z.]*)")]
    private static partial Regex PrintedVersion();
}
