using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Http;
using SocietyParty.Tests.Support;

namespace SocietyParty.Scenarios;

/// <summary>The synthetic city behind a running service. Everything that a scenario does goes through GraphQL over HTTP.</summary>
public sealed class City : IAsyncLifetime
{
    private WebApplication app = null!;
    private HttpClient Client { get; set; } = null!;

    public async Task InitializeAsync()
    {
        var connection = await TestCluster.NewDatabaseAsync(await TestCluster.TemplateAsync("scenarios_template", FillAsync));
        await SetTodayAsync(connection);
        app = WebHost.Build(connection, "http://127.0.0.1:0");
        await app.StartAsync();
        Client = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    /// <summary>Runs a query and gives its data.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null) => await DataAsync(query, variables, actor: null);

    /// <summary>Runs a mutation and gives what it changed; fails where it was refused.</summary>
    /// <param name="name">The field, for example <c>proposeBranch</c>.</param>
    /// <param name="changed">The payload's field, for example <c>branch</c>.</param>
    public async Task<JsonElement> DoAsync(string name, string changed, object input, string selection = "id", string actor = "党办")
    {
        var payload = await ChangeAsync(name, changed, input, selection, actor);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, $"{name}: {payload.GetProperty("errors")}");
        return payload.GetProperty(changed);
    }

    /// <summary>Runs a mutation that must be refused, and gives code and clause of each reason.</summary>
    public async Task<string[]> RefusedAsync(string name, string changed, object input, string actor = "党办")
    {
        var payload = await ChangeAsync(name, changed, input, "__typename", actor);
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Array, $"{name} was done");
        return
        [
            .. payload
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => $"{error.GetProperty("code").GetString()} {error.GetProperty("clause").GetString()}".TrimEnd()),
        ];
    }

    /// <summary>Codes of the warnings of a mutation that is done.</summary>
    public async Task<string[]> WarnedAsync(string name, string changed, object input, string actor = "党办")
    {
        var payload = await ChangeAsync(name, changed, input, "__typename", actor);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, $"{name}: {payload.GetProperty("errors")}");
        return
        [
            .. payload
                .GetProperty("warnings")
                .EnumerateArray()
                .Select(warning => $"{warning.GetProperty("code").GetString()} {warning.GetProperty("clause").GetString()}".TrimEnd()),
        ];
    }

    /// <summary>What an import of a sheet would do; nothing is kept of it.</summary>
    /// <param name="committee">Name of the committee whose sheet it is.</param>
    public async Task<JsonElement> TrySheetAsync(string kind, string committee, string text)
    {
        using var content = new StringContent(text, Encoding.UTF8, "text/csv");
        using var response = await Client.PostAsync($"/import/{kind}?dryRun=true&committee={Uri.EscapeDataString(committee)}", content);
        var report = await response.Content.ReadFromJsonAsync<JsonElement>();
        report.GetProperty("errors").GetArrayLength().ShouldBe(0, report.ToString());
        return report;
    }

    private async Task<JsonElement> ChangeAsync(string name, string changed, object input, string selection, string actor)
    {
        var query = $$"""
            mutation($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) {
              {{name}}(input: $input) { {{changed}} { {{selection}} } errors { code message clause path } warnings { code clause } }
            }
            """;
        return (await DataAsync(query, new { input }, actor)).GetProperty(name);
    }

    private async Task<JsonElement> DataAsync(string query, object? variables, string? actor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (actor is not null)
        {
            request.Headers.Add(ActorHeader.Name, Uri.EscapeDataString(actor));
        }

        using var response = await Client.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        answer
            .TryGetProperty("errors", out var errors)
            .ShouldBeFalse(errors.ValueKind == JsonValueKind.Undefined ? "" : $"{query}\n{errors}");
        return answer.GetProperty("data");
    }

    private static async Task FillAsync(string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        await new MigrationRunner(database).RunAsync();
        (await RuleSetLoader.LoadAsync(database, RuleSetFile.Embedded())).Problems.ShouldBeEmpty();
        (
            await GraphGenerator.RunAsync(database, new GenerateOptions(GenerateOptions.DefaultSocieties(Profile.City), 1, Profile.City))
        ).Problem.ShouldBeNull();
    }

    private static async Task SetTodayAsync(string connection)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        // Scenarios play years that are to come; what is held, decided and paid in them must have happened.
        await using var today = database.CreateCommand(
            $"ALTER DATABASE \"{new NpgsqlConnectionStringBuilder(connection).Database}\" SET graph.today = '2031-12-31'"
        );
        await today.ExecuteNonQueryAsync();
    }
}
