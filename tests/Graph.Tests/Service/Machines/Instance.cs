using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Graph.Tests.Service.Start;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>One process of several that serve the same database, asked as a proxy asks it: by the host that clients see.</summary>
internal sealed class Instance : IAsyncDisposable
{
    /// <summary>The host in front of all instances; on this machine, so that cookies need no TLS.</summary>
    private const string Host = "127.0.0.1:8080";

    private readonly ServiceProcess process;

    private Instance(ServiceProcess process)
    {
        this.process = process;
        // Cookies and redirects are the test's own business.
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(process.Address),
            Timeout = OpenService.Patience,
        };
        Client.DefaultRequestHeaders.Host = Host;
    }

    public HttpClient Client { get; }

    public Uri Address => Client.BaseAddress!;

    public string Output => process.Output;

    /// <summary>What a page of the service sends with what changes something.</summary>
    private static (string Name, string Value) Own => ("Origin", "http://" + Host);

    public static async Task<Instance> StartAsync(string graph, params (string Name, string Value)[] settings)
    {
        var environment = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        environment["ConnectionStrings__Graph"] = graph;
        var process = ServiceProcess.Start(["--urls", ServiceProcess.AnyAddress], environment);
        try
        {
            await process.ReadyAsync();
            return new Instance(process);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync() => process.KillAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await process.DisposeAsync();
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers.Append(Own))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<HttpResponseMessage> SignInAsync(string name, string password) =>
        SendAsync(
            HttpMethod.Post,
            "/sign-in",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["name"] = name,
                    ["password"] = password,
                    ["to"] = "/",
                }
            )
        );

    /// <summary>The whole response as text.</summary>
    public async Task<string> AskAsync(string query, object? variables, params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(HttpMethod.Post, "/graphql", JsonContent.Create(new { query, variables }), headers);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The response's data; fails where there are errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables, params (string Name, string Value)[] headers)
    {
        var answer = JsonSerializer.Deserialize<JsonElement>(await AskAsync(query, variables, headers));
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Opens an event stream; the service listens when this returns.</summary>
    public async Task<EventStreamClient> StreamAsync(string query, (string Name, string Value) who)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.TryAddWithoutValidation(who.Name, who.Value);
        request.Headers.TryAddWithoutValidation(Own.Name, Own.Value);
        return await EventStreamClient.OpenAsync(await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead));
    }
}
