using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Service.Http;
using SocietyParty.Service.Start;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>The warm-up goes the way of a reader and a writer, and leaves no row and no failure behind.</summary>
public sealed class WarmUpTests
{
    [Fact]
    public async Task It_goes_as_far_as_the_record_of_changes_and_leaves_nothing()
    {
        var graph = await SampleDatabase.NewAsync();
        await using var app = WebHost.Build(graph, "http://127.0.0.1:0");
        await WarmUp.RunAsync(app.Services, CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(graph);
        // A row was numbered, so it was written; none is there, so it was taken back.
        (await AskAsync(source, "SELECT is_called FROM graph.change_id_seq")).ShouldBe(true);
        (await AskAsync(source, "SELECT count(*) FROM graph.change")).ShouldBe(0L);
        (await AskAsync(source, "SELECT count(*) FROM graph.branch WHERE version <> 1")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_service_that_only_reads_is_not_written_to()
    {
        var graph = await SampleDatabase.NewAsync();
        await using var app = WebHost.Build(graph, "http://127.0.0.1:0", null, new() { Switches = new(Mutations: false) });
        await WarmUp.RunAsync(app.Services, CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(graph);
        (await AskAsync(source, "SELECT is_called FROM graph.change_id_seq")).ShouldBe(false);
    }

    [Fact]
    public async Task A_database_that_went_away_ends_nothing()
    {
        const string nowhere = "Host=127.0.0.1;Port=1;Username=a;Password=b;Database=c";
        await using var app = WebHost.Build(nowhere, "http://127.0.0.1:0");
        await WarmUp.RunAsync(app.Services, CancellationToken.None);
    }

    [Fact]
    public async Task A_service_that_stops_ends_it()
    {
        await using var app = WebHost.Build(await SampleDatabase.ConnectionStringAsync(), "http://127.0.0.1:0");
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await WarmUp.RunAsync(app.Services, stopped.Token);
    }

    private static async Task<object?> AskAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
