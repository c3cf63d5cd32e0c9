using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocietyParty.Bench.Cli;
using SocietyParty.Etl.Cli;
using Spectre.Console;

namespace SocietyParty.Bench.Database;

/// <summary>A generated and loaded graph to measure on.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private const string SmallName = "small";

    private readonly GraphDatabase? owned;

    private BenchDatabase(string connectionString, GraphDatabase? owned)
    {
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
        this.owned = owned;
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>The database of <c>--connection</c> as it is, else the private cluster's, filled if need be.</summary>
    public static async Task<BenchDatabase> OpenNationAsync(BenchOptions options, CancellationToken ct)
    {
        if (options.Connection is { } given)
            return await CheckedAsync(new BenchDatabase(given, null), ct);
        var graph = await ConsoleProgress.RunAsync(Terminal.Error, progress => GraphDatabase.OpenAsync(null, options.DataFolder, progress, ct: ct));
        var nation = new BenchDatabase(graph.ConnectionString, graph);
        await nation.FillAsync(BenchOptions.NationSocieties, options.Seed, ct);
        return nation;
    }

    /// <summary>A tenth of the nation; null where <c>--connection</c> is given without one, since that server is only read.</summary>
    public static async Task<BenchDatabase?> OpenSmallAsync(BenchOptions options, BenchDatabase nation, CancellationToken ct)
    {
        if (options.SmallConnection is { } given)
            return await CheckedAsync(new BenchDatabase(given, null), ct);
        if (options.Connection is not null)
            return null;
        await CreateAsync(nation, ct);
        var connection = new NpgsqlConnectionStringBuilder(nation.ConnectionString) { Database = SmallName }.ConnectionString;
        var graph = await ConsoleProgress.RunAsync(Terminal.Error, progress => GraphDatabase.OpenAsync(connection, null, progress, ct: ct));
        var small = new BenchDatabase(connection, graph);
        await small.FillAsync(BenchOptions.SmallSocieties, options.Seed, ct);
        return small;
    }

    public async Task<long> SocietiesAsync(CancellationToken ct) => (long)(await ScalarAsync("SELECT count(*) FROM graph.society", ct))!;

    public async Task<string> VersionAsync(CancellationToken ct) => (string)(await ScalarAsync("SHOW server_version", ct))!;

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (owned is not null) await owned.DisposeAsync();
    }

    private static async Task CreateAsync(BenchDatabase nation, CancellationToken ct)
    {
        if (await nation.ScalarAsync($"SELECT 1 FROM pg_database WHERE datname = '{SmallName}'", ct) is null)
            await nation.ScalarAsync($"CREATE DATABASE {SmallName}", ct);
    }

    private static async Task<BenchDatabase> CheckedAsync(BenchDatabase database, CancellationToken ct)
    {
        if (!await database.IsLoadedAsync(ct))
            throw new BenchException("SP-BENCH-202", "The database of --connection has no loaded warehouse. Fill it with `etl generate` and `etl load`.");
        return database;
    }

    private async Task FillAsync(int societies, int seed, CancellationToken ct)
    {
        var there = await SocietiesAsync(ct);
        if (there == 0)
            await EtlAsync(["generate", "--societies", Text(societies), "--seed", Text(seed)], ct);
        else if (there != societies)
            throw new BenchException("SP-BENCH-203", $"The database holds {there} societies instead of {societies}. Choose another folder with --data.");
        if (!await IsLoadedAsync(ct))
            await EtlAsync(["load"], ct);
        await ScalarAsync("VACUUM (ANALYZE)", ct);
    }

    private async Task<bool> IsLoadedAsync(CancellationToken ct) => (bool)(await ScalarAsync("SELECT EXISTS (SELECT FROM dw.fct_coverage_monthly)", ct))!;

    // As a user fills it; the connection string goes by the environment, because arguments can be seen by everybody.
    private async Task EtlAsync(IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SocietyParty.Etl.dll"), .. arguments]);
        start.Environment["ConnectionStrings__Graph"] = ConnectionString;
        using var etl = Process.Start(start)!;
        await etl.WaitForExitAsync(ct);
        if (etl.ExitCode != 0)
            throw new BenchException("SP-BENCH-204", $"`etl {string.Join(' ', arguments)}` failed.");
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken ct)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync(ct);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
