using Npgsql;
using SocietyParty.Etl.Telemetry;
using SocietyParty.Graph.Tests.Service.Telemetry;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Telemetry;

/// <summary>What PostgreSQL says of a value that it refuses stays out of spans.</summary>
public sealed class ExceptionTextsTests
{
    private const string Secret = "QX8-REFUSED";

    [Fact]
    public async Task A_refused_statement_tells_its_kind_of_failure_and_no_value()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        var pool = $"pool-{Guid.NewGuid():N}";
        var environment = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = $"{collector.Address}/v1/traces",
            ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = "http/protobuf",
        };
        using (TelemetryExport.Start("test", null, null, environment.GetValueOrDefault).ShouldNotBeNull())
        {
            await using var database = NamedPool.Create(await TestCluster.NewDatabaseAsync(), pool);
            await using var command = database.CreateCommand("SELECT $1::text::integer");
            command.Parameters.Add(new NpgsqlParameter { Value = Secret });
            (await command.ExecuteScalarAsync().ShouldThrowAsync<PostgresException>()).Message.ShouldContain(Secret);
        }

        var span = collector.Spans.Single(span =>
            span.Tags.GetValueOrDefault("db.npgsql.data_source") == pool && span.Tags.ContainsKey("error.type")
        );
        (span.Tags["db.response.status_code"], span.Status).ShouldBe((PostgresErrorCodes.InvalidTextRepresentation, ""));
        var happened = span.Events.Single(happened => happened.Name == "exception");
        happened.Tags["exception.type"].ShouldBe(typeof(PostgresException).FullName);
        collector.HasHeard(Secret).ShouldBeFalse();
    }
}
