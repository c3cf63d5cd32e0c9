using System.Diagnostics;
using SocietyParty.Etl.Refusals;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Backup;

/// <summary>What an upgrade did.</summary>
/// <param name="DataFolder">The data folder.</param>
/// <param name="From">Version of the server before.</param>
/// <param name="To">Version of the server now.</param>
/// <param name="Kept">Where the old cluster is, whole; to be removed when the new one has proved itself.</param>
/// <param name="Restored">What was moved, and whether all of it arrived.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record UpgradeReport(string DataFolder, string From, string To, string Kept, RestoreReport Restored, long Milliseconds);

/// <summary>
/// Moves a private cluster to a later major version of PostgreSQL: what is in it is backed up, restored into a cluster beside it, counted,
/// and takes the old one's place only if all is there. Killed at any moment, the folder has the one or the other.
/// </summary>
public static class ServerUpgrade
{
    /// <summary>Upgrades.</summary>
    /// <param name="dataFolder">The private cluster's.</param>
    /// <param name="search">Where to look for PostgreSQL's programs, those of both versions.</param>
    /// <param name="progress">Hears the steps.</param>
    /// <param name="ct">Gives up; the old cluster stays as it is.</param>
    /// <exception cref="DatabaseSetupException">What a person can mend; the old cluster stays as it is.</exception>
    public static async Task<UpgradeReport> RunAsync(
        string dataFolder,
        PostgresSearch search,
        IStartupProgress progress,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var folder = Path.GetFullPath(dataFolder);
        if (PrivateCluster.FindHolder(folder) is { } held)
        {
            throw new Refusal("SP-UPGRADE-102", [("folder", folder)], held);
        }

        var from = ClusterReplacement.MajorOf(folder) ?? throw new Refusal("SP-UPGRADE-101", [("folder", folder)]);
        var kept = ClusterReplacement.KeptOf(folder, from);
        if (Directory.Exists(kept))
        {
            throw new Refusal("SP-UPGRADE-104", [("kept", kept)]);
        }

        var newer = await PostgresBinaries.FindNewerAsync(search, folder, from, progress, ct)
            ?? throw new Refusal("SP-UPGRADE-103", [("major", from), ("variable", PostgresSearch.FolderVariable)]);
        ClusterReplacement.Begin(folder);
        try
        {
            var (before, restored) = await MoveAsync(folder, await OldAsync(search, from, ct), search, newer, progress, ct);
            if (!restored.Succeeded)
            {
                throw new Refusal("SP-UPGRADE-105", [("tables", restored.Differences.Count + restored.Audit.Faults.Count)]);
            }

            ClusterReplacement.Replace(folder, from);
            return new UpgradeReport(folder, before, newer.Version, kept, restored, watch.ElapsedMilliseconds);
        }
        finally
        {
            ClusterReplacement.Forget(folder);
        }
    }

    private static async Task<(string Before, RestoreReport Restored)> MoveAsync(
        string folder,
        PostgresSearch old,
        PostgresSearch tools,
        PostgresBinaries newer,
        IStartupProgress progress,
        CancellationToken ct
    )
    {
        var options = new PrivateClusterOptions { Search = old };
        await using var cluster = await PrivateCluster.StartAsync(folder, options, progress, ct);
        await using var graph = GraphDatabase.Of(cluster);
        var backup = ClusterReplacement.BackupOf(folder);
        await BackupWriter.RunAsync(graph, backup, withWarehouse: true, tools, progress, ct);
        var roles = await ServerRoles.ReadAsync(graph.Source, ct);
        var password = await ServerRoles.ReadPasswordAsync(graph.Source, ct);

        // By its folder: npm's copy lies in the data folder, not in the draft, which is not there afterwards.
        var draft = new PrivateClusterOptions { Search = old with { Folder = newer.Folder } };
        await using var next = await PrivateCluster.StartAsync(ClusterReplacement.DraftOf(folder), draft, progress, ct);
        await using var filled = GraphDatabase.Of(next);
        await ServerRoles.WriteAsync(filled.Source, roles, ct);
        var file = await BackupFile.OpenAsync(backup, ct);
        var restored = await Restoration.RunAsync(file, filled, filled.Source, tools, progress, ct);
        await ServerRoles.WriteAsync(filled.Source, [password], ct);
        return (cluster.Binaries.Version, restored);
    }

    // A folder that the environment names may be the new version's, in which the old one's programs are not.
    private static async Task<PostgresSearch> OldAsync(PostgresSearch search, int major, CancellationToken ct) =>
        search.Folder is { } named
        && await PostgresBinaries.FindNewerAsync(search with { Folder = named }, named, major, StartupProgress.None, ct) is not null
            ? search with
            {
                Folder = null,
            }
            : search;
}
