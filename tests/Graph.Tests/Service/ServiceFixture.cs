using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Service.Http;
using SocietyParty.Service.Queries;

namespace SocietyParty.Graph.Tests.Service;

/// <summary>The service on a real socket over the sample, once for all tests that only read.</summary>
public class ServiceFixture : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client { get; private set; } = null!;

    public QueryPipeline Pipeline => app!.Services.GetRequiredService<QueryPipeline>();

    public async Task InitializeAsync()
    {
        app = WebHost.Build(await GraphAsync(), "http://127.0.0.1:0");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    /// <summary>POSTs a query and gives the whole response.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        using var response = await Client.PostAsJsonAsync("/graphql", new { query, variables });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The response's data; fails where there are errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ValueKind == JsonValueKind.Undefined ? "" : errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Connection string of the database that the service reads.</summary>
    private protected virtual Task<string> GraphAsync() => SampleDatabase.ConnectionStringAsync();

    /// <summary>The response's errors; fails where there are none.</summary>
    public async Task<JsonElement[]> ErrorsAsync(string query, object? variables = null)
    {
        var answer = await AskAsync(query, variables);
        answer.TryGetProperty("errors", out var errors).ShouldBeTrue(answer.ToString());
        return [.. errors.EnumerateArray()];
    }
}

[CollectionDefinition(Name)]
public sealed class ServiceCollection : ICollectionFixture<ServiceFixture>
{
    public const string Name = "service";
}
