using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Runtime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocietyParty.Bench.Measure;
using SocietyParty.Bench.Queries;
using SocietyParty.Etl.Access;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;

namespace SocietyParty.Bench.Access;

/// <summary>CPU milliseconds of a request.</summary>
/// <param name="Database">In PostgreSQL.</param>
/// <param name="All">With service and client.</param>
internal sealed record AccessCost(double Database, double All)
{
    public static AccessCost Unknown { get; } = new(double.MaxValue, double.MaxValue);

    public AccessCost Least(AccessCost other) => new(Math.Min(Database, other.Database), Math.Min(All, other.All));
}

/// <param name="Free">Of whoever sees everything.</param>
/// <param name="Scoped">Of a committee's administrator.</param>
internal sealed record AccessCosts(AccessCost Free, AccessCost Scoped);

/// <summary>
/// The service in this process, and who asks it: it believes a header about who that is, or everybody signs in with a token, as over a
/// network.
/// </summary>
internal sealed class AccessMeasurement : IAsyncDisposable
{
    public const int Rounds = 25;

    // A service that has just started runs code that is not yet compiled as it will be, five times as slow: beside that
    // everything seems cheap.
    private const int CompiledInRoundMax = 1;
    private static readonly DateTimeOffset Started = DateTimeOffset.UtcNow;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WarmUpMax = TimeSpan.FromSeconds(30);

    private const string Header = "Bench-Committee";
    private const string Everybody = "*";
    private const string By = "bench";
    private const long Everything = 0;
    private const int PageSize = 200;

    // One caller asks as fast as it can.
    private static readonly RateLimits Any = new(int.MaxValue, int.MaxValue);

    private readonly WebApplication app;
    private readonly HttpClient client;
    private readonly NpgsqlDataSource owner;
    private readonly Dictionary<long, string>? tokens;

    private AccessMeasurement(WebApplication app, NpgsqlDataSource owner, Dictionary<long, string>? tokens) =>
        (this.app, this.owner, this.tokens, client) = (app, owner, tokens, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });

    public int Port => client.BaseAddress!.Port;

    public static async Task<AccessMeasurement> StartAsync(GraphDatabase graph, CancellationToken ct)
    {
        var app = WebHost.Build(graph.ConnectionString, "http://127.0.0.1:0", with: services =>
            services.AddSingleton<IAccessSource>(new HeaderSource())
        );
        await app.StartAsync(ct);
        return new AccessMeasurement(app, graph.Source, null);
    }

    /// <summary>With tokens of whoever sees everything and of each committee's administrator, which are taken back at the end.</summary>
    public static async Task<AccessMeasurement> StartSignedInAsync(GraphDatabase graph, long[] committees, CancellationToken ct)
    {
        var tokens = new Dictionary<long, string> { [Everything] = await TokenAsync(graph, "SYSTEM_ADMINISTRATOR", null, ct) };
        foreach (var committee in committees)
        {
            tokens[committee] = await TokenAsync(graph, "COMMITTEE_ADMINISTRATOR", committee, ct);
        }

        var options = new ServiceOptions { Rates = Any };
        var app = WebHost.Build(
            graph.ConnectionString,
            "http://127.0.0.1:0",
            options: options with
            {
                Access = options.Access with { Mode = AccessMode.SignIn },
            }
        );
        await app.StartAsync(ct);
        return new AccessMeasurement(app, graph.Source, tokens);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        foreach (var name in tokens?.Keys.Select(NameOf) ?? [])
        {
            await TokenStore.RevokeAsync(owner, name, By);
        }
    }

    private static Task<string> TokenAsync(GraphDatabase graph, string role, long? committee, CancellationToken ct) =>
        TokenStore.CreateAsync(
            graph.Source,
            NameOf(committee ?? Everything),
            role,
            committee?.ToString(CultureInfo.InvariantCulture),
            days: 1,
            By,
            ct
        );

    private static string NameOf(long committee) =>
        string.Create(CultureInfo.InvariantCulture, $"bench {Started:yyyy-MM-dd HH:mm:ss} {committee}");

    /// <summary>Places to page on from, each behind a page.</summary>
    public async Task<List<Sample>> CursorsAsync(int count, CancellationToken ct)
    {
        var samples = new List<Sample>();
        var variables = new JsonObject();
        while (samples.Count < count)
        {
            var answer = await AskAsync(
                "query ($after: String) { branches(first: 200, after: $after) { pageInfo { endCursor hasNextPage } } }",
                variables,
                null,
                ct
            );
            var page = JsonNode.Parse(answer)!["data"]!["branches"]!["pageInfo"]!;
            // Behind the last page there is none.
            if (!page["hasNextPage"]!.GetValue<bool>())
            {
                break;
            }

            var cursor = page["endCursor"]!.GetValue<string>();
            samples.Add(new Sample(samples.Count * PageSize, null, null, cursor));
            variables = new JsonObject { ["after"] = cursor };
        }

        return samples.Count > 0 ? samples : throw new BenchException("SP-BENCH-201", "The database has less than a page of branches.");
    }

    /// <summary>Asks both in turn.</summary>
    /// <param name="committee">Whose administrator asks.</param>
    public async Task<AccessCosts> CompareAsync(string text, IReadOnlyList<JsonObject> variables, long committee, CancellationToken ct)
    {
        long?[] both = [null, committee];
        var least = new AccessCost[] { AccessCost.Unknown, AccessCost.Unknown };
        await WarmUpAsync(text, variables, both, ct);
        for (var round = 0; round < Rounds; round++)
        {
            for (var side = 0; side < both.Length; side++)
            {
                least[side] = least[side].Least(await RoundAsync(text, variables, both[side], ct));
            }
        }

        return new(least[0], least[1]);
    }

    /// <summary>Asks until statements are prepared and the compiler has had nothing to do for a while.</summary>
    private async Task WarmUpAsync(string text, IReadOnlyList<JsonObject> variables, long?[] sides, CancellationToken ct)
    {
        var all = Stopwatch.StartNew();
        var quiet = Stopwatch.StartNew();
        while (quiet.Elapsed < WarmUp && all.Elapsed < WarmUpMax)
        {
            var compiled = JitInfo.GetCompiledMethodCount();
            foreach (var side in sides)
            {
                await RoundAsync(text, variables, side, ct);
            }

            if (JitInfo.GetCompiledMethodCount() - compiled > CompiledInRoundMax)
            {
                quiet.Restart();
            }
        }
    }

    /// <summary>Asks once with each of the variables: what it costs on average.</summary>
    /// <param name="committee">Whose administrator asks; null for whoever sees everything.</param>
    public async Task<AccessCost> RoundAsync(string text, IReadOnlyList<JsonObject> variables, long? committee, CancellationToken ct)
    {
        var processes = await ProcessesAsync(ct);
        var (database, own) = (Cpu(processes), Environment.CpuUsage.TotalTime.TotalMilliseconds);
        foreach (var values in variables)
        {
            await AskAsync(text, values, committee, ct);
        }

        own = Environment.CpuUsage.TotalTime.TotalMilliseconds - own;
        database = Cpu(processes) - database;
        return new AccessCost(database / variables.Count, (database + own) / variables.Count);
    }

    private async Task<string> AskAsync(string query, JsonObject variables, long? committee, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        // Both say who they are, as every caller does.
        if (tokens is null)
        {
            request.Headers.Add(Header, committee?.ToString(CultureInfo.InvariantCulture) ?? Everybody);
        }
        else
        {
            request.Headers.Authorization = new("Bearer", tokens[committee ?? Everything]);
        }

        using var response = await client.SendAsync(request, ct);
        var text = await response.Content.ReadAsStringAsync(ct);
        return text.StartsWith("{\"data\"", StringComparison.Ordinal) ? text : throw new BenchException("SP-BENCH-209", text);
    }

    private async Task<int[]> ProcessesAsync(CancellationToken ct)
    {
        await using var command = owner.CreateCommand(
            "SELECT coalesce(array_agg(pid), '{}') FROM pg_stat_activity "
                + "WHERE datname = current_database() AND application_name LIKE 'SocietyParty.Graph API%'"
        );
        return (int[])(await command.ExecuteScalarAsync(ct))!;
    }

    private static double Cpu(int[] processes) =>
        processes.Sum(process =>
            ProcessUsage.ExactCpuMs(process)
            ?? throw new BenchException(
                "SP-BENCH-210",
                "No CPU time is known of PostgreSQL's processes: another system, or another machine."
            )
        );

    private sealed class HeaderSource : IAccessSource
    {
        public ValueTask<RequestAccess?> FindAsync(HttpContext context) =>
            new(
                context.Request.Headers[Header] is [{ } key] && key != Everybody
                    ? new RequestAccess("bench", AccessRole.CommitteeAdministrator, long.Parse(key, CultureInfo.InvariantCulture))
                    : RequestAccess.Open("bench")
            );
    }
}
