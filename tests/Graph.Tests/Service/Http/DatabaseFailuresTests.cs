using Microsoft.Extensions.Logging;
using Npgsql;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Http;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Graph.Tests.Service.Http;

public sealed class DatabaseFailuresTests
{
    /// <summary>A stack would be twenty lines for each field that somebody guesses at.</summary>
    [Fact]
    public void What_a_role_does_not_see_is_one_line_of_the_log()
    {
        var log = new Entries();
        var failures = new DatabaseFailures(log, new OutageGate(TimeProvider.System));
        var plan = ServicePipeline.Prepare("{ applicants { totalCount } }").Value.Plan;
        var refused = new PostgresException("permission denied for table applicant", "ERROR", "ERROR", "42501");
        failures.Explain(refused, plan, Language.English, "7").Errors.Single().Code.ShouldBe("SP-ACCESS-111");
        log.Lines.ShouldBe(["A role may not run a planned statement, 7: permission denied for table applicant"]);
        log.Exceptions.ShouldBe(0);
    }

    private sealed class Entries : ILogger<DatabaseFailures>
    {
        public List<string> Lines { get; } = [];

        public int Exceptions { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            Lines.Add(formatter(state, exception));
            Exceptions += exception is null ? 0 : 1;
        }
    }
}
