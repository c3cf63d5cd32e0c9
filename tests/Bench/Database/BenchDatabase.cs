using Npgsql;
using SocietyParty.Bench.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Database;

/// <summary>A generated and loaded graph to measure on.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const string SmallName = "small";

    private readonly GraphDatabase? owned;

    private BenchDatabase(string connectionString, GraphDatabase? owned)
    {
        ConnectionString = connectionString;
        Source = owned?.Source ?? NpgsqlDataSource.Create(connectionString);
        this.owned = owned;
    }

    /// <summary>Password included: never print it.</summary>
    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>The database of <c>--connection</c> as it is, else the private cluster's, filled if need be.</summary>
    public static Task<BenchDatabase> OpenNationAsync(BenchOptions options, CancellationToken ct) =>
        options.Connection is { } given ? OpenGivenAsync(given, ct) : OpenOwnAsync(null, options, options.Societies, ct);

    /// <summary>A tenth of the nation; null where <c>--connection</c> is given without one, since that server is only read.</summary>
    public static async Task<BenchDatabase?> OpenSmallAsync(BenchOptions options, BenchDatabase nation, CancellationToken ct)
    {
        if (options.SmallConnection is { } given)
        {
            return await OpenGivenAsync(given, ct);
        }

        if (options.Connection is not null)
        {
            return null;
        }

        if (await nation.Source.ScalarAsync($"SELECT 1 FROM pg_database WHERE datname = '{SmallName}'", ct) is null)
        {
            await nation.Source.ScalarAsync($"CREATE DATABASE {SmallName}", ct);
        }

        var connection = new NpgsqlConnectionStringBuilder(nation.ConnectionString) { Database = SmallName }.ConnectionString;
        return await OpenOwnAsync(connection, options, options.SmallSocieties, ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
        else
        {
            await Source.DisposeAsync();
        }
    }

    private static async Task<BenchDatabase> OpenGivenAsync(string connection, CancellationToken ct)
    {
        var database = new BenchDatabase(connection, null);
        if (await database.Source.IsLoadedAsync(ct))
        {
            return database;
        }

        await database.DisposeAsync();
        throw new BenchException(
            "SP-BENCH-202",
            "The database that was given has no loaded warehouse. Fill it with `etl generate` and `etl load`."
        );
    }

    private static Task<BenchDatabase> OpenOwnAsync(string? connection, BenchOptions options, int societies, CancellationToken ct) =>
        ConsoleProgress.RunAsync(Terminal.Error, Words.English, async progress =>
        {
            // Of a server of one's own in the environment nobody said that it may be filled.
            Environment.SetEnvironmentVariable("ConnectionStrings__Graph", null);
            var graph = await GraphDatabase.OpenAsync(connection, options.DataFolder, progress, ct: ct);
            try
            {
                await NationFiller.FillAsync(graph.Source, societies, options.Seed, progress, ct);
                return new BenchDatabase(graph.ConnectionString, graph);
            }
            catch
            {
                await graph.DisposeAsync();
                throw;
            }
        });
}
