using System.Security.Cryptography;
using System.Text;

namespace SocietyParty.Schema.Database;

/// <summary>initdb, made so that a kill at any moment leaves either no cluster or a whole one.</summary>
internal sealed class ClusterCreation(ClusterServer server, string folder, PrivateClusterOptions options)
{
    private const string DraftPrefix = "initdb-";

    // Collation "C" sorts the same everywhere. The character type must know Chinese letters, or pg_trgm finds none in them;
    // "C.UTF-8" does on Linux, the others on macOS and Windows; plain "C" is the last resort.
    private static readonly string[] CharacterTypes = ["C.UTF-8", "en_US.UTF-8", "en-US", "C"];

    private const string PasswordFileName = "password";

    private string PasswordFile => Path.Combine(folder, PasswordFileName);

    /// <summary>Whether a cluster was made whole in the folder.</summary>
    public static bool IsMade(string folder) => Directory.Exists(Path.Combine(folder, "server", "data"));

    /// <summary>Creates the cluster unless it is there, and returns the superuser's password.</summary>
    public async Task<string> EnsureAsync(IStartupProgress progress, CancellationToken ct)
    {
        RemoveDrafts();
        if (Directory.Exists(server.Data))
        {
            return ReadPassword(folder);
        }

        progress.Step(
            (
                $"Creating a private PostgreSQL {server.Binaries.Major} cluster in {folder}",
                $"正在“{folder}”中建立自带的数据库（PostgreSQL {server.Binaries.Major}）"
            )
        );
        var password = WritePassword();
        await server.Account.OwnAsync(PasswordFile, ct);

        var draft = Path.Combine(server.Folder, DraftPrefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)));
        await InitialiseAsync(draft, ct);
        File.WriteAllText(
            Path.Combine(draft, "pg_hba.conf"),
            "# Written by SocietyParty.Graph: passwords only, loopback only.\nhost all all 127.0.0.1/32 scram-sha-256\n"
        );
        // The rename is the mark of success: no draft ever bears the final name.
        Directory.Move(draft, server.Data);
        return password;
    }

    private async Task InitialiseAsync(string draft, CancellationToken ct)
    {
        var said = "";
        foreach (var characterType in CharacterTypes)
        {
            List<string> arguments =
            [
                "-D",
                draft,
                "-U",
                PrivateCluster.UserName,
                "--pwfile",
                PasswordFile,
                "--auth-host=scram-sha-256",
                "--auth-local=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                $"--lc-ctype={characterType}",
            ];
            if (!options.Durable)
            {
                arguments.Add("--no-sync");
            }

            var result = await server.Account.RunAsync(server.Binaries.Program("initdb"), arguments, server.Folder, ct: ct);
            if (result.Succeeded)
            {
                return;
            }

            said = result.Output;
            if (!said.Contains("invalid locale", StringComparison.Ordinal))
            {
                break;
            }
        }

        throw new DatabaseSetupException(
            "SP-CLUSTER-301",
            ($"The private cluster could not be created in {folder}.", $"无法在“{folder}”中建立自带的数据库。"),
            (
                $"Mend what initdb says below, or set {PostgresSearch.FolderVariable} to another PostgreSQL.",
                $"请按下面 initdb 的提示解决，或者用环境变量 {PostgresSearch.FolderVariable} 指定另一个 PostgreSQL。"
            ),
            string.Join('\n', said.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(10))
        );
    }

    private void RemoveDrafts()
    {
        foreach (var draft in Directory.EnumerateDirectories(server.Folder, DraftPrefix + "*"))
        {
            try
            {
                Directory.Delete(draft, recursive: true);
            }
            catch (IOException)
            {
                // A bootstrap process of the killed initdb is still writing there; the next start removes it.
            }
        }
    }

    /// <exception cref="DatabaseSetupException">The file is gone.</exception>
    internal static string ReadPassword(string folder)
    {
        var file = Path.Combine(folder, PasswordFileName);
        if (File.Exists(file))
        {
            return File.ReadAllText(file).Trim();
        }

        throw new DatabaseSetupException(
            "SP-CLUSTER-304",
            (
                $"The data folder {folder} holds a cluster but not its file `password`.",
                $"数据文件夹“{folder}”中有数据库，但没有密码文件 password。"
            ),
            ("Restore that file from a backup, or choose another folder with --data.", "请从备份恢复该文件，或者用 --data 换一个文件夹。")
        );
    }

    private string WritePassword()
    {
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var draft = PasswordFile + ".new";
        File.Delete(draft);
        var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        // Given at creation, not after: there is no moment in which another user could read it.
        if (!OperatingSystem.IsWindows())
        {
            creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, creation))
        {
            stream.Write(Encoding.ASCII.GetBytes(password));
        }

        File.Move(draft, PasswordFile, overwrite: true);
        return password;
    }
}
