using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Mutations;

/// <summary>The service on a real socket over a copy of the sample that tests may change. One for each test class.</summary>
public class MutationFixture : IAsyncLifetime
{
    private ServiceHost host = null!;

    /// <summary>For arranging what no mutation arranges, and for looking behind the contract.</summary>
    public NpgsqlDataSource Database { get; private set; } = null!;

    public Uri Address => host.Address;

    public string ConnectionString { get; private set; } = null!;

    /// <summary>The day that the service takes for today; null: the calendar's.</summary>
    protected virtual DateOnly? Today => null;

    public async Task InitializeAsync()
    {
        ConnectionString = await SampleDatabase.NewAsync();
        Database = NpgsqlDataSource.Create(ConnectionString);
        if (Today is { } today)
        {
            var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
            await ExecuteAsync($"ALTER DATABASE \"{name}\" SET graph.today = '{today:yyyy-MM-dd}'");
        }

        host = await ServiceHost.StartAsync(ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Has a region follow all five documents, once; Chongqing itself has none on leading groups.</summary>
    public async Task FollowAsync(string region)
    {
        if (await ScalarAsync<long>("SELECT count(*) FROM graph.rule_set WHERE code = @code", new { code = $"five-{region}" }) == 0)
        {
            await CityRules.BringAsync(Database, region);
        }
    }

    public static string Id(string type, long key) => GlobalId.Format(type, key);

    /// <summary>Runs a query and gives its data.</summary>
    public Task<JsonElement> QueryAsync(string query, object? variables = null) => host.DataAsync(query, variables);

    /// <summary>The whole response.</summary>
    public Task<JsonElement> AskAsync(string query, object? variables = null, string? actor = null) =>
        host.AskAsync(query, variables, actor);

    /// <summary>
    /// Runs one mutation, asks for <paramref name="selection"/> of what it changed, and gives its payload: the field of the changed
    /// thing's type, <c>errors</c> (code, message, clause, path, __typename) and <c>warnings</c> (code, clause).
    /// </summary>
    /// <param name="name">The field, for example <c>proposeBranch</c>.</param>
    /// <param name="input">The input as an object.</param>
    /// <param name="selection">Of the changed thing.</param>
    public async Task<JsonElement> ChangeAsync(string name, object input, string selection = "id", string? actor = null)
    {
        var pascal = char.ToUpperInvariant(name[0]) + name[1..];
        var changed = ServicePipeline.Schema.Mutation!.Field(name)!.Type.Named is SocietyParty.GraphQL.TypeSystem.ObjectType payload
            ? payload.Fields[0].Name
            : "";
        var query = $$"""
            mutation($input: {{pascal}}Input!) {
              {{name}}(input: $input) {
                {{changed}} { {{selection}} }
                errors { __typename code message clause path ... on VersionConflict { currentVersion } }
                warnings { code message clause path }
              }
            }
            """;
        var answer = await AskAsync(query, new { input }, actor);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ValueKind == JsonValueKind.Undefined ? "" : errors.ToString());
        return answer.GetProperty("data").GetProperty(name);
    }

    /// <summary>What was changed; fails where it was refused.</summary>
    public async Task<JsonElement> DoneAsync(string name, object input, string selection = "id", string? actor = null)
    {
        var payload = await ChangeAsync(name, input, selection, actor);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.GetProperty("errors").ToString());
        return payload.EnumerateObject().First().Value;
    }

    /// <summary>
    /// Code and clause of each error, such as <c>SCORE_EXCEEDS_MAXIMUM 004 第五条</c>, in their order; fails where it was done.
    /// </summary>
    public async Task<string[]> RefusedAsync(string name, object input, string? actor = null)
    {
        var payload = await ChangeAsync(name, input, actor: actor);
        payload.EnumerateObject().First().Value.ValueKind.ShouldBe(JsonValueKind.Null, "it was done");
        return [.. payload.GetProperty("errors").EnumerateArray().Select(Shown)];
    }

    /// <summary>Code, clause where there is one.</summary>
    public static string Shown(JsonElement error) =>
        $"{error.GetProperty("code").GetString()} {error.GetProperty("clause").GetString()}".TrimEnd();

    public async Task<T> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql, parameters))!;
    }

    public async Task ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, parameters);
    }
}

/// <summary>As <see cref="MutationFixture"/> on a day on which terms that end in 2027 are over.</summary>
public sealed class LaterFixture : MutationFixture
{
    protected override DateOnly? Today => new(2029, 6, 30);
}
