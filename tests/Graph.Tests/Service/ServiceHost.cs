using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Graph.Tests.Service;

/// <summary>The service on a real socket over a database of the caller's choice.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private ServiceHost(WebApplication app)
    {
        this.app = app;
        client = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public Uri Address => client.BaseAddress!;

    public QueryPipeline Pipeline => app.Services.GetRequiredService<QueryPipeline>();

    public static async Task<ServiceHost> StartAsync(string connectionString, ServiceOptions? options = null, IAccessSource? access = null)
    {
        var app = WebHost.Build(connectionString, "http://127.0.0.1:0", options: options, with: services => Place(services, access));
        await app.StartAsync();
        return new ServiceHost(app);
    }

    private static void Place(IServiceCollection services, IAccessSource? access)
    {
        if (access is not null)
        {
            services.AddSingleton(access);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    /// <param name="actor">Who asks, for the record of changes; null for nobody in particular.</param>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, string? actor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (actor is not null)
        {
            request.Headers.Add(ActorHeader.Name, Uri.EscapeDataString(actor));
        }

        using var response = await client.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The response's data; fails where there are errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        answer
            .TryGetProperty("errors", out var errors)
            .ShouldBeFalse(errors.ValueKind == JsonValueKind.Undefined ? "" : $"{query}\n{errors}");
        return answer.GetProperty("data");
    }
}
