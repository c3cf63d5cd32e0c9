using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>Which of several pg_dump is taken.</summary>
public sealed class PostgresToolTests
{
    [Theory]
    [InlineData(15, "15.2")]
    [InlineData(16, "16.1")]
    // The lowest that is new enough: what a newer one writes an older server may not understand.
    [InlineData(17, "18.0")]
    public async Task The_lowest_version_that_is_new_enough_is_taken(int major, string version)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var search = new PostgresSearch
        {
            Folder = Made(folder, "18.0"),
            Path = string.Join(Path.PathSeparator, Made(folder, "14.9"), folder.Below("none"), Made(folder, "16.1")),
            DistributionFolders = [Path.Combine(folder.Path, "15*")],
        };
        Made(folder, "15.2");
        (await PostgresTool.FindAsync("pg_dump", major, search, default)).Version.ShouldBe(version);
    }

    [Fact]
    public async Task Where_all_are_too_old_they_are_named_with_what_to_install()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var search = new PostgresSearch { Path = Made(folder, "14.9") };
        var missing = await Should.ThrowAsync<DatabaseSetupException>(() => PostgresTool.FindAsync("pg_dump", 15, search, default));
        missing.Code.ShouldBe("SP-BACKUP-101");
        missing.Message.ShouldContain("14.9");
        if (OperatingSystem.IsLinux())
        {
            missing.Message.ShouldContain("apt-get install postgresql-client-15");
            missing.ChineseMessage.ShouldContain("apt-get install postgresql-client-15");
        }
    }

    private static string Made(TemporaryFolder folder, string version)
    {
        var made = folder.Below(version);
        Directory.CreateDirectory(made);
        var file = Path.Combine(made, "pg_dump");
        File.WriteAllText(file, $"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version} (Debian {version}-1)'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return made;
    }
}
