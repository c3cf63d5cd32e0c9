using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Service.Telemetry;
using SocietyParty.Service.Trust;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>
/// Answers as the service makes them, without HTTP: with rows behind the answer where the planner chooses them, and without.
/// </summary>
internal sealed class AnswerRun : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly QueryPipeline sending;
    private readonly QueryPipeline joining;

    /// <param name="options">Null for the defaults.</param>
    public AnswerRun(string connectionString, ServiceOptions? options = null)
    {
        Database = NpgsqlDataSource.Create(connectionString);
        options ??= new();
        QueryPipeline Of(bool sendsRows) =>
            new(
                ServicePipeline.Schema,
                new QueryPlanner(ServicePipeline.Schema, GraphMap.For(ServicePipeline.Schema), options.Query, sendsRows),
                new StatementRunner(new SessionSources(Database, _ => throw new InvalidOperationException("Everything is asked."))),
                options,
                TrustedDocuments.None
            );
        (sending, joining) = (Of(sendsRows: true), Of(sendsRows: false));
    }

    public NpgsqlDataSource Database { get; }

    /// <summary>What turns failures into responses, over the same pipeline.</summary>
    public OperationRunner Runner
    {
        get
        {
            var failures = new DatabaseFailures(NullLogger<DatabaseFailures>.Instance, new OutageGate(TimeProvider.System));
            return new(sending, null!, null!, failures, new FieldRunner(sending, failures, new ServiceOptions()), null!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        sending.Dispose();
        joining.Dispose();
        await Database.DisposeAsync();
    }

    public PreparedQuery Prepare(string query, bool sendsRows = true)
    {
        var prepared = (sendsRows ? sending : joining).Prepare(
            new GraphQLRequest(query, null, null) { Access = RequestAccess.Open(Actors.Unknown) }
        );
        return prepared.TryGet(out var ready)
            ? ready
            : throw new InvalidOperationException($"{query}\n{string.Join('\n', prepared.Errors)}");
    }

    public Task WriteAsync(PreparedQuery query, IAnswerSink sink, CancellationToken ct = default) => sending.RunAsync(query, sink, ct);

    /// <summary>The answer's data, read by a JSON parser.</summary>
    public async Task<JsonElement> DataAsync(string query, bool sendsRows = true)
    {
        var sink = new MemorySink();
        await WriteAsync(Prepare(query, sendsRows), sink);
        return JsonSerializer.Deserialize<JsonElement>(sink.Written.Span).GetProperty("data");
    }

    /// <summary>The data, after both ways gave the same: names and their order, numbers by the digit, texts by what they say.</summary>
    public async Task<JsonElement> SameBothWaysAsync(string query, bool isSent)
    {
        (Prepare(query).Plan.Statement.Rows is not null).ShouldBe(isSent, query);
        Prepare(query, sendsRows: false).Plan.Statement.Rows.ShouldBeNull(query);
        var data = await DataAsync(query);
        Written(data).ShouldBe(Written(await DataAsync(query, sendsRows: false)), query);
        return data;
    }

    /// <summary>One spelling for whatever two writers escape differently.</summary>
    public static string Written(JsonElement value) => JsonSerializer.Serialize(value, Readable);
}
