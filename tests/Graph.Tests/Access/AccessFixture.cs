using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Service.Options;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// A generated city whose committees are each somebody's. What is not the first one's, by the foreign keys alone and without a look at
/// any policy, has <see cref="Marker"/> in every text that takes it.
/// </summary>
public sealed class AccessFixture : IAsyncLifetime
{
    public const string Marker = "别家";

    private ServiceHost host = null!;
    private HttpClient Client { get; set; } = null!;

    public NpgsqlDataSource Database { get; private set; } = null!;

    public string ConnectionString { get; private set; } = null!;

    /// <summary>The same city once more, which no service serves.</summary>
    public string Copy { get; private set; } = null!;

    /// <summary>And once more, for a test that writes.</summary>
    public string Spare { get; private set; } = null!;

    /// <summary>No limit shall keep a question from being asked.</summary>
    public ServiceOptions Options { get; } =
        new() { Cost = new(1_000_000_000, 1_000_000_000, 1_000_000_000), Query = new QueryLimits(DepthMax: 30) };

    /// <summary>A committee below the city's: whose administrator asks.</summary>
    public long Committee { get; private set; }

    public Uri Address => host.Address;

    /// <summary>Columns that hold the marker.</summary>
    public IReadOnlyList<string> Marked { get; private set; } = [];

    public async Task InitializeAsync()
    {
        ConnectionString = await City.NewAsync();
        Database = NpgsqlDataSource.Create(ConnectionString);
        (await GraphGenerator.RunAsync(Database, City.Options)).Problem.ShouldBeNull();
        Committee = await ScalarAsync<long>("SELECT min(committee_id) FROM graph.committee_parent");
        await using var connection = await Database.OpenConnectionAsync();
        Marked = [.. await connection.QueryAsync<string>(Marking.Mark, new { committee = Committee })];
        await connection.CloseAsync();
        // Before a service is connected to it: a database that is copied is nobody's.
        Database.Clear();
        Copy = await TestCluster.NewDatabaseAsync(new NpgsqlConnectionStringBuilder(ConnectionString).Database!);
        Spare = await TestCluster.NewDatabaseAsync(new NpgsqlConnectionStringBuilder(Copy).Database!);
        // What is marked in the graph is marked in the star.
        await LoadAsync(ConnectionString);
        host = await ServiceHost.StartAsync(ConnectionString, Options, new HeaderAccess());
        Client = new HttpClient { BaseAddress = host.Address };
    }

    /// <summary>Loads the star of one of the two.</summary>
    public static async Task LoadAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var report = await LoadPipeline.RunAsync(source, new LoadOptions(GenerateOptions.Last, From: new(2026, 1, 1)));
        report.Problem.ShouldBeNull(report.Problem?.Check?.Describe());
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await host.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>The answer's bytes.</summary>
    /// <param name="access">As <see cref="HeaderAccess"/> reads it; null: may do everything.</param>
    public async Task<string> TextAsync(string? access, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        return await SendAsync(request, access);
    }

    public async Task<string> GetAsync(string? access, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await SendAsync(request, access);
    }

    public async Task<JsonElement> AskAsync(string? access, string query, object? variables = null) =>
        JsonDocument.Parse(await TextAsync(access, query, variables)).RootElement;

    public async Task<JsonElement> DataAsync(string? access, string query, object? variables = null)
    {
        var answer = await AskAsync(access, query, variables);
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        return answer.GetProperty("data");
    }

    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    private async Task<string> SendAsync(HttpRequestMessage request, string? access)
    {
        if (access is not null)
        {
            request.Headers.Add(HeaderAccess.Name, access);
        }

        using var response = await Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class AccessCollection : ICollectionFixture<AccessFixture>
{
    public const string Name = "access";
}

/// <summary>A city of their own for tests that write, one after the other, each rows of its own.</summary>
[CollectionDefinition(Name)]
public sealed class AccessWritesCollection : ICollectionFixture<AccessFixture>
{
    public const string Name = "access writes";
}
