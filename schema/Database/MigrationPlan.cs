namespace SocietyParty.Schema.Database;

/// <summary>Compares the program's files with what a database has recorded.</summary>
internal static class MigrationPlan
{
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
                        $"{string.Join(" and ", number.Select(file => file.Path))} have the same number.",
                        "Give the newer one the next free number."
                    );
                }

                if (number.Key != expected)
                {
                    throw new DatabaseSetupException(
                        "SP-MIGRATE-103",
                        $"{area.Key} has {number.First().Path} but no number {expected:0000}.",
                        "Add the missing file or close the gap."
                    );
                }

                expected++;
            }
        }
    }

    /// <summary>The files still to apply, in order.</summary>
    public static List<MigrationFile> Pending(IReadOnlyList<MigrationFile> files, IReadOnlyList<RecordedMigration> recorded)
    {
        var areas = files.Select(file => file.Area).Distinct().ToList();
        return areas
            .SelectMany(area =>
                PendingIn(
                    files.Where(file => file.Area == area).OrderBy(file => file.Number).ToList(),
                    recorded.Where(row => row.Area == area).OrderBy(row => row.Number).ToList()
                )
            )
            .ToList();
    }

    private static IEnumerable<MigrationFile> PendingIn(List<MigrationFile> files, List<RecordedMigration> recorded)
    {
        if (recorded.Count > files.Count)
        {
            var unknown = recorded[files.Count];
            throw new DatabaseSetupException(
                "SP-MIGRATE-104",
                $"The database is newer than this program: it has {unknown.Path}, the program ends at number {files.Count:0000}.",
                "Run a newer version of the program."
            );
        }

        foreach (var (file, row) in files.Zip(recorded))
        {
            if (file.Number != row.Number)
            {
                throw new DatabaseSetupException(
                    "SP-MIGRATE-105",
                    $"The database has {row.Path} but not {file.Path}, which comes before it.",
                    "Restore meta.schema_version from a backup."
                );
            }

            if (file.Checksum != row.Checksum)
            {
                throw new DatabaseSetupException(
                    "SP-MIGRATE-106",
                    $"schema/{file.Path} differs from {(file.Name == row.Name ? "the file" : row.Path)} that was applied to this database.",
                    "If you run a release, install it again unchanged, or the release that made the database. "
                        + "If you develop, undo the edit: tables change in a new file with the next number, views and functions in their "
                        + "own file under views/."
                );
            }
        }

        return files.Skip(recorded.Count);
    }
}
