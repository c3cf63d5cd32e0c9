using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocietyParty.Graph.Tests.Access;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Trust;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>A slow statement's line in the log: enough to find it, and nothing of anybody.</summary>
public sealed class SlowStatementsTests
{
    // Each is written by the client alone.
    private const string InAlias = "QX7ALIAS";
    private const string InValue = "QX7VALUE";
    private const string InDocument = "QX7DOCUMENT";

    private const string Query =
        $"query QX7NAME ($name: String) {{ {InAlias}: branches(first: 50, where: {{ or: [{{ name: {{ neq: $name }} }}, {{ name: {{ neq: "
        + $"\"{InDocument}\" }} }}] }}) {{ totalCount nodes {{ {InAlias}inner: name members {{ totalCount }} society {{ name }} }} }} }}";

    [Theory]
    [InlineData("SystemAdministrator")]
    [InlineData("CommitteeAdministrator 1")]
    public async Task It_has_the_document_s_hash_and_the_plan_and_no_word_of_the_client(string role)
    {
        var log = new Lines();
        await using var app = WebHost.Build(
            await SampleDatabase.ConnectionStringAsync(),
            "http://127.0.0.1:0",
            options: new ServiceOptions { Http = new HttpLimits(SlowStatementMs: 1) },
            with: services =>
            {
                services.AddSingleton<IAccessSource>(new HeaderAccess());
                services.AddSingleton<ILoggerProvider>(log);
            }
        );
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Add(HeaderAccess.Name, role);
        await Eventually.BeAsync(async () =>
        {
            using var answer = await client.PostAsJsonAsync("/graphql", new { query = Query, variables = new { name = InValue } });
            return log.All.Any(line => line.Contains(TrustedDocuments.Hash(Query), StringComparison.Ordinal));
        });
        var line = log.All.Single(line => line.Contains(TrustedDocuments.Hash(Query), StringComparison.Ordinal));
        line.ShouldMatch("A statement took [0-9]+ ms; document [0-9a-f]{64}; plan: cost [0-9]+: ");
        line.ShouldContain(" branch ");
        line.ShouldNotContain("QX7", Case.Insensitive);
        // Once a minute, however often it is asked.
        await client.PostAsJsonAsync("/graphql", new { query = Query, variables = new { name = InValue } });
        log.All.Count(one => one.Contains(TrustedDocuments.Hash(Query), StringComparison.Ordinal)).ShouldBe(1);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
