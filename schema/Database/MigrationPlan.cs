namespace SocietyParty.Schema.Database;

/// <summary>Compares the program's files with what a database has recorded.</summary>
internal static class MigrationPlan
{
    /// <summary>
    /// graph/0009 as 0.3.0 had it on its days: it and what follows it were written anew before they landed with 0.4.0. Such a database has
    /// tables to which no numbered file leads.
    /// </summary>
    private static readonly string[] NeverLanded =
    [
        "32f0a22152545bfbba439a19e4dd6a9fa77b77dfa28995fe54397185da448358",
        "48fe270d4752a5171d81b9aed8a8749a224d04ec0a4be1ef4cce6623049ae21e",
        "8c622ae0863e5d1d6016d2b71c6041bf1326c3c96a606a81b7b2516e19351c3e",
        "af7550751b941c952d4f93297c3a62ced91d6cc33887e53788706b61dcf324cd",
        "d6a28bced542d97ecd63a87058594f7134727f0f172fafd1dc0ae1e4ce9c7887",
    ];

    /// <summary>Each area counts 1, 2, 3 …: a gap or a repeated number is a merge gone wrong.</summary>
    public static void CheckNumbers(IReadOnlyList<MigrationFile> files)
    {
        foreach (var area in files.GroupBy(file => file.Area))
        {
            var expected = 1;
            foreach (var number in area.GroupBy(file => file.Number).OrderBy(group => group.Key))
            {
                if (number.Count() > 1)
                {
                    throw new DatabaseSetupException(
                        "SP-MIGRATE-102",
                        (
                            $"{string.Join(" and ", number.Select(file => file.Path))} have the same number.",
                            $"{string.Join("、", number.Select(file => file.Path))} 的编号相同。"
                        ),
                        ("Give the newer one the next free number.", "请给较新的文件编下一个没有用过的号。")
                    );
                }

                if (number.Key != expected)
                {
                    throw new DatabaseSetupException(
                        "SP-MIGRATE-103",
                        (
                            $"{area.Key} has {number.First().Path} but no number {expected:0000}.",
                            $"{area.Key} 中有 {number.First().Path}，但缺少 {expected:0000} 号。"
                        ),
                        ("Add the missing file or close the gap.", "请补上缺少的文件，或者重新编号。")
                    );
                }

                expected++;
            }
        }
    }

    /// <summary>What a database has that these files do not; all of it is of later versions.</summary>
    public static List<RecordedMigration> Ahead(IReadOnlyList<MigrationFile> files, IReadOnlyList<RecordedMigration> recorded) =>
        [
            .. recorded
                .Where(row => row.Number > files.Count(file => file.Area == row.Area))
                .OrderBy(row => row.Area, StringComparer.Ordinal)
                .ThenBy(row => row.Number),
        ];

    /// <summary>The files still to apply, in order; none where the database is ahead by what this program can do without.</summary>
    public static List<MigrationFile> Pending(IReadOnlyList<MigrationFile> files, IReadOnlyList<RecordedMigration> recorded)
    {
        var areas = files.Select(file => file.Area).Distinct().ToList();
        var pending = PendingIn(files, recorded, areas);
        return pending.Count > 0 && Ahead(files, recorded).FirstOrDefault() is { } unknown ? throw IsNewer(unknown, files) : pending;
    }

    private static List<MigrationFile> PendingIn(
        IReadOnlyList<MigrationFile> files,
        IReadOnlyList<RecordedMigration> recorded,
        List<string> areas
    ) =>
        areas
            .SelectMany(area =>
                PendingIn(
                    files.Where(file => file.Area == area).OrderBy(file => file.Number).ToList(),
                    recorded.Where(row => row.Area == area).OrderBy(row => row.Number).ToList()
                )
            )
            .ToList();

    private static DatabaseSetupException IsNewer(RecordedMigration unknown, IReadOnlyList<MigrationFile> files)
    {
        var last = files.Count(file => file.Area == unknown.Area);
        return new DatabaseSetupException(
            "SP-MIGRATE-104",
            (
                $"The database is newer than this program: it has {unknown.Path}, the program ends at number {last:0000}.",
                $"数据库比本程序新：数据库已有 {unknown.Path}，程序只到 {last:0000} 号。"
            ),
            ("Run a newer version of the program.", "请使用更新版本的程序。")
        );
    }

    private static IEnumerable<MigrationFile> PendingIn(List<MigrationFile> files, List<RecordedMigration> recorded)
    {
        if (recorded.Skip(files.Count).FirstOrDefault(row => !row.IsExpansion) is { } unknown)
        {
            throw IsNewer(unknown, files);
        }

        foreach (var (file, row) in files.Zip(recorded))
        {
            if (file.Number != row.Number)
            {
                throw new DatabaseSetupException(
                    "SP-MIGRATE-105",
                    (
                        $"The database has {row.Path} but not {file.Path}, which comes before it.",
                        $"数据库已有 {row.Path}，却没有在它前面的 {file.Path}。"
                    ),
                    ("Restore meta.schema_version from a backup.", "请从备份恢复表 meta.schema_version。")
                );
            }

            if (NeverLanded.Contains(row.Checksum))
            {
                throw new DatabaseSetupException(
                    "SP-MIGRATE-108",
                    (
                        "The database is too old: version 0.3.0 made it, whose tables were written anew afterwards; this program upgrades "
                            + "those of 0.1.0, of 0.2.0 and from 0.4.0 on.",
                        "数据库太旧：它由 0.3.0 版建立，该版的表结构后来重新编写过；本程序能升级 0.1.0、0.2.0 和 0.4.0 起各版的数据库。"
                    ),
                    (
                        "Go on with the version that made it, or give this one an empty database and import the lists into it again.",
                        "请继续使用建立它的版本，或者让本程序使用一个空数据库，并把名单重新导入。"
                    )
                );
            }

            if (file.Checksum != row.Checksum)
            {
                throw new DatabaseSetupException(
                    "SP-MIGRATE-106",
                    (
                        $"schema/{file.Path} differs from {(file.Name == row.Name ? "the file" : row.Path)} that was applied to this "
                            + "database.",
                        $"schema/{file.Path} 与建立这个数据库时用的{(file.Name == row.Name ? "文件" : $" {row.Path} ")}不同。"
                    ),
                    (
                        "If you run a release, install it again unchanged, or the release that made the database. "
                            + "If you develop, undo the edit: tables change in a new file with the next number, views and functions in "
                            + "their own file under views/.",
                        "请重新安装没有改动过的程序，或者建立这个数据库时用的版本。"
                    )
                );
            }
        }

        return files.Skip(recorded.Count);
    }
}
