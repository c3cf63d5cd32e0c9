using Npgsql;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Sample;

/// <summary>The real list of Chongqing, imported and loaded as of a fixed day: once for all tests that only read.</summary>
internal static class SampleDatabase
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    private static readonly Lazy<Task<string>> Shared = new(NewAsync);

    /// <summary>One database for everybody; nobody writes to it.</summary>
    public static Task<string> ConnectionStringAsync() => Shared.Value;

    /// <summary>A database of the caller's own.</summary>
    public static async Task<string> NewAsync() => await TestCluster.NewDatabaseAsync(await TestCluster.TemplateAsync("sample", FillAsync));

    /// <summary>Migrates an empty database and fills it.</summary>
    public static async Task FillAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await new MigrationRunner(source).RunAsync();
        (await RuleSetLoader.LoadAsync(source, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
        (await RosterImporter.ImportAsync(source, Samples.Chongqing2022())).Problems.ShouldBeEmpty();
        (await LoadPipeline.RunAsync(source, new LoadOptions(AsOf))).Problem.ShouldBeNull();
    }
}
