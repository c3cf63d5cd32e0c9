using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

public sealed class PostgresBinariesTests : IDisposable
{
    private static readonly PostgresSearch Nowhere = new();

    private readonly TemporaryFolder _temporary = new();
    private readonly HeardProgress _heard = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task With_every_way_hidden_the_error_names_the_command_that_mends_it()
    {
        var failure = await Should.ThrowAsync<DatabaseSetupException>(() => FindAsync(Nowhere));
        failure.Code.ShouldBe("SP-CLUSTER-102");
        failure.Message.ShouldContain("No PostgreSQL server of version 15 or later was found.");
        failure.Remedy.English.ShouldContain("SP_POSTGRES_BIN");
        if (OperatingSystem.IsLinux())
        {
            failure.Remedy.English.ShouldContain("apt-get install postgresql");
        }

        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_wrong_SP_POSTGRES_BIN_is_an_error_that_names_what_is_missing_there()
    {
        var folder = Install("15.1", "named");
        File.Delete(Path.Combine(folder, "initdb"));
        var other = Install("16.2", "other");

        var failure = await Should.ThrowAsync<DatabaseSetupException>(() => FindAsync(Nowhere with { Folder = folder, Path = other }));
        failure.Code.ShouldBe("SP-CLUSTER-101");
        failure.Message.ShouldContain($"SP_POSTGRES_BIN names {folder}, which cannot be used: initdb is missing there.");
    }

    [Fact]
    public async Task SP_POSTGRES_BIN_goes_before_PATH_and_PATH_before_the_distribution()
    {
        // The stand-ins are shell scripts.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var all = new PostgresSearch
        {
            Folder = Install("15.1", "named"),
            Path = Install("16.2", "path"),
            DistributionFolders = [Install("17.3", "installed")],
        };
        (await FindAsync(all)).Version.ShouldBe("15.1");
        (await FindAsync(all with { Folder = null })).Version.ShouldBe("16.2");
        (await FindAsync(all with { Folder = null, Path = "" })).Version.ShouldBe("17.3");
    }

    [Fact]
    public async Task A_link_in_PATH_leads_to_the_folder_with_all_three_programs()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Install("15.1", "real");
        var links = Directory.CreateDirectory(_temporary.Below("links")).FullName;
        File.CreateSymbolicLink(Path.Combine(links, "pg_ctl"), Path.Combine(folder, "pg_ctl"));

        (await FindAsync(Nowhere with { Path = $"{_temporary.Below("none")}:{links}" })).Folder.ShouldBe(folder);
    }

    [Fact]
    public async Task Of_the_distributions_folders_the_newest_usable_one_is_taken()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var version in new[] { "9.6.1", "14.9", "15.1", "17.2" })
        {
            Install(version, Path.Combine("postgresql", version.Split('.')[0]));
        }

        Directory.CreateDirectory(_temporary.Below("postgresql", "18", "bin"));
        var search = Nowhere with { DistributionFolders = [_temporary.Below("postgresql", "*", "bin")] };

        (await FindAsync(search)).Version.ShouldBe("17.2");
        _heard.Lines.ShouldHaveSingleItem().ShouldContain("initdb and postgres and pg_ctl are missing");
        (await FindAsync(search, major: 15)).Version.ShouldBe("15.1");
        _heard.Lines.ShouldContain(line => line.Contains("version 17.2 cannot open a data folder of version 15"));
    }

    [Fact]
    public async Task A_version_before_15_is_skipped_with_a_note()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var old = Install("14.9", "old");
        await Should.ThrowAsync<DatabaseSetupException>(() => FindAsync(Nowhere with { Path = old }));
        _heard.Lines.ShouldBe([$"Skipped {old} (PATH): version 14.9 is older than 15"]);
    }

    [Fact]
    public async Task A_server_without_the_extensions_is_skipped_with_a_note()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var bare = Install("15.1", "bare", extensions: ["btree_gist"]);
        var whole = Install("15.2", "whole");
        (await FindAsync(Nowhere with { Path = $"{bare}:{whole}" })).Folder.ShouldBe(whole);
        _heard.Lines.ShouldBe([$"Skipped {bare} (PATH): the extensions pg_trgm are not installed (package postgresql-contrib)"]);
    }

    [Fact]
    public async Task Npms_own_words_are_in_the_error_when_it_fails()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var npm = _temporary.Below("npm");
        Script(npm, "echo 'npm error code ENOTFOUND' >&2; exit 1");
        var failure = await Should.ThrowAsync<DatabaseSetupException>(() => FindAsync(Nowhere with { NpmCommand = npm }));
        failure.Message.ShouldContain("npm error code ENOTFOUND");
    }

    [Fact]
    public async Task With_npm_alone_a_cluster_runs_on_the_fetched_programs()
    {
        var machine = PostgresSearch.OfThisMachine();
        var npmAlone = machine with { Folder = null, Path = FoldersWithNpmAlone(machine), DistributionFolders = [] };
        var options = new PrivateClusterOptions { Durable = false, Search = npmAlone };
        var data = _temporary.Below("data");
        if (npmAlone.Path.Length == 0)
        {
            var failure = await Should.ThrowAsync<DatabaseSetupException>(() => PrivateCluster.StartAsync(data, options));
            failure.Message.ShouldContain("The npm client, which could fetch one, was not found either.");
            return;
        }

        await using (var first = await PrivateCluster.StartAsync(data, options, _heard))
        {
            first.Binaries.Origin.ShouldBe("npm");
            first.Binaries.Major.ShouldBe(18);
            await using var database = NpgsqlDataSource.Create(first.ConnectionString);
            await using var command = database.CreateCommand(
                "CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist; SELECT cardinality(show_trgm('科技社团党委'))"
            );
            (await command.ExecuteScalarAsync()).ShouldBe(7);
        }

        // What was fetched stays: the next start needs no npm.
        await using var second = await PrivateCluster.StartAsync(data, options with { Search = Nowhere });
        second.Binaries.Origin.ShouldBe("npm");
    }

    private Task<PostgresBinaries> FindAsync(PostgresSearch search, int? major = null) =>
        PostgresBinaries.FindAsync(search, _temporary.Below("data"), major, _heard);

    /// <summary>npm's folder holds PostgreSQL too on some machines; links elsewhere keep PostgreSQL out of sight.</summary>
    private string FoldersWithNpmAlone(PostgresSearch machine)
    {
        var npm = machine
            .Path.Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, machine.NpmCommand!))
            .FirstOrDefault(File.Exists);
        if (npm is null)
        {
            return "";
        }

        if (OperatingSystem.IsWindows())
        {
            return Path.GetDirectoryName(npm)!;
        }

        var folder = Directory.CreateDirectory(_temporary.Below("npm-alone")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "npm"), npm);
        return folder;
    }

    /// <summary>A stand-in for an installation, as Debian lays it out; returns its bin folder.</summary>
    private string Install(string version, string name, string[]? extensions = null)
    {
        var bin = Directory.CreateDirectory(_temporary.Below(name, "bin")).FullName;
        foreach (var program in new[] { "initdb", "postgres", "pg_ctl" })
        {
            Script(Path.Combine(bin, program), $"echo '{program} (PostgreSQL) {version} (Debian)'");
        }

        var share = Directory.CreateDirectory(_temporary.Below(name, "share", "postgresql", "extension")).FullName;
        foreach (var extension in extensions ?? ["btree_gist", "pg_trgm"])
        {
            File.WriteAllText(Path.Combine(share, $"{extension}.control"), "");
        }

        return bin;
    }

    private static void Script(string path, string body)
    {
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserExecute);
        }
    }
}
