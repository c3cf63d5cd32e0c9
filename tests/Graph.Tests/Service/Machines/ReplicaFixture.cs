using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SocietyParty.Graph.Tests.Access;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries.Replicas;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>A service that reads from two standbys of a primary.</summary>
internal sealed class ReplicaFixture : IAsyncDisposable
{
    public const string Rename =
        "mutation ($input: UpdateBranchInput!) { updateBranch(input: $input) { branch { name } errors { code message } } }";

    public const string MetricsSecret = "0123456789abcdef0123456789abcdef";

    private readonly ReplicaServers servers;
    private readonly bool isOwner;
    private readonly WebApplication app;

    private ReplicaFixture(ReplicaServers servers, bool isOwner, WebApplication app)
    {
        (this.servers, this.isOwner, this.app) = (servers, isOwner, app);
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
            Timeout = OpenService.Patience,
        };
    }

    public ReplicaServer Primary => servers.Primary;

    public ReplicaServer[] Standbys => servers.Standbys;

    public HttpClient Client { get; }

    public ReplicaSet Replicas => app.Services.GetRequiredService<ReplicaSet>();

    /// <param name="shared">Servers that stay as they are found; null: some of its own.</param>
    /// <param name="lagMs">How far a standby may be behind.</param>
    /// <param name="waitMs">How long a query waits for its client's own change.</param>
    /// <param name="metrics">What a collector shows; null: there is none.</param>
    public static async Task<ReplicaFixture> StartAsync(
        ReplicaServers? shared = null,
        int lagMs = 600_000,
        int waitMs = 300,
        string? metrics = null
    )
    {
        var servers = shared ?? await ReplicaServers.StartAsync();
        var app = WebHost.Build(
            ReplicaServer.Of(servers.Primary.Port, servers.Standbys[0].Port),
            "http://127.0.0.1:0",
            options: new ServiceOptions { Replica = new(lagMs, waitMs), Access = new(MetricsSecret: metrics) },
            replicas: [.. servers.Standbys.Select(standby => standby.ConnectionString)],
            with: services => services.AddSingleton<IAccessSource>(new HeaderAccess())
        );
        await app.StartAsync();
        var all = new ReplicaFixture(servers, shared is null, app);
        await Eventually.BeAsync(() => all.Replicas.ServingCount == 2);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        if (isOwner)
        {
            await servers.DisposeAsync();
        }
    }

    public async Task<HttpResponseMessage> SendAsync(string query, object? variables = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    public async Task<string> AskAsync(string query, object? variables = null, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(query, variables, headers);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Renames the first branch, by its present name's version, and gives what the answer says of its place.</summary>
    public async Task<(string Header, string Cookie)> RenameAsync(string name)
    {
        var (id, version) = await FirstAsync();
        using var response = await SendAsync(
            Rename,
            new
            {
                input = new
                {
                    branch = id,
                    version,
                    name,
                },
            }
        );
        (await response.Content.ReadAsStringAsync()).ShouldContain("\"errors\":[]");
        return (
            response.Headers.GetValues("X-Read-After").Single(),
            response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("sp-read-after=", StringComparison.Ordinal))
        );
    }

    /// <summary>The first branch's name, as the one who asks so sees it.</summary>
    public async Task<string> NameAsync(params (string Name, string Value)[] headers) =>
        JsonSerializer
            .Deserialize<JsonElement>(await AskAsync("{ branches(first: 1) { nodes { name } } }", null, headers))
            .GetProperty("data")
            .GetProperty("branches")
            .GetProperty("nodes")[0]
            .GetProperty("name")
            .GetString()!;

    /// <summary>The numbers, as a collector gets them.</summary>
    public async Task<string> MetricsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + MetricsSecret);
        using var response = await Client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Asked at the primary, whatever replicas there are.</summary>
    public static (string Name, string Value) AtPrimary => ("X-Read-After", "primary");

    private async Task<(string Id, int Version)> FirstAsync()
    {
        var answer = await AskAsync("{ branches(first: 1) { nodes { id version } } }", null, AtPrimary);
        var branch = JsonSerializer.Deserialize<JsonElement>(answer).GetProperty("data").GetProperty("branches").GetProperty("nodes")[0];
        return (branch.GetProperty("id").GetString()!, branch.GetProperty("version").GetInt32());
    }
}
