using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Service.Http;

namespace SocietyParty.Graph.Tests.Service.Http;

/// <summary>The answer when the program itself fails.</summary>
public sealed class ProgramFaultsTests
{
    [Fact]
    public async Task A_fault_has_a_code_and_a_place_in_the_log_and_keeps_its_words_there()
    {
        using var log = new Entries();
        await using var app = WebHost.Build(await SampleDatabase.ConnectionStringAsync(), "http://127.0.0.1:0");
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        app.MapGet("/fails", string () => throw new InvalidOperationException("the cause"));
        await app.StartAsync();
        using var client = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };

        using var response = await client.GetAsync("/fails");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
        var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-SERVICE-001");
        var (told, cause) = log.Written.ShouldHaveSingleItem();
        cause.ShouldBe("the cause");
        var message = error.GetProperty("message").GetString()!;
        message.ShouldEndWith($"under {told[(told.LastIndexOf(' ') + 1)..]}.");
        message.ShouldNotContain("the cause");
    }

    private sealed class Entries : ILoggerProvider, ILogger
    {
        public ConcurrentBag<(string Text, string? Cause)> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add((formatter(state, exception), exception?.Message));

        public void Dispose() { }
    }
}
