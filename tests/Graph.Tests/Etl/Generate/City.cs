using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Generate;

/// <summary>A generated city of 150 societies, loaded: once for all tests that only read.</summary>
internal static class City
{
    public static readonly GenerateOptions Options = new(GenerateOptions.DefaultSocieties(Profile.City), Seed: 7, Profile.City);

    private static readonly Lazy<Task<string>> Shared = new(FillAsync);

    public static Task<string> ConnectionStringAsync() => Shared.Value;

    /// <summary>A migrated database of the caller's own without a row in the graph.</summary>
    public static async Task<NpgsqlDataSource> EmptyAsync() => NpgsqlDataSource.Create(await NewAsync());

    /// <summary>The same as a connection string.</summary>
    public static async Task<string> NewAsync() =>
        await TestCluster.NewDatabaseAsync(await TestCluster.TemplateAsync("generate_template", async connectionString =>
            {
                await using var source = NpgsqlDataSource.Create(connectionString);
                await new MigrationRunner(source).RunAsync();
                (await RuleSetLoader.LoadAsync(source, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
            }));

    private static async Task<string> FillAsync()
    {
        var connectionString = await NewAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        (await GraphGenerator.RunAsync(source, Options)).Problem.ShouldBeNull();
        // Every check of a load holds, or the load would have been refused.
        var report = await LoadPipeline.RunAsync(source, new LoadOptions(GenerateOptions.Last, From: new(2026, 1, 1)));
        report.Problem.ShouldBeNull(report.Problem?.Check?.Describe());
        return connectionString;
    }
}
