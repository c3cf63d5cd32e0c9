using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Service.Http;
using SocietyParty.Service.Http.Subscriptions;
using SocietyParty.Service.Options;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Http.Subscriptions;

/// <summary>A service on a real socket over a copy of the sample that its test may change.</summary>
internal sealed class OpenService : IAsyncDisposable
{
    /// <summary>A bound for what must happen, never a measure.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly WebApplication app;

    private OpenService(WebApplication app, string graph)
    {
        this.app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient { BaseAddress = Address, Timeout = Patience };
        Database = NpgsqlDataSource.Create(graph);
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public NpgsqlDataSource Database { get; }

    public SubscriptionHub Hub => app.Services.GetRequiredService<SubscriptionHub>();

    public OpenConnections Connections => app.Services.GetRequiredService<OpenConnections>();

    public static async Task<OpenService> StartAsync(TransportLimits? transport = null, ServiceOptions? options = null)
    {
        options ??= new ServiceOptions();
        var graph = await SampleDatabase.NewAsync();
        var app = WebHost.Build(graph, "http://127.0.0.1:0", options: options with { Transport = transport ?? options.Transport });
        await app.StartAsync();
        return new OpenService(app, graph);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The identity of a row as clients see it.</summary>
    public async Task<string> IdAsync(string type, string sql) => GlobalId.Format(type, await ScalarAsync<long>(sql));

    public Task<SocketClient> SocketAsync() => SocketClient.ConnectAsync(Address);

    /// <summary>Sends an operation that is answered by an event stream; the headers have come when this returns.</summary>
    public async Task<EventStreamClient> StreamAsync(string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return await EventStreamClient.OpenAsync(await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }
}
