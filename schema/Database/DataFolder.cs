namespace SocietyParty.Schema.Database;

/// <summary>
/// The folder that keeps a private cluster:
/// <c>lock</c>, <c>password</c>, <c>port</c>, <c>server/data</c>, <c>server/postgres.log</c>, <c>postgres-npm/</c>; during an upgrade of
/// PostgreSQL <c>upgrade/</c>, after it <c>server-15/</c> or the like.
/// </summary>
public static class DataFolder
{
    internal const string LockName = "lock";

    /// <summary>
    /// Where data goes when nobody says. As root /var/lib/societyparty, because the unprivileged account that runs the
    /// server cannot enter /root; else the user's own folder for application data.
    /// </summary>
    public static string Default() =>
        ServerAccount.Needed
            ? "/var/lib/societyparty"
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "societyparty"
            );

    /// <summary>Makes the folder if need be. Returns its full path and, where one was looked for, the account of the server.</summary>
    internal static async Task<(string Folder, ServerAccount? Account)> PrepareAsync(string folder, CancellationToken ct)
    {
        ServerAccount? account = null;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        // Before anything is made, so that a refused start leaves nothing behind.
        if (ServerAccount.Needed && NearestExistingAbove(full) is { } above)
        {
            account = await ServerAccount.ChooseAsync(Path.Combine(full, "server"), ct);
            await account.RequireAccessAsync(
                above,
                (
                    $"Choose a folder with --data that it can reach, such as {Default()}.",
                    $"请用 --data 选一个它能进入的文件夹，例如 {Default()}。"
                ),
                ct
            );
        }

        try
        {
            if (!Directory.Exists(full))
            {
                Create(full);
            }
            else if (ServerAccount.Needed && IsOursOrEmpty(full))
            {
                LetOthersPass(full);
            }

            return (full, account);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseSetupException(
                "SP-CLUSTER-202",
                ($"The data folder {full} cannot be made: {failure.Message}", $"无法建立数据文件夹“{full}”：{failure.Message} "),
                ("Choose another folder with --data.", "请用 --data 换一个文件夹。"),
                inner: failure
            );
        }
    }

    private static string? NearestExistingAbove(string folder)
    {
        var above = Path.GetDirectoryName(folder);
        while (above is not null && !Directory.Exists(above))
        {
            above = Path.GetDirectoryName(above);
        }

        return above;
    }

    private static void Create(string folder)
    {
        CreateClosed(folder);
        LetServerPass(folder);
    }

    /// <summary>A folder that only its owner may enter, from its first moment on.</summary>
    internal static void CreateClosed(string folder)
    {
        // Folders above it that are missing too get the usual mode.
        if (Path.GetDirectoryName(folder) is { } above)
        {
            Directory.CreateDirectory(above);
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Where the server has an account of its own, it passes through a folder above its files, too.</summary>
    internal static void LetServerPass(string folder)
    {
        if (ServerAccount.Needed)
        {
            LetOthersPass(folder);
        }
    }

    private static bool IsOursOrEmpty(string folder) =>
        File.Exists(Path.Combine(folder, LockName)) || !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>Passing through, not listing: the server's account must reach server/data. Folders above are never touched.</summary>
    private static void LetOthersPass(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
