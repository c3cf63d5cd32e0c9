using System.Globalization;

namespace SocietyParty.Schema.Database;

/// <summary>
/// A cluster of a newer PostgreSQL, made beside the old one, takes its place. From the moment that its mark stands the replacement is
/// finished, by the next start where this one is killed; before that moment nothing has happened.
/// </summary>
public static class ClusterReplacement
{
    private const string FolderName = "upgrade";
    private const string ServerName = "server";

    /// <summary>A data folder of its own in which the new cluster is made.</summary>
    public static string DraftOf(string dataFolder) => Path.Combine(dataFolder, FolderName, "new");

    /// <summary>Where the backup between the two lies meanwhile.</summary>
    public static string BackupOf(string dataFolder) => Path.Combine(dataFolder, FolderName, "between.zip");

    /// <summary>Where the old cluster goes.</summary>
    public static string KeptOf(string dataFolder, int major) =>
        Path.Combine(dataFolder, string.Create(CultureInfo.InvariantCulture, $"{ServerName}-{major}"));

    /// <summary>The major version of the folder's cluster; null while there is none.</summary>
    public static int? MajorOf(string dataFolder)
    {
        var file = Path.Combine(dataFolder, ServerName, "data", "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var major) ? major : null;
    }

    /// <summary>Makes the empty draft; what an upgrade left that did not come so far is removed.</summary>
    public static void Begin(string dataFolder)
    {
        Forget(dataFolder);
        DataFolder.CreateClosed(Path.Combine(dataFolder, FolderName));
        DataFolder.LetServerPass(Path.Combine(dataFolder, FolderName));
    }

    /// <summary>Removes the draft, unless its mark stands.</summary>
    public static void Forget(string dataFolder)
    {
        if (!File.Exists(MarkOf(dataFolder)) && Directory.Exists(Path.Combine(dataFolder, FolderName)))
        {
            Directory.Delete(Path.Combine(dataFolder, FolderName), recursive: true);
        }
    }

    /// <summary>Sets the mark and replaces. Both servers are stopped.</summary>
    /// <exception cref="DataFolderInUseException">Somebody has started the old one meanwhile; nothing has happened.</exception>
    public static void Replace(string dataFolder, int oldMajor)
    {
        using var held = DataFolderLock.Take(dataFolder);
        var draft = MarkOf(dataFolder) + ".new";
        File.WriteAllText(draft, oldMajor.ToString(CultureInfo.InvariantCulture));
        File.Move(draft, MarkOf(dataFolder));
        Finish(dataFolder);
    }

    /// <summary>Goes on with a replacement whose mark stands; each of its steps can be met again.</summary>
    internal static void Finish(string dataFolder)
    {
        if (!File.Exists(MarkOf(dataFolder)))
        {
            return;
        }

        var major = int.Parse(File.ReadAllText(MarkOf(dataFolder)), CultureInfo.InvariantCulture);
        var made = Path.Combine(DraftOf(dataFolder), ServerName);
        var server = Path.Combine(dataFolder, ServerName);
        if (Directory.Exists(made))
        {
            if (Directory.Exists(server))
            {
                Directory.Move(server, KeptOf(dataFolder, major));
            }

            Directory.Move(made, server);
        }

        File.Delete(MarkOf(dataFolder));
        Forget(dataFolder);
    }

    private static string MarkOf(string dataFolder) => Path.Combine(dataFolder, FolderName, "ready");
}
