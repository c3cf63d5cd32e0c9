using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Audit;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Http;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>A service in which everybody signs in, on a real socket over a copy of the sample, with a clock that its test moves.</summary>
internal sealed class SignInService : IAsyncDisposable
{
    public const string ProxySecret = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;

    private SignInService(WebApplication app, string graph, FakeTimeProvider clock)
    {
        (this.app, Clock) = (app, clock);
        Graph = NpgsqlDataSource.Create(graph);
        // Cookies and redirects are the test's own business.
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
            Timeout = OpenService.Patience,
        };
    }

    public HttpClient Client { get; }

    public NpgsqlDataSource Graph { get; }

    public FakeTimeProvider Clock { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>Connections that are watched.</summary>
    public int Watched => app.Services.GetRequiredService<LiveSignIns>().Count;

    public IEnumerable<RouteEndpoint> Routes => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static async Task<SignInService> StartAsync(AccessSettings? settings = null, ServiceOptions? options = null)
    {
        var graph = await SampleDatabase.NewAsync();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var access = (settings ?? new AccessSettings()) with { Mode = AccessMode.SignIn, ProxySecret = ProxySecret };
        var app = WebHost.Build(
            graph,
            "http://127.0.0.1:0",
            options: (options ?? new ServiceOptions()) with
            {
                Access = access,
            },
            with: services => services.AddSingleton<TimeProvider>(clock)
        );
        await app.StartAsync();
        return new SignInService(app, graph, clock);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Graph.DisposeAsync();
    }

    public Task<string> TokenAsync(string name = "program", string role = "SYSTEM_ADMINISTRATOR", string? subject = null, int days = 30) =>
        TokenStore.CreateAsync(Graph, name, role, subject, days, by: "tests");

    /// <summary>A local account with its password.</summary>
    public async Task<string> AccountAsync(string name, params string[] roles)
    {
        var password = (await AccountStore.CreateAsync(Graph, name, by: "tests"))!;
        foreach (var role in roles)
        {
            await GrantStore.GrantAsync(Graph, name, role, by: "tests");
        }

        return password;
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Asks at <c>/graphql</c>.</summary>
    public Task<HttpResponseMessage> AskAsync(string query, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, "/graphql", JsonContent.Create(new { query }), headers);

    public static (string Name, string Value) Bearer(string token) => ("Authorization", $"Bearer {token}");

    /// <summary>Code of the first error.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    /// <summary>Fills in the form; gives the answer.</summary>
    public Task<HttpResponseMessage> SignInAsync(
        string name,
        string password,
        string code = "",
        string to = "/",
        params (string Name, string Value)[] headers
    ) =>
        SendAsync(
            HttpMethod.Post,
            "/sign-in",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["name"] = name,
                    ["password"] = password,
                    ["code"] = code,
                    ["to"] = to,
                }
            ),
            headers.Length > 0 ? headers : [Own]
        );

    /// <summary>As a page of the service itself sends it.</summary>
    public (string Name, string Value) Own => ("Origin", Address.GetLeftPart(UriPartial.Authority));

    /// <summary>The cookie that an answer sets, as a header of a request.</summary>
    public static (string Name, string Value) CookieOf(HttpResponseMessage response) =>
        ("Cookie", response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);

    /// <summary>Signs in, and gives the cookie.</summary>
    public async Task<(string Name, string Value)> CookieAsync(string name, string password, string code = "")
    {
        using var response = await SignInAsync(name, password, code);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.SeeOther);
        return CookieOf(response);
    }

    /// <summary>What was recorded, the newest first.</summary>
    public async Task<string[]> RecordedAsync(int count) =>
        [.. (await AuditTrail.NewestAsync(Graph, null, count)).Select(one => $"{one.Actor} {one.Action} {one.Subject}")];

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await Graph.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await Graph.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>Opens an event stream; the headers have come when this returns.</summary>
    public async Task<HttpResponseMessage> StreamAsync(string query, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
