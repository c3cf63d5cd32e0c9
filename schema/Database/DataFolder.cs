namespace SocietyParty.Schema.Database;

/// <summary>
/// The folder that keeps a private cluster:
/// <c>lock</c>, <c>password</c>, <c>server/data</c>, <c>server/postgres.log</c>, <c>postgres-npm/</c>.
/// </summary>
public static class DataFolder
{
    internal const string LockName = "lock";

    /// <summary>
    /// Where data goes when nobody says. As root /var/lib/societyparty, because the unprivileged account that runs the
    /// server cannot enter /root; else the user's own folder for application data.
    /// </summary>
    public static string Default() => ServerAccount.Needed
        ? "/var/lib/societyparty"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "societyparty");

    /// <summary>Makes the folder if need be and returns its full path.</summary>
    internal static string Prepare(string folder)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            if (!Directory.Exists(full)) Create(full);
            else if (ServerAccount.Needed && IsOursOrEmpty(full)) LetOthersPass(full);
            return full;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseSetupException(
                "SP-CLUSTER-202", $"The data folder {full} cannot be made: {failure.Message}", "Choose another folder with --data.", inner: failure);
        }
    }

    private static void Create(string folder)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(folder, own);
        if (ServerAccount.Needed) LetOthersPass(folder);
    }

    private static bool IsOursOrEmpty(string folder) =>
        File.Exists(Path.Combine(folder, LockName)) || !Directory.EnumerateFileSystemEntries(folder).Any();

    /// <summary>Passing through, not listing: the server's account must reach server/data. Folders above are never touched.</summary>
    private static void LetOthersPass(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }
}
